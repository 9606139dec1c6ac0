// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/detail_words.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace seonchak::http;

namespace {

bool hasHangul(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Hangul; });
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The sentences with which the files below `folder` refuse a body, with a value in each place.
QStringList refusalsIn(const QString &folder)
{
    static const QRegularExpression refusal(
        R"re(\b(?:bad\w*\(|failure\(Trouble::BadInput,)\s*QStringLiteral\(((?:\s*"(?:[^"\\]|\\.)*")+)\))re");
    static const QRegularExpression piece(R"re("((?:[^"\\]|\\.)*)")re");
    static const QRegularExpression place("%\\d");
    QStringList found;
    QDirIterator files(folder, {"*.cpp"}, QDir::Files);
    while (files.hasNext()) {
        const QString path = files.next();
        if (path.endsWith("trusted_proxies.cpp")) // an option, not a request
            continue;
        const QString source = textOf(path);
        for (auto all = refusal.globalMatch(source); all.hasNext();) {
            QString sentence;
            for (auto pieces = piece.globalMatch(all.next().captured(1)); pieces.hasNext();)
                sentence += pieces.next().captured(1);
            found << sentence.replace("\\\"", "\"").replace(place, "7");
        }
    }
    return found;
}

} // namespace

class TestDetailWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRefusalOfABodyIsKorean();
    void whatAClientSentStandsAsItIs();
    void englishStaysEnglish();
    void theUnknownIsLeftOut();
};

void TestDetailWords::everyRefusalOfABodyIsKorean()
{
    const QDir root(qEnvironmentVariable("SEONCHAK_SOURCE_DIR"));
    QStringList sentences = refusalsIn(root.filePath("server/api"));
    QVERIFY2(sentences.size() >= 14, qPrintable(sentences.join('\n')));
    for (const QString &sentence : std::as_const(sentences))
        QVERIFY2(hasHangul(detailFor(Language::Korean, sentence)), qPrintable(sentence));
}

void TestDetailWords::whatAClientSentStandsAsItIs()
{
    QCOMPARE(detailFor(Language::Korean, QStringLiteral("unknown field \"%2 %1\"")),
             QStringLiteral("알 수 없는 필드입니다: \"%2 %1\""));
    QCOMPARE(detailFor(Language::Korean, QStringLiteral("count must be an integer from 1 to 1000000")),
             QStringLiteral("count 값은 1에서 1000000 사이의 정수여야 합니다."));
    QCOMPARE(detailFor(Language::Korean, QStringLiteral("the key \"a\nb\" stands twice")),
             QStringLiteral("키가 두 번 나옵니다: \"a\nb\""));
}

void TestDetailWords::englishStaysEnglish()
{
    QCOMPARE(detailFor(Language::English, QStringLiteral("the list is empty")),
             QStringLiteral("the list is empty"));
}

void TestDetailWords::theUnknownIsLeftOut()
{
    QCOMPARE(detailFor(Language::Korean, QStringLiteral("something else")), QString());
}

QTEST_GUILESS_MAIN(TestDetailWords)
#include "tst_detail_words.moc"
