// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/pending_entry.h"

#include <QTest>

using namespace seonchak;

class TestPendingEntry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aReservationReadsAsItIsWritten();
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

QTEST_GUILESS_MAIN(TestPendingEntry)
#include "tst_pending_entry.moc"
