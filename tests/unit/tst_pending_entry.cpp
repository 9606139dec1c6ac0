// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/pending_entry.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace seonchak;

class TestPendingEntry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aReservationReadsAsItIsWritten();
    void theScriptsReadTheSame();
};

void TestPendingEntry::aReservationReadsAsItIsWritten()
{
    const PendingEntry held{1LL << 40, 1'795'861'090'058, true, 0, "a:b:"};
    QCOMPARE(held.toText(), QByteArray("1099511627776:1795861090058:D:0:a:b:"));
    QVERIFY(PendingEntry::parse(held.toText()) == held);
    for (const char *text :
         {"", "x", "1:2:R:3:", "1:2:X:3:C", "1:2:R:C", ":2:R:3:C", "1:-2:R:3:C", "1:2:RD:3:C"})
        QVERIFY2(!PendingEntry::parse(text), text);
}

/// What a script matches with an entry is the whole pattern of one, or its beginning.
void TestPendingEntry::theScriptsReadTheSame()
{
    const QString whole("^%d+:%d+:[RD]:%d+:.+$");
    const QString saleTimes("^%d+:%d+:%d+$");
    static const QRegularExpression matches("string\\.match\\(.*'(\\^[^']+)'\\)");
    const QDir scripts(qEnvironmentVariable("SEONCHAK_SOURCE_DIR") + "/resources/redis");
    int seen = 0;
    for (const QFileInfo &script : scripts.entryInfoList({"*.lua"})) {
        QFile file(script.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (auto found = matches.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext(); ++seen) {
            const QString pattern = found.next().captured(1).remove('(').remove(')');
            QVERIFY2(pattern == saleTimes || whole.startsWith(pattern),
                     qPrintable(script.fileName() + ": " + pattern));
        }
    }
    QVERIFY2(seen >= 7, "the scripts match in another way now");
}

QTEST_GUILESS_MAIN(TestPendingEntry)
#include "tst_pending_entry.moc"
