// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of the window has its Korean: the tool that collects texts from the sources finds none that the
// file does not translate, and none is missing a place for a number.

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message
{
    QString source;
    QString translation;
    bool finished = true;
};

QList<Message> messagesOf(const QString &path)
{
    QList<Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        if (xml.name() == QLatin1String("source")) {
            messages.append({xml.readElementText(), {}, true});
        } else if (xml.name() == QLatin1String("translation")) {
            messages.last().finished = !xml.attributes().hasAttribute("type");
            messages.last().translation = xml.readElementText();
        }
    }
    return messages;
}

QStringList placesIn(const QString &text)
{
    static const QRegularExpression place("%[1-9]");
    QStringList places;
    for (auto match = place.globalMatch(text); match.hasNext();)
        places << match.next().captured();
    places.sort();
    return places;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyTextIsTranslated();
    void everyNumberHasItsPlace();

private:
    QTemporaryDir m_dir;
    QList<Message> m_messages;
};

void TestTranslations::initTestCase()
{
    const QDir source(qEnvironmentVariable("SEONCHAK_SOURCE_DIR"));
    const auto folders = QDir(source.filePath("ui")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders) {
        const QString name = folder + "_ko.ts";
        const QString fresh = m_dir.filePath(name);
        QFile::copy(source.filePath("resources/translations/" + name),
                    fresh); // None: no texts, or none in Korean.
        QProcess collect;
        QStringList sources{source.filePath("ui/" + folder)};
        if (folder == QLatin1String("settings"))
            sources << source.filePath("app/options"); // The words of an option stand in its row.
        collect.start(SEONCHAK_LUPDATE,
                      QStringList{"-no-obsolete", "-I", source.path()} + sources + QStringList{"-ts", fresh});
        QVERIFY(collect.waitForFinished(60'000));
        QCOMPARE(collect.exitCode(), 0);
        m_messages += messagesOf(fresh);
    }
    QVERIFY(m_messages.size() > 50);
}

void TestTranslations::everyTextIsTranslated()
{
    for (const auto &message : m_messages)
        QVERIFY2(message.finished && !message.translation.isEmpty(), qPrintable(message.source));
}

void TestTranslations::everyNumberHasItsPlace()
{
    for (const auto &message : m_messages)
        QCOMPARE(placesIn(message.translation), placesIn(message.source));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
