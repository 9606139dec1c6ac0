// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_world.h"
#include "ui/audit/audit_filter_bar.h"
#include "ui/audit/audit_phrases.h"
#include "ui/audit/audit_words.h"

#include <QClipboard>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QRegularExpression>

using namespace seonchak;

class TestAuditPhrases : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTrailSpeaksTheReadersLanguage();
    void aSentenceOfSentences();
    void aForeignTextOfManyPartsIsReadInTime();
    void everyRefusalIsKnown();
    void everyRecordIsKnown();
    void whoSearchesMayUseTheirWords();
    void timesAreOfThisComputer();
    void everyActCanBeFiltered();
    void aLongSearchIsSaid();
};

namespace {

QString readSource(const QString &file)
{
    QFile source(QDir(qEnvironmentVariable("SEONCHAK_SOURCE_DIR")).filePath(file));
    if (!source.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file));
    return QString::fromUtf8(source.readAll());
}

/// The text of adjacent literals, as the compiler joins them, with something in its places.
QString sampleOf(const QString &literals)
{
    static const QRegularExpression one(R"re("((?:[^"\\]|\\.)*)")re");
    QString text;
    for (const auto &match : one.globalMatch(literals))
        text += match.captured(1);
    text.replace(QStringLiteral("\\\""), QStringLiteral("\""));
    text.replace(QStringLiteral("push %4"), QStringLiteral("push true"));
    static const QRegularExpression place(QStringLiteral("%\\d"));
    text.replace(place, QStringLiteral("7"));
    if (text == QLatin1String("status 7"))
        return QStringLiteral("status ISSUED");
    if (text == QLatin1String("the coupon is "))
        return text + QStringLiteral("ISSUED");
    return text.endsWith(QLatin1String(": ")) ? text + QStringLiteral("why") : text;
}

QStringList sourcesOf(const QString &folder)
{
    const QDir dir(QDir(qEnvironmentVariable("SEONCHAK_SOURCE_DIR")).filePath(folder));
    QStringList files;
    for (QDirIterator file(dir.path(), {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
         file.hasNext();)
        files << folder + u'/' + dir.relativeFilePath(file.next());
    return files;
}

bool isKorean(const QString &text)
{
    return std::ranges::any_of(text, [](QChar letter) { return letter.script() == QChar::Script_Hangul; });
}

} // namespace

void TestAuditPhrases::theTrailSpeaksTheReadersLanguage()
{
    QCOMPARE(AuditPhrases::translated("coupon 7, new code %1<b>%2"), "coupon 7, new code %1<b>%2");
    const PictureLook korean("ko", false);
    QCOMPARE(AuditPhrases::translated("coupon 7, new code %1<b>%2"), "쿠폰 7, 새 번호 %1<b>%2");
    QCOMPARE(AuditPhrases::translated("coupon 7, code A-1, new code B"), "쿠폰 7, 번호 A-1, 새 번호 B");
    QCOMPARE(AuditPhrases::translated("count 1000, prefix \"A, B\", length 12, push false"),
             "쿠폰 1,000장, 접두사 \"A, B\", 길이 12");
    QCOMPARE(AuditPhrases::translated("12 added, 0 pushed"), "12장 추가, 0장 올림");
    QCOMPARE(AuditPhrases::translated("what a database says"), "what a database says"); // Not one of ours.
    QCOMPARE(AuditPhrases::translated(
                 "adopt: 1 code in the list rudals:coupon:available, 2 user keys and 0 other keys"),
             "넘겨받음. 찾은 것: 코드 1개, 사용자 키 2개, 그 밖의 키 0개");
    QCOMPARE(AuditPhrases::translated("12 chosen coupons, 3 to 99"), "선택한 쿠폰 12장, 순번 3 ~ 99");
    QCOMPARE(AuditWords::result("done: 9 voided; kept: 1 issued, 2 in doubt, 3 void before, 4 others"),
             "완료: 9장 폐기, 그대로 둠: 발급 1장, 확인 필요 2장, 이미 폐기 3장, 그 밖 4장");
    QCOMPARE(AuditWords::result("done: these keys are deleted"), "완료: 이 키들을 삭제했습니다");
    QCOMPARE(AuditWords::result("done: 1000 pushed, 7 in stock"), "완료: 1,000장 올림, 재고 7장");
}

void TestAuditPhrases::timesAreOfThisComputer()
{
    qputenv("TZ", "Asia/Seoul");
    const QString detail = QStringLiteral("opens 2026-03-01T01:00:00.000Z, closes not set; before: not set, "
                                          "2026-02-28T16:30:00.000Z");
    QCOMPARE(AuditPhrases::translated(detail),
             "opens 2026-03-01 10:00:00, closes not set; before: not set, 2026-03-01 01:30:00");
    QCOMPARE(AuditPhrases::translated("process 7, since 2026-03-01T01:00:00.000Z"),
             "process 7, since 2026-03-01 10:00:00");
    const PictureLook korean("ko", false);
    QVERIFY(AuditPhrases::translated(detail).contains("2026-03-01 10:00:00"));
    QVERIFY(AuditPhrases::isKnown(detail));
}

void TestAuditPhrases::everyActCanBeFiltered()
{
    QVERIFY(AuditWords::actions().contains("times"));
    const PictureLook korean("ko", false);
    for (const QString &action : AuditWords::actions())
        QVERIFY2(isKorean(AuditWords::action(action)), qPrintable(action));
}

/// It was cut off at 200 letters, and nobody said so.
void TestAuditPhrases::aLongSearchIsSaid()
{
    AuditFilterBar bar(0);
    bar.show();
    auto *field = part<QLineEdit>(bar, "auditSearch");
    const auto paste = [field](const QString &text) {
        QGuiApplication::clipboard()->setText(text);
        field->clear();
        field->paste();
    };
    paste(QString(200, u'x'));
    QVERIFY(!part<QLabel>(bar, "auditSearchHint")->isVisible());
    paste(QString(1000, u'x'));
    QVERIFY(part<QLabel>(bar, "auditSearchHint")->isVisible());
    QCOMPARE(textOf(bar, "auditSearchHint"), "Only the first 200 letters are searched for.");
    QCOMPARE(bar.filter().text, QString(200, u'x'));
    field->clear();
    QVERIFY(!part<QLabel>(bar, "auditSearchHint")->isVisible());
}

void TestAuditPhrases::aSentenceOfSentences()
{
    const PictureLook korean("ko", false);
    QCOMPARE(AuditPhrases::translated("count 1000000, prefix \"\", length 12, push true, key nightly-…"),
             "쿠폰 1,000,000장, 길이 12, 재고에 올림, 키 nightly-…");
    QCOMPARE(AuditPhrases::translated("count 5000, prefix \"\", length 12, push false"),
             "쿠폰 5,000장, 길이 12");
    QCOMPARE(AuditWords::result("broke off after 430000 of 1000000"), "1,000,000장 중 430,000장에서 끊김");
    QCOMPARE(AuditWords::result("stopped after 430000 of 1000000: the server is being stopped"),
             "1,000,000장 중 430,000장에서 멈춤: 서버를 종료하는 중");
    QCOMPARE(AuditWords::result("done: issued to user 7; the store has it for user 7"),
             "완료: 사용자 7에게 발급. 편의점에 사용자 7의 쿠폰으로 등록되어 있음");
    QCOMPARE(AuditWords::result("refused: codes exist already or stand twice BULK-00001"),
             "거절: 이미 있거나 두 번 적힌 번호: BULK-00001");
    QCOMPARE(AuditWords::result("done: 101808 rows"), "완료: 101,808행");
    QCOMPARE(AuditPhrases::translated("coupons to out.csv: all coupons"), "쿠폰을 out.csv에 저장: 모든 쿠폰");
    QCOMPARE(AuditPhrases::translated("coupons to out.csv: code begins \"VIP\", user 7, status ISSUED"),
             "쿠폰을 out.csv에 저장: 번호 앞부분 \"VIP\", 사용자 7, 상태 발급");
    QCOMPARE(AuditPhrases::translated(
                 "coupons to out.csv: code begins \"V\", code contains \"IP\", user 7, status ISSUED"),
             "쿠폰을 out.csv에 저장: 번호 앞부분 \"V\", 번호에 \"IP\" 포함, 사용자 7, 상태 발급");
    QCOMPARE(AuditWords::result("failed: stopped"), "실패: 중지함");
    QCOMPARE(AuditPhrases::translated("code X, user 7: it is another user's in the book"),
             "쿠폰 번호 X, 사용자 7: 장부에는 다른 사용자의 쿠폰");
    QCOMPARE(
        AuditWords::result("done: 3 available, 2 issued, 1 known before, 0 double, 4 would have expired"),
        "완료: 재고 3장, 발급 2장, 이미 알던 것 1장, 겹친 것 0장, 만료될 예정이던 것 4건");
}

/// Cut at every "; " and ", " and each part again, this would not come back.
void TestAuditPhrases::aForeignTextOfManyPartsIsReadInTime()
{
    QString text = QStringLiteral("what a database says");
    for (int part = 0; part < 60; ++part)
        text += part % 2 == 0 ? QStringLiteral("; and a hint") : QStringLiteral(", and a place");
    QCOMPARE(AuditPhrases::translated(text), text);
    QCOMPARE(AuditPhrases::isKnown(text), false);
}

/// Whatever an act may fail with comes into its entry: each of these sentences has to be translated.
void TestAuditPhrases::everyRefusalIsKnown()
{
    const PictureLook korean("ko", false);
    static const QRegularExpression refusal(
        R"re(Trouble::\w+,\s*(?:QString\()?Q(?:StringLiteral|Latin1String)\(((?:\s*"(?:[^"\\]|\\.)*")+)\))re");
    // What ends a start, or is told to who starts or asks, and never stands in the trail.
    static const QRegularExpression elsewhere(QStringLiteral(
        "database_url|migrations|address|redis_process|/tls|failpoint|book_tokens|row_stream|approvals|"
        "second_person|still_book"));
    int seen = 0;
    QStringList files;
    for (const char *folder : {"core/issue", "core/database", "core/redis", "core/watch"})
        files += sourcesOf(QLatin1String(folder));
    for (const QString &file : std::as_const(files)) {
        if (elsewhere.match(file).hasMatch())
            continue;
        const QString source = readSource(file);
        for (const auto &match : refusal.globalMatch(source)) {
            const QString text = sampleOf(match.captured(1));
            QVERIFY2(AuditPhrases::isKnown(text), qPrintable(file + ": " + text));
            QVERIFY2(isKorean(AuditPhrases::translated(text)), qPrintable(text));
            ++seen;
        }
    }
    QVERIFY2(seen > 50, qPrintable(QString::number(seen)));
}

/// Every sentence in the sources that write entries, other than those for the log and for a database.
void TestAuditPhrases::everyRecordIsKnown()
{
    const PictureLook korean("ko", false);
    static const QRegularExpression sentence(
        R"re((log\(\s*)?QStringLiteral\(((?:\s*"(?:[^"\\]|\\.)*")+)\))re");
    static const QRegularExpression noEntry(QStringLiteral(
        "^[ ,;…%]|^not in the audit|SELECT|UPDATE|DELETE|INSERT|^ ?WHERE|^server \\(|^id = |^failed: %1$"
        "|^state = |^\\)|: $"));
    int seen = 0;
    for (const char *file :
         {"core/issue/administration/administration.cpp", "core/issue/administration/doubt_end.cpp",
          "core/issue/engine/act_desk.cpp", "core/issue/engine/act_register.cpp",
          "core/issue/engine/cut_desk.cpp", "core/issue/repair/settler.cpp",
          "core/issue/path/journal_book.cpp", "core/database/book/book_acts.cpp",
          "core/database/book/book_cut.cpp", "app/run_trail.cpp", "ui/audit/audit_export.cpp",
          "ui/coupons/export_work.cpp"}) {
        const QString source = readSource(QLatin1String(file));
        for (const auto &match : sentence.globalMatch(source)) {
            const QString text =
                sampleOf(match.captured(2))
                    .remove(QRegularExpression(QStringLiteral("^(done|refused|failed|stopped): ")));
            const QString raw = match.captured(2).section(u'"', 1, 1);
            if (!match.captured(1).isEmpty() || !raw.contains(u' ') || noEntry.match(raw).hasMatch())
                continue;
            QVERIFY2(AuditPhrases::isKnown(text), qPrintable(QLatin1String(file) + ": " + text));
            QVERIFY2(isKorean(AuditPhrases::translated(text)), qPrintable(text));
            ++seen;
        }
    }
    QVERIFY2(seen > 40, qPrintable(QString::number(seen)));
    for (const QString &action : AuditWords::actions())
        QVERIFY2(isKorean(AuditWords::action(action)), qPrintable(action));
}

void TestAuditPhrases::whoSearchesMayUseTheirWords()
{
    QVERIFY(AuditPhrases::storedLike("coupon").isEmpty()); // The trail's own words need no other.
    const PictureLook korean("ko", false);
    QVERIFY(AuditPhrases::storedLike("끊김").contains("broke off after"));
    QVERIFY(AuditPhrases::storedLike("BULK-00001").isEmpty());
}

QTEST_MAIN(TestAuditPhrases)
#include "tst_audit_phrases.moc"
