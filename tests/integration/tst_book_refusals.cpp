// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_refusals.h"
#include "core/database/book/sell_out.h"
#include "core/database/book/stock_turns.h"
#include "tests/support/book_case.h"

#include <QTest>

using namespace seonchak;
using namespace seonchak::testing;
using Verdict = WhyNot::Verdict;

namespace {

constexpr qint64 plenty = 1000;

Refusal soldOut(UserId user, WallMs at)
{
    return {user, Refusal::Reason::SoldOut, at, at, 1, {}, 0};
}

Refusal failedAt(UserId user, WallMs at)
{
    return {user, Refusal::Reason::PartnerFailed, at, at, 1, {}, 0};
}

Refusal turnedAway(UserId user, Refusal::Reason reason, WallMs at)
{
    return {user, reason, at, at, 1, {}, 0};
}

} // namespace

/// Why somebody got no coupon, as the book remembers it.
class TestBookRefusals : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpRefusals_data() { DatabaseFixture::addEngines(); }
    void addsUpRefusals();
    void tellsThePlaceInLine_data() { DatabaseFixture::addEngines(); }
    void tellsThePlaceInLine();
    void theNewestRefusalDecides_data() { DatabaseFixture::addEngines(); }
    void theNewestRefusalDecides();
    void aWithdrawnStockIsNotSoldOut_data() { DatabaseFixture::addEngines(); }
    void aWithdrawnStockIsNotSoldOut();
    void tellsHowTheStockSoldOut_data() { DatabaseFixture::addEngines(); }
    void tellsHowTheStockSoldOut();
    void decidesByTheStrongestWord_data() { DatabaseFixture::addEngines(); }
    void decidesByTheStrongestWord();
    void forgetsTheLongestAgo_data() { DatabaseFixture::addEngines(); }
    void forgetsTheLongestAgo();

private:
    WhyNot whyNot(UserId user) { return book::whyNot(*m_session, user).value_or(WhyNot{}); }
    qint64 rows(const char *table)
    {
        return DatabaseFixture::numberOf(*m_session,
                                         QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table));
    }
};

void TestBookRefusals::addsUpRefusals()
{
    open();
    QVERIFY(book::noteTurn(*m_session, book::StockTurn::Filled, now));
    QVERIFY(book::writeRefusals(*m_session, {}, plenty));
    QVERIFY(book::writeRefusals(*m_session, {failedAt(1, now + 50)}, plenty));
    QCOMPARE(whyNot(1).verdict, Verdict::FailedAtPartner);
    QVERIFY(!whyNot(1).place);
    // Twice the same user in one go, and the later one first.
    QVERIFY(book::writeRefusals(*m_session, {soldOut(1, now + 200), soldOut(1, now + 100)}, plenty));
    constexpr auto reason = Refusal::Reason::SoldOut;
    QVERIFY(book::writeRefusals(
        *m_session, {{1, reason, now + 300, now + 400, 5, {}, 0}, failedAt(1, now + 60)}, plenty));
    const Refusal expected{1, reason, now + 100, now + 400, 7, {}, now};
    const Refusal failed{1, Refusal::Reason::PartnerFailed, now + 50, now + 60, 2, {}, 0};
    QCOMPARE(whyNot(1).refusals, (QList{expected, failed}));
    // Another server, whose notes come late, saw the user earlier.
    QVERIFY(book::writeRefusals(*m_session, {soldOut(1, now + 10)}, plenty));
    const Refusal earlier{1, reason, now + 10, now + 400, 8, {}, now};
    QCOMPARE(whyNot(1).refusals, (QList{earlier, failed}));
    QCOMPARE(rows("refusal"), 2);
    constexpr UserId last = std::numeric_limits<UserId>::max();
    QVERIFY(book::writeRefusals(*m_session, {soldOut(last, now)}, plenty));
    QCOMPARE(whyNot(last).refusals.first().user, last);
}

void TestBookRefusals::tellsThePlaceInLine()
{
    open();
    QVERIFY(book::noteTurn(*m_session, book::StockTurn::Filled, now));
    QVERIFY(book::writeRefusals(*m_session,
                                {soldOut(30, now + 1), soldOut(20, now + 2), soldOut(10, now + 2),
                                 soldOut(40, now + 3), failedAt(50, now)},
                                plenty));
    QCOMPARE(whyNot(30).place, std::optional<qint64>(1));
    QCOMPARE(whyNot(10).place, std::optional<qint64>(2));
    QCOMPARE(whyNot(20).place, std::optional<qint64>(3));
    QCOMPARE(whyNot(40).place, std::optional<qint64>(4));
    QCOMPARE(whyNot(40).refused, std::optional<qint64>(4));
    QVERIFY(!whyNot(50).place);
    // Coming again loses nobody the place.
    QVERIFY(book::writeRefusals(*m_session, {soldOut(30, now + 100)}, plenty));
    QCOMPARE(whyNot(30).place, std::optional<qint64>(1));
    // A new filling begins a new line, and leaves the old one as it was.
    QVERIFY(book::noteTurn(*m_session, book::StockTurn::Filled, now + 200));
    QVERIFY(book::writeRefusals(*m_session, {soldOut(60, now + 201), soldOut(20, now + 202)}, plenty));
    QCOMPARE(whyNot(60).place, std::optional<qint64>(1));
    QCOMPARE(whyNot(20).place, std::optional<qint64>(2));
    QCOMPARE(whyNot(20).refused, std::optional<qint64>(2));
    QCOMPARE(whyNot(20).refusals.size(), 2);
    QCOMPARE(whyNot(40).place, std::optional<qint64>(4));
    QCOMPARE(whyNot(40).refused, std::optional<qint64>(4));
    // Told so before and after a filling, between two writes: the later one counts.
    const Refusal across{70, Refusal::Reason::SoldOut, now + 150, now + 250, 2, {}, 0};
    QVERIFY(book::writeRefusals(*m_session, {across}, plenty));
    QCOMPARE(whyNot(70).refusals.first().firstAt, now + 250);
    QCOMPARE(whyNot(70).place, std::optional<qint64>(3));
}

void TestBookRefusals::theNewestRefusalDecides()
{
    open();
    using Reason = Refusal::Reason;
    QVERIFY(book::writeRefusals(*m_session, {soldOut(1, now)}, plenty));
    QCOMPARE(whyNot(1).verdict, Verdict::TooEarly); // nothing had been in the stock
    QVERIFY(!whyNot(1).place);
    WallMs at = now;
    for (const auto &[reason, verdict] :
         {std::pair(Reason::TooEarly, Verdict::TooEarly), std::pair(Reason::Paused, Verdict::WhilePaused),
          std::pair(Reason::OutOfOrder, Verdict::OutOfOrder),
          std::pair(Reason::PartnerFailed, Verdict::FailedAtPartner)}) {
        QVERIFY(book::writeRefusals(*m_session, {turnedAway(1, reason, ++at)}, plenty));
        QCOMPARE(whyNot(1).verdict, verdict);
        QCOMPARE(whyNot(1).refusals.first().lastAt, at);
    }
    QCOMPARE(whyNot(1).refusals.size(), 5);
}

void TestBookRefusals::aWithdrawnStockIsNotSoldOut()
{
    open();
    using Turn = book::StockTurn;
    stock({"A", "B"}, 1);
    QCOMPARE(issue(*m_session, 1, "A", 11)->kind, Booked::Kind::Issued); // at now
    QVERIFY(book::noteTurn(*m_session, Turn::Filled, now - 10));
    QVERIFY(book::noteTurn(*m_session, Turn::AllWithdrawn, now + 10));
    QVERIFY(book::writeRefusals(*m_session, {soldOut(2, now + 5), soldOut(3, now + 20)}, plenty));
    QCOMPARE(whyNot(2).verdict, Verdict::SoldOut);
    QCOMPARE(whyNot(3).verdict, Verdict::Withdrawn);
    QCOMPARE(whyNot(3).withdrawnAt, std::optional<WallMs>(now + 10));
    QVERIFY(!whyNot(3).place);
    // The next filling begins anew. One coupon withdrawn counts where none left the stock after it.
    QVERIFY(book::noteTurn(*m_session, Turn::Filled, now + 30));
    QVERIFY(book::writeRefusals(*m_session, {soldOut(4, now + 40)}, plenty));
    QCOMPARE(whyNot(4).verdict, Verdict::SoldOut);
    QVERIFY(book::noteTurn(*m_session, Turn::OneWithdrawn, now + 35));
    QCOMPARE(whyNot(4).verdict, Verdict::Withdrawn);
    QVERIFY(m_session->execute(
        QStringLiteral("UPDATE issue SET issued_at = %1 WHERE user_id = 1").arg(now + 36)));
    QCOMPARE(whyNot(4).verdict, Verdict::SoldOut);
}

/// Exact from the book: since the last filling, whose slices are one.
void TestBookRefusals::tellsHowTheStockSoldOut()
{
    open();
    using Turn = book::StockTurn;
    stock({"A", "B", "C"}, 1);
    QVERIFY(m_session->execute(QStringLiteral("DELETE FROM stock_turn")));
    const auto soldOutNow = [&] { return book::sellOut(*m_session, now + 10'000).value_or(SellOut{}); };
    const auto issuedAt = [&](UserId user, const QByteArray &code, WallMs taken, WallMs given) {
        QCOMPARE(issue(*m_session, user, code, 10 + user)->kind, Booked::Kind::Issued);
        QVERIFY(m_session->execute(
            QStringLiteral("UPDATE issue SET reserved_at = %1, issued_at = %2 WHERE user_id = %3")
                .arg(taken > 0 ? QString::number(taken) : QStringLiteral("NULL"))
                .arg(given)
                .arg(user)));
    };
    QVERIFY(!soldOutNow()); // nothing was ever in the stock
    QVERIFY(book::noteTurn(*m_session, Turn::Filled, now - 9000));
    issuedAt(1, "A", now - 8000, now - 7990);
    for (const WallMs slice : {now, now + 400, now + 900})
        QVERIFY(book::noteTurn(*m_session, Turn::Filled, slice));
    QVERIFY(!soldOutNow()); // nobody has got one of these
    issuedAt(2, "B", 0, now + 500);
    issuedAt(3, "C", now + 1110, now + 3000); // the partner took its time
    QVERIFY(book::writeRefusals(
        *m_session,
        {soldOut(4, now - 5000), soldOut(5, now + 450), soldOut(6, now + 1200), soldOut(6, now + 1300)},
        plenty));
    QCOMPARE(soldOutNow(), std::optional(SellOut{now, now + 500, now + 1110, 2, 2}));
    // Each refusal speaks of its own filling, and of what had gone by then.
    QCOMPARE(whyNot(4).refusals.first().sellOutAt, std::optional<WallMs>(now - 8000));
    QCOMPARE(whyNot(5).refusals.first().sellOutAt, std::optional<WallMs>());
    QCOMPARE(whyNot(6).refusals.first().sellOutAt, std::optional<WallMs>(now + 1110));
    QVERIFY(book::noteTurn(*m_session, Turn::AllWithdrawn, now + 4000));
    QVERIFY(!soldOutNow());

    QCOMPARE(book::lastPartnerRefusal(*m_session).value_or(-1), 0);
    QVERIFY(book::writeRefusals(*m_session, {failedAt(7, now + 20), failedAt(8, now + 30)}, plenty));
    QCOMPARE(book::lastPartnerRefusal(*m_session).value_or(-1), now + 30);
}

void TestBookRefusals::decidesByTheStrongestWord()
{
    open();
    stock({"A", "B"}, 1);
    QCOMPARE(whyNot(1).verdict, Verdict::NeverSeen);
    QCOMPARE(whyNot(1).user, 1);
    QVERIFY(!whyNot(1).knownSince);
    QVERIFY(book::writeRefusals(
        *m_session, {soldOut(1, now + 5), failedAt(1, now + 4), soldOut(2, now + 5), failedAt(2, now + 6)},
        plenty));
    QCOMPARE(whyNot(1).verdict, Verdict::SoldOut);
    QCOMPARE(whyNot(2).verdict, Verdict::FailedAtPartner);
    QVERIFY(!whyNot(2).place);
    QVERIFY(changeDoubt(*m_session, 1, "A", 11));
    QCOMPARE(whyNot(1).verdict, Verdict::InDoubt);
    QCOMPARE(whyNot(1).coupon->code, QByteArray("A"));
    QCOMPARE(whyNot(1).coupon->status, CouponStatus::InDoubt);
    QCOMPARE(whyNot(1).doubtSince, std::optional<WallMs>(now));
    QCOMPARE(issue(*m_session, 1, "A", 11)->kind, Booked::Kind::Issued);
    QCOMPARE(whyNot(1).verdict, Verdict::Issued);
    QCOMPARE(whyNot(1).coupon->issuedAt, std::optional<WallMs>(now));
    QCOMPARE(whyNot(1).refusals.size(), 2);
    QVERIFY(!whyNot(1).place);
    QVERIFY(!whyNot(1).doubtSince);
}

void TestBookRefusals::forgetsTheLongestAgo()
{
    open();
    QVERIFY(book::noteTurn(*m_session, book::StockTurn::Filled, now));
    constexpr qint64 most = 100;
    QList<Refusal> users;
    for (int i = 1; i <= most; ++i)
        users.append(soldOut(1000 - i, now + i));
    QVERIFY(book::writeRefusals(*m_session, users, most));
    QVERIFY(!whyNot(1).knownSince);
    // Rewriting those that are known makes nothing longer.
    QVERIFY(book::writeRefusals(*m_session, users, most));
    QCOMPARE(rows("refusal"), most);
    QVERIFY(!whyNot(1).knownSince);
    // The one that was first came again, so that it is not the longest ago.
    QVERIFY(book::writeRefusals(*m_session, {soldOut(999, now + 1000)}, most));
    QVERIFY(book::writeRefusals(*m_session, {soldOut(1, now + 2000), soldOut(2, now + 2000)}, most));
    QCOMPARE(rows("refusal"), most);
    QCOMPARE(whyNot(1).knownSince, std::optional<WallMs>(now + 3));
    QCOMPARE(whyNot(999).verdict, Verdict::SoldOut);
    QCOMPARE(whyNot(998).verdict, Verdict::NeverSeen);
    QCOMPARE(whyNot(997).verdict, Verdict::NeverSeen);
    QCOMPARE(whyNot(996).verdict, Verdict::SoldOut);
    // Far more than there is room for, at once.
    users.clear();
    for (int i = 1; i <= 20 * most; ++i)
        users.append(soldOut(10'000 + i, now + 5000 + i));
    QVERIFY(book::writeRefusals(*m_session, users, most));
    QCOMPARE(rows("refusal"), most);
    QCOMPARE(whyNot(10'000 + 20 * most).verdict, Verdict::SoldOut);
    QCOMPARE(whyNot(10'001).verdict, Verdict::NeverSeen);
}

QTEST_GUILESS_MAIN(TestBookRefusals)
#include "tst_book_refusals.moc"
