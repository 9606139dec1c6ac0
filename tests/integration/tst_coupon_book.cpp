// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_audit.h"
#include "core/database/book/stock_rows.h"
#include "tests/support/book_case.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace seonchak;
using namespace seonchak::testing;

class TestCouponBook : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_session.reset(); }
    void addsAndFinds_data() { DatabaseFixture::addEngines(); }
    void addsAndFinds();
    void passesOverKnownCodes_data() { DatabaseFixture::addEngines(); }
    void passesOverKnownCodes();
    void listsByPage_data() { DatabaseFixture::addEngines(); }
    void listsByPage();
    void listsByFilter_data() { DatabaseFixture::addEngines(); }
    void listsByFilter();
    void countsAgreeWithTheRows_data() { DatabaseFixture::addEngines(); }
    void countsAgreeWithTheRows();
    void countsReservations_data() { DatabaseFixture::addEngines(); }
    void countsReservations();
    void tellsWhatARebuildNeeds_data() { DatabaseFixture::addEngines(); }
    void tellsWhatARebuildNeeds();
    void setsAside_data() { DatabaseFixture::addEngines(); }
    void setsAside();
    void keepsWordsAndAudit_data() { DatabaseFixture::addEngines(); }
    void keepsWordsAndAudit();
    void snapshotIsOneInstant_data() { DatabaseFixture::addEngines(); }
    void snapshotIsOneInstant();
    void locksFindTheirStock_data() { DatabaseFixture::addEngines(); }
    void locksFindTheirStock();

private:
    void randomStep(QRandomGenerator &random, int step);
};

void TestCouponBook::addsAndFinds()
{
    open();
    const QList<QByteArray> wanted{"쿠폰-1", "a'b\"c\\d", "PLAIN"};
    const auto added = book::add(*m_session, wanted, now);
    QVERIFY(added);
    QCOMPARE(codesOf(added), wanted);
    for (const Coupon &coupon : *added) {
        QVERIFY(coupon.id > 0);
        QCOMPARE(coupon.status, CouponStatus::Staged);
        QCOMPARE(coupon.createdAt, now);
        const auto byId = book::byId(*m_session, coupon.id);
        QVERIFY(byId && *byId == coupon);
        const auto byCode = book::byCode(*m_session, coupon.code);
        QVERIFY(byCode && *byCode == coupon);
    }
    QVERIFY(added->at(0).id < added->at(1).id && added->at(1).id < added->at(2).id);
    const auto nobody = book::byUser(*m_session, 1);
    QVERIFY(nobody && !*nobody);
    const auto nowhere = book::byId(*m_session, 999);
    QVERIFY(nowhere && !*nowhere);

    QCOMPARE(book::existing(*m_session, {"NEW", "PLAIN", "쿠폰-1"}).value_or(QList<QByteArray>{}),
             (QList<QByteArray>{"PLAIN", "쿠폰-1"}));
    const auto taken = book::add(*m_session, {"FRESH", "PLAIN"}, now);
    QVERIFY(!taken);
    QCOMPARE(taken.error().trouble, Trouble::Conflict);
    QCOMPARE(shown("FRESH"), "none"); // all or nothing
}

void TestCouponBook::passesOverKnownCodes()
{
    open();
    QCOMPARE(book::addFresh(*m_session, codes(0, 5), now).value_or(-1), 5);
    QCOMPARE(book::addFresh(*m_session, codes(3, 5), now).value_or(-1), 3);
    QCOMPARE(book::addFresh(*m_session, {"T", "T"}, now).value_or(-1), 1);
    QVERIFY(book::beginRename(*m_session, idOf("C1000"), "RENAMED"));
    // The former code of an edit under way may still be the one in Redis.
    QCOMPARE(book::addFresh(*m_session, {"C1000", "RENAMED", "OTHER"}, now).value_or(-1), 1);
    QCOMPARE(book::existing(*m_session, {"C1000"}).value_or(QList<QByteArray>{}), QList<QByteArray>{"C1000"});
}

void TestCouponBook::listsByPage()
{
    open();
    stock(codes(0, 25), 1);
    QList<QByteArray> seen;
    book::Filter filter;
    filter.limit = 10;
    for (const int expected : {10, 10, 5, 0}) {
        const auto page = book::list(*m_session, filter);
        QVERIFY(page);
        QCOMPARE(page->size(), expected);
        seen += codesOf(page);
        if (!page->isEmpty())
            filter.after = page->back().id;
    }
    QCOMPARE(seen, codes(0, 25));
}

void TestCouponBook::listsByFilter()
{
    open();
    stock(codes(0, 8), 1); // C1000 … C1007
    QCOMPARE(book::addFresh(*m_session, codes(8, 4), now).value_or(-1), 4);
    QVERIFY(book::claimForPush(*m_session, 2, 2, now)); // C1008, C1009
    QVERIFY(m_session->execute(QStringLiteral("UPDATE coupon SET status = 5 WHERE code = 'C1011'")));
    QVERIFY(issue(*m_session, 10, "C1002", 1));
    QVERIFY(issue(*m_session, 11, "C1008", 2));
    QVERIFY(changeDoubt(*m_session, 12, "C1003", 3));
    QVERIFY(changeDoubt(*m_session, 13, "C1009", 4));
    const auto with = [&](CouponStatus status, CouponId after = 0, int limit = 100) {
        return codesOf(book::list(*m_session, {status, {}, {}, after, limit}));
    };
    QCOMPARE(with(CouponStatus::Staged), QList<QByteArray>{"C1010"});
    QCOMPARE(with(CouponStatus::Available),
             (QList<QByteArray>{"C1000", "C1001", "C1004", "C1005", "C1006", "C1007"}));
    QCOMPARE(with(CouponStatus::Available, idOf("C1001"), 2), (QList<QByteArray>{"C1004", "C1005"}));
    QCOMPARE(with(CouponStatus::Issued), (QList<QByteArray>{"C1002", "C1008"}));
    QCOMPARE(with(CouponStatus::Issued, idOf("C1002"), 1), QList<QByteArray>{"C1008"});
    QCOMPARE(with(CouponStatus::InDoubt), (QList<QByteArray>{"C1003", "C1009"}));
    QCOMPARE(with(CouponStatus::InDoubt, idOf("C1003")), QList<QByteArray>{"C1009"});
    QCOMPARE(with(CouponStatus::Void), QList<QByteArray>{"C1011"});
    QCOMPARE(with(CouponStatus::Reserved), QList<QByteArray>{});

    const auto of = [&](UserId user) { return codesOf(book::list(*m_session, {{}, {}, user, 0, 100})); };
    QCOMPARE(of(11), QList<QByteArray>{"C1008"});
    QCOMPARE(of(12), QList<QByteArray>{"C1003"});
    QCOMPARE(of(99), QList<QByteArray>{});
    QCOMPARE(codesOf(book::list(*m_session, {{}, "C1003", {}, 0, 100})), QList<QByteArray>{"C1003"});
    QCOMPARE(codesOf(book::list(*m_session, {CouponStatus::Void, "C1003", {}, 0, 100})), QList<QByteArray>{});
    QCOMPARE(codesOf(book::list(*m_session, {{}, "C1003", 11, 0, 100})), QList<QByteArray>{});
    QCOMPARE(codesOf(book::list(*m_session, {{}, "C1003", {}, idOf("C1003"), 100})), QList<QByteArray>{});

    const auto held = book::byUser(*m_session, 11);
    QVERIFY(held && *held);
    QCOMPARE((*held)->issuedAt, std::optional(now));
    QCOMPARE((*held)->userId, std::optional<UserId>(11));
    const auto doubted = book::byUser(*m_session, 12);
    QVERIFY(doubted && !*doubted); // in doubt is not issued
}

/// One change drawn at random, legal or not: whatever it does, the counts must agree with the rows.
void TestCouponBook::randomStep(QRandomGenerator &random, int step)
{
    const QByteArray code = "C" + QByteArray::number(1000 + random.bounded(120));
    const UserId user = 1 + random.bounded(80);
    switch (random.bounded(10)) {
    case 0:
        Q_UNUSED(book::addFresh(*m_session, codes(random.bounded(100), 5), now))
        break;
    case 1:
        Q_UNUSED(book::claimForPush(*m_session, step, 1 + random.bounded(8), now))
        break;
    case 2:
        Q_UNUSED(book::finishPush(*m_session, step - random.bounded(30)))
        break;
    case 3:
        Q_UNUSED(book::markAvailable(*m_session, 1 + random.bounded(3), 1))
        break;
    case 4:
        Q_UNUSED(changeDoubt(*m_session, user, code, 1 + random.bounded(60)))
        break;
    case 5:
        Q_UNUSED(changeDoubt(*m_session, user, code, 1 + random.bounded(60), false))
        break;
    case 6:
        Q_UNUSED(book::claimCodesForPush(*m_session, step, {code, "C1010", "C1090"}, now))
        break;
    case 7:
        Q_UNUSED(book::beginRename(*m_session, idOf(code), "N" + QByteArray::number(step)))
        break;
    default:
        Q_UNUSED(issue(*m_session, user, code, 1 + random.bounded(60)))
        break;
    }
}

void TestCouponBook::countsAgreeWithTheRows()
{
    open();
    constexpr int steps = 400;
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    for (int step = 1; step <= steps; ++step) {
        randomStep(random, step);
        const auto counts = book::counts(*m_session);
        QVERIFY(counts);
        const QByteArray where = "seed " + QByteArray::number(seed) + " step " + QByteArray::number(step);
        QVERIFY2(listOf(*counts) == truth(*m_session), where.constData());
        QVERIFY2(counts->generated ==
                     counts->staged + counts->available + counts->inDoubt + counts->issued + counts->voided,
                 where.constData());
    }
    QVERIFY(book::settleForRebuild(*m_session));
    QCOMPARE(listOf(*book::counts(*m_session)), truth(*m_session));
    QCOMPARE(book::counts(*m_session)->pushing, 0);
    QVERIFY(book::counts(*m_session)->issued > 0);
}

void TestCouponBook::countsReservations()
{
    open();
    stock(codes(0, 6), 1);
    QVERIFY(issue(*m_session, 1, "C1000", 10));
    QVERIFY(issue(*m_session, 2, "C1001", 20));
    QVERIFY(issue(*m_session, 3, "C1002", 30));
    QVERIFY(issue(*m_session, 4, "C1003", 0)); // without a reservation
    QCOMPARE(book::issuedAfter(*m_session, 10).value_or(-1), 2);
    QCOMPARE(book::issuedAfter(*m_session, 0).value_or(-1), 3);
    QCOMPARE(book::bookedAmong(*m_session, {10, 15, 30}).value_or(-1), 2);
    QCOMPARE(book::bookedAmong(*m_session, {}).value_or(-1), 0);
}

void TestCouponBook::tellsWhatARebuildNeeds()
{
    open();
    stock(codes(0, 6), 3);
    QCOMPARE(book::addFresh(*m_session, codes(6, 4), now).value_or(-1), 4);
    QVERIFY(book::claimForPush(*m_session, 9, 2, now)); // C1006, C1007
    QVERIFY(issue(*m_session, 5, "C1001", 100));
    QVERIFY(issue(*m_session, 4, "C1000", 101));
    QVERIFY(changeDoubt(*m_session, 6, "C1002", 150));
    QVERIFY(book::setAside(*m_session, "C1003", 7, 120, QStringLiteral("test"), now));
    QVERIFY(book::beginRename(*m_session, idOf("C1004"), "NEW4"));

    const QList<QByteArray> expected{"NEW4", "C1005", "C1006", "C1007"};
    QCOMPARE(codesOf(*book::stockAfter(*m_session, 0, 100)), expected);
    const auto some = book::stockAfter(*m_session, 0, 2);
    QCOMPARE(codesOf(*some), expected.first(2));
    QCOMPARE(codesOf(*book::stockAfter(*m_session, some->back().id, 100)), expected.sliced(2));

    const auto issued = book::issuedUsersAfter(*m_session, 0, 1);
    QCOMPARE(issued->size(), 1U);
    QCOMPARE(issued->front().user, 4);
    QCOMPARE(issued->front().code, "C1000");
    QCOMPARE(book::issuedUsersAfter(*m_session, 4, 10)->front().code, "C1001");
    QVERIFY(book::issuedUsersAfter(*m_session, 5, 10)->empty());

    const auto doubts = book::doubts(*m_session);
    QCOMPARE(doubts->size(), 1U);
    QCOMPARE(doubts->front().reservation, 150);
    QCOMPARE(doubts->front().user, 6);
    QCOMPARE(doubts->front().code, "C1002");
    QCOMPARE(doubts->front().since, now);

    QCOMPARE(book::highMarks(*m_session)->reservation, 150);
    QCOMPARE(book::highMarks(*m_session)->batch, 9);
    QVERIFY(changeDoubt(*m_session, 6, "C1002", 150, false));
    QCOMPARE(book::highMarks(*m_session)->reservation, 120); // set aside

    QVERIFY(book::settleForRebuild(*m_session));
    QVERIFY(book::unfinishedRenames(*m_session)->empty());
    QCOMPARE(shown("C1006"), "AVAILABLE");
    QCOMPARE(listOf(*book::counts(*m_session)), truth(*m_session));
    QCOMPARE(book::counts(*m_session)->pushing, 0);
    QCOMPARE(book::highMarks(*m_session)->batch, 9);
    QVERIFY(book::stalePushes(*m_session, now + 1)->empty());
    QCOMPARE(codesOf(*book::stockAfter(*m_session, 0, 100)), (QList<QByteArray>{"C1002"} + expected));
}

void TestCouponBook::setsAside()
{
    open();
    stock({"A", "B"}, 1);
    QVERIFY(book::setAside(*m_session, "A", 1, 5, QStringLiteral("the user has another"), now));
    QVERIFY(book::setAside(*m_session, "UNKNOWN", 2, 6, QStringLiteral("no such code"), now));
    QCOMPARE(shown("A"), "AVAILABLE");
    QCOMPARE(codesOf(*book::stockAfter(*m_session, 0, 10)), QList<QByteArray>{"B"});
    QCOMPARE(DatabaseFixture::numberOf(*m_session, QStringLiteral("SELECT count(*) FROM set_aside")), 2);
    QCOMPARE(listOf(*book::counts(*m_session)), truth(*m_session));
}

void TestCouponBook::keepsWordsAndAudit()
{
    open();
    QCOMPARE(book::meta(*m_session, "generation").value_or("?"), QByteArray());
    QVERIFY(book::setMeta(*m_session, "generation", "1"));
    QVERIFY(book::setMeta(*m_session, "generation", "표2"));
    QCOMPARE(book::meta(*m_session, "generation").value_or("?"), QByteArray("표2"));
    const AuditEntry entry{0,
                           now,
                           QStringLiteral("operator"),
                           QStringLiteral("push"),
                           QStringLiteral("'; --"),
                           QStringLiteral("done")};
    QVERIFY(book::writeAudit(*m_session, entry));
    QCOMPARE(DatabaseFixture::numberOf(*m_session,
                                       QStringLiteral("SELECT count(*) FROM audit WHERE detail = ?"),
                                       {QStringLiteral("'; --")}),
             1);
}

void TestCouponBook::snapshotIsOneInstant()
{
    open();
    stock(codes(0, 3), 1);
    const auto other = DatabaseFixture::open(m_url);
    qint64 before = -1;
    qint64 after = -1;
    QVERIFY(m_session->snapshot([&]() -> Result<void> {
        before = book::counts(*m_session)->issued;
        const auto booked = issue(*other, 1, "C1000", 1);
        after = book::issuedAfter(*m_session, 0).value_or(-1);
        return booked ? Result<void>{} : std::unexpected(booked.error());
    }));
    QCOMPARE(before, 0);
    QCOMPARE(after, 0);
    QCOMPARE(book::issuedAfter(*m_session, 0).value_or(-1), 1);
}

void TestCouponBook::locksFindTheirStock()
{
    open();
    stock(codes(0, 3), 1);
    QVERIFY(issue(*m_session, 1, "C1000", 1));
    QVERIFY(book::markIssuedRows(*m_session));
    QCOMPARE(book::addFresh(*m_session, codes(3, 2), now).value_or(-1), 2);
    QCOMPARE(book::markAvailable(*m_session, 1, 1).value_or(-1), 1);
    QCOMPARE(book::markAvailable(*m_session, 5, 1).value_or(-1), 1);
    QCOMPARE(DatabaseFixture::numberOf(
                 *m_session, QStringLiteral("SELECT id FROM coupon WHERE status = 2 ORDER BY id LIMIT 1")),
             idOf("C1001"));
    QCOMPARE(listOf(*book::counts(*m_session)), (QList<qint64>{5, 0, 4, 0, 0, 1, 0, 1}));
}

QTEST_GUILESS_MAIN(TestCouponBook)
#include "tst_coupon_book.moc"
