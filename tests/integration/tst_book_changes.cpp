// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/stock_rows.h"
#include "tests/support/book_case.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace seonchak;
using namespace seonchak::testing;

class TestBookChanges : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_session.reset(); }
    void cutsSlices();
    void pushes_data() { DatabaseFixture::addEngines(); }
    void pushes();
    void pushesNamedCoupons_data() { DatabaseFixture::addEngines(); }
    void pushesNamedCoupons();
    void skipsWhatIsIssuedInAPush_data() { DatabaseFixture::addEngines(); }
    void skipsWhatIsIssuedInAPush();
    void claimsOnceFromTwoSessions();
    void renamesInThreeSteps_data() { DatabaseFixture::addEngines(); }
    void renamesInThreeSteps();
    void anIssueEndsAnEdit_data() { DatabaseFixture::addEngines(); }
    void anIssueEndsAnEdit();
    void refusesRenames_data() { DatabaseFixture::addEngines(); }
    void refusesRenames();
};

void TestBookChanges::cutsSlices()
{
    const auto slices = book::slicesForAdd(codes(0, 1003), 100);
    QCOMPARE(slices.size(), 11U);
    QSet<QByteArray> all;
    for (const auto &slice : slices) {
        all.unite({slice.begin(), slice.end()});
        const auto [low, high] = std::ranges::minmax(slice);
        for (const auto &other : slices) {
            if (&other != &slice) // no other slice reaches into this one's range
                QVERIFY(
                    std::ranges::none_of(other, [&](const QByteArray &c) { return low < c && c < high; }));
        }
    }
    QCOMPARE(all.size(), 1003);
    QVERIFY(book::slicesForAdd({}, 100).empty());
}

void TestBookChanges::pushes()
{
    open();
    QCOMPARE(book::addFresh(*m_session, codes(0, 12), now).value_or(-1), 12);
    const auto first = book::claimForPush(*m_session, 7, 5, now);
    QVERIFY(first);
    QCOMPARE(first->codes, codes(0, 5));
    QCOMPARE(shown("C1000"), "STAGED");
    // The program may have died here: the slice is found again, by its batch and by its age.
    QCOMPARE(book::sliceOf(*m_session, 7)->codes, codes(0, 5));
    QCOMPARE(book::claimForPush(*m_session, 7, 5, now)->codes, codes(0, 5));
    QCOMPARE(book::stalePushes(*m_session, now).value_or(std::vector<qint64>{-1}), std::vector<qint64>{});
    QCOMPARE(book::stalePushes(*m_session, now + 1).value_or(std::vector<qint64>{}), std::vector<qint64>{7});
    QCOMPARE(book::highMarks(*m_session)->batch, 7);

    QCOMPARE(book::claimForPush(*m_session, 8, 100, now)->codes, codes(5, 7));
    QCOMPARE(book::claimForPush(*m_session, 9, 100, now)->codes, QList<QByteArray>{});
    QCOMPARE(book::finishPush(*m_session, 7).value_or(-1), 5);
    QCOMPARE(book::finishPush(*m_session, 7).value_or(-1), 0);
    QCOMPARE(shown("C1000"), "AVAILABLE");
    QCOMPARE(shown("C1005"), "STAGED");
    QCOMPARE(book::sliceOf(*m_session, 7)->codes, QList<QByteArray>{});
    QCOMPARE(book::stalePushes(*m_session, now + 1).value_or(std::vector<qint64>{}), std::vector<qint64>{8});
    QCOMPARE(book::finishPush(*m_session, 8).value_or(-1), 7);
    QCOMPARE(book::highMarks(*m_session)->batch, 8);
    QCOMPARE(listOf(*book::counts(*m_session)), (QList<qint64>{12, 0, 12, 0, 0, 0, 0, 0}));
}

void TestBookChanges::pushesNamedCoupons()
{
    open();
    QCOMPARE(book::addFresh(*m_session, codes(0, 9), now).value_or(-1), 9);
    QCOMPARE(book::claimForPush(*m_session, 1, 2, now)->codes, codes(0, 2));
    QCOMPARE(book::claimCodesForPush(*m_session, 2, {"C1007", "C1003", "C1000", "NEW"}, now).value_or(-1), 2);
    QCOMPARE(book::sliceOf(*m_session, 2)->codes, (QList<QByteArray>{"C1003", "C1007"}));
    QCOMPARE(book::addForPush(*m_session, 3, {"C1004", "X1", "X2"}, now).value_or(-1), 2);
    QCOMPARE(book::addForPush(*m_session, 3, {"C1004", "X1", "X2"}, now).value_or(-1),
             0); // as after a lost commit
    QCOMPARE(book::sliceOf(*m_session, 3)->codes, (QList<QByteArray>{"X1", "X2"}));
    QCOMPARE(listOf(*book::counts(*m_session)), truth(*m_session));
    QCOMPARE(book::finishPush(*m_session, 2).value_or(-1), 2);
    QCOMPARE(book::finishPush(*m_session, 3).value_or(-1), 2);
    QCOMPARE(book::claimForPush(*m_session, 4, 100, now)->codes,
             (QList<QByteArray>{"C1002", "C1004", "C1005", "C1006", "C1008"}));
}

void TestBookChanges::skipsWhatIsIssuedInAPush()
{
    open();
    QCOMPARE(book::addFresh(*m_session, codes(0, 4), now).value_or(-1), 4);
    QVERIFY(book::claimForPush(*m_session, 1, 4, now));
    // Redis has them already, and users are fast.
    QVERIFY(issue(*m_session, 1, "C1001", 5));
    QVERIFY(changeDoubt(*m_session, 2, "C1002", 6));
    QCOMPARE(book::sliceOf(*m_session, 1)->codes, (QList<QByteArray>{"C1000", "C1003"}));
    QCOMPARE(listOf(*book::counts(*m_session)), (QList<qint64>{4, 2, 0, 2, 1, 1, 0, 0}));
    QCOMPARE(book::finishPush(*m_session, 1).value_or(-1), 4);
    QCOMPARE(listOf(*book::counts(*m_session)), (QList<qint64>{4, 0, 2, 0, 1, 1, 0, 0}));
}

void TestBookChanges::claimsOnceFromTwoSessions()
{
    const DatabaseUrl url = m_databases.migrated(QStringLiteral("postgresql"));
    const auto one = DatabaseFixture::open(url);
    const auto two = DatabaseFixture::open(url);
    QCOMPARE(book::addFresh(*one, codes(0, 10), now).value_or(-1), 10);
    QVERIFY(one->execute(QStringLiteral("BEGIN")));
    QVERIFY(two->execute(QStringLiteral("BEGIN")));
    const auto mine = book::claimForPush(*one, 1, 6, now);
    const auto theirs = book::claimForPush(*two, 2, 6, now); // does not wait for the first
    QVERIFY(one->execute(QStringLiteral("COMMIT")));
    QVERIFY(two->execute(QStringLiteral("COMMIT")));
    QVERIFY(mine && theirs);
    QCOMPARE(mine->codes, codes(0, 6));
    QCOMPARE(theirs->codes, codes(6, 4));
}

void TestBookChanges::renamesInThreeSteps()
{
    open();
    stock({"A", "B"}, 1);
    QCOMPARE(book::addFresh(*m_session, {"S"}, now).value_or(-1), 1);
    const CouponId id = idOf("A");
    const auto before = book::beginRename(*m_session, id, "A2");
    QVERIFY(before);
    QCOMPARE(before->code, "A");
    QCOMPARE(before->status, CouponStatus::Available);
    // A crash here: whoever comes next finds the edit.
    QCOMPARE(onlyRename().id, id);
    QCOMPARE(onlyRename().oldCode, "A");
    QCOMPARE(onlyRename().newCode, "A2");
    QVERIFY(onlyRename().inRedis);
    QCOMPARE(idOf("A2"), id);
    QVERIFY(book::finishRename(*m_session, id));
    QVERIFY(book::finishRename(*m_session, id)); // twice, as after a lost commit
    QVERIFY(book::unfinishedRenames(*m_session)->empty());
    QCOMPARE(shown("A"), "none");

    QVERIFY(book::beginRename(*m_session, idOf("B"), "B2"));
    QVERIFY(book::undoRename(*m_session, idOf("B2")));
    QCOMPARE(shown("B2"), "none");
    QCOMPARE(shown("B"), "AVAILABLE");
    QVERIFY(book::undoRename(*m_session, idOf("B")));
    QCOMPARE(shown("B"), "AVAILABLE");

    QVERIFY(book::beginRename(*m_session, idOf("S"), "S2"));
    QVERIFY(!onlyRename().inRedis);
    QCOMPARE(book::claimForPush(*m_session, 2, 10, now)->codes, QList<QByteArray>{}); // waits for the edit
    QVERIFY(book::finishRename(*m_session, idOf("S2")));
    QCOMPARE(book::claimForPush(*m_session, 2, 10, now)->codes, QList<QByteArray>{"S2"});
}

/// Partner and user were told the code that Redis had: the book keeps that one, and the edit is over.
void TestBookChanges::anIssueEndsAnEdit()
{
    open();
    stock({"A", "B"}, 1);
    QVERIFY(book::beginRename(*m_session, idOf("A"), "A2"));
    QVERIFY(book::beginRename(*m_session, idOf("B"), "B2"));
    const auto byFormer = issue(*m_session, 5, "A", 50);
    QVERIFY(byFormer && byFormer->kind == Booked::Kind::Issued);
    QCOMPARE(byFormer->coupon.code, "A");
    QCOMPARE(shown("A"), "ISSUED");
    QCOMPARE(shown("A2"), "none");
    const auto byNew = issue(*m_session, 6, "B2", 51);
    QVERIFY(byNew && byNew->kind == Booked::Kind::Issued);
    QCOMPARE(byNew->coupon.code, "B2");
    QVERIFY(book::unfinishedRenames(*m_session)->empty());
    // What the edit does next, late, finds nothing to do.
    QVERIFY(book::finishRename(*m_session, idOf("A")));
    QVERIFY(book::undoRename(*m_session, idOf("B2")));
    QCOMPARE(shown("A"), "ISSUED");
    QCOMPARE(shown("B2"), "ISSUED");
}

void TestBookChanges::refusesRenames()
{
    open();
    stock({"A", "B", "I", "D"}, 1);
    QCOMPARE(book::addFresh(*m_session, {"P", "V"}, now).value_or(-1), 2);
    QVERIFY(m_session->execute(QStringLiteral("UPDATE coupon SET status = 5 WHERE code = 'V'")));
    QVERIFY(book::claimForPush(*m_session, 2, 10, now));
    QVERIFY(issue(*m_session, 1, "I", 1));
    QVERIFY(changeDoubt(*m_session, 2, "D", 2));
    const auto unknown = book::beginRename(*m_session, 999, "N");
    QVERIFY(!unknown && unknown.error().trouble == Trouble::NotFound);
    for (const char *code : {"I", "D", "P", "V"}) {
        const auto refused = book::beginRename(*m_session, idOf(code), "N");
        QVERIFY2(!refused && refused.error().trouble == Trouble::Conflict, code);
    }
    const auto taken = book::beginRename(*m_session, idOf("A"), "B");
    QVERIFY(!taken && taken.error().trouble == Trouble::Conflict);
    QCOMPARE(taken.error().names, QList<QByteArray>{"B"});
    QVERIFY(book::beginRename(*m_session, idOf("A"), "A")); // no change is no error
    QVERIFY(book::unfinishedRenames(*m_session)->empty());
    QVERIFY(book::beginRename(*m_session, idOf("A"), "A2"));
    const auto again = book::beginRename(*m_session, idOf("A2"), "A3");
    QVERIFY(!again && again.error().trouble == Trouble::Conflict);
    const auto former = book::beginRename(*m_session, idOf("B"), "A"); // Redis may still have it
    QVERIFY(!former && former.error().trouble == Trouble::Conflict);
}

QTEST_GUILESS_MAIN(TestBookChanges)
#include "tst_book_changes.moc"
