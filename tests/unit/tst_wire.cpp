// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/act_json.h"
#include "core/wire/coupon_json.h"
#include "core/wire/desk_json.h"
#include "core/wire/json_tools.h"
#include "core/wire/people_json.h"
#include "core/wire/place_json.h"
#include "core/wire/sale_json.h"
#include "core/wire/status_json.h"

#include <QTest>

#include <cmath>

using namespace seonchak;

namespace {

constexpr WallMs someTime = 1'770'000'000'123;
const QByteArray oddCode = QByteArray("쿠폰\"\\/<é>");

Coupon someCoupon(CouponStatus status = CouponStatus::Issued)
{
    return {9'007'199'254'740'993, oddCode, status, 9'223'372'036'854'775'807, someTime, someTime + 7};
}

Status someStatus()
{
    Status status;
    status.strategy = QStringLiteral("saga");
    status.uptimeSeconds = 12.5;
    status.stock = {100, 1, 2, 3, 4, 50, 40, 2};
    status.faults = {{StockFault::Kind::DoubleCode, oddCode}, {StockFault::Kind::WrongUserKey, "42"}};
    status.stockKnown = status.stockEverKnown = true;
    status.bookAlone = StockNumbers{10, 1, 2, 0, 3, 4, 0, 0};
    status.issuedUsers = 50;
    status.shared = {{"valid", 11},
                     {"already", 12},
                     {"soldOut", 13},
                     {"storeFailed", 14},
                     {"inDoubt", 15},
                     {"inProgress", 16},
                     {"rejected", 17},
                     {"unavailable", 18},
                     {"conflict", 19},
                     {"tooEarly", 20},
                     {"closed", 21},
                     {"compensations", 22},
                     {"storeCalls", 23},
                     {"storeFailures", 24},
                     {"storeUnknown", 25},
                     {"storeSince", someTime},
                     {"optimisticRetries", 26}};
    status.latency = {7, 1.5, 2.5, 3.5};
    status.lastLatency = LatencyHistogram::Summary{3, 0.5, 0.75, 1.25};
    status.lastSecond.of = {1, 2, 3, 4, 5};
    status.peakPerSecond = 99;
    status.peakAt = someTime;
    status.sellOut = SellOut{someTime, someTime + 1, someTime + 2, 40, 60, true, 38, 12.25};
    status.partnerFailedAt = someTime - 5;
    status.issuing = true;
    status.outages = {{Outage::Service::Redis, Outage::Cure::Room, QStringLiteral("OOM"), someTime},
                      {Outage::Service::Database, Outage::Cure::Unlock, QStringLiteral("locked"), someTime}};
    status.paused = true;
    status.sale = {QStringLiteral("가을"), true, SaleView::State::Planned, someTime, someTime + 9,
                   someTime - 9,           -3};
    status.oldestDoubtMs = 1500;
    status.redisConnected = true;
    status.redisUrl = QStringLiteral("unix:///r");
    status.redisMode = QStringLiteral("private");
    status.databaseConnected = true;
    status.databaseEngine = QStringLiteral("sqlite");
    status.databaseTrouble = QStringLiteral("slow");
    status.journalDepth = 4;
    status.foreign = ForeignFound{1, 2, 3, true};
    return status;
}

} // namespace

/// What a server writes and a desk elsewhere reads is the same thing on both sides.
class TestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coupons();
    void aStatus();
    void whatIsNotKnownStaysUnknown();
    void lives();
    void whyNots();
    void doubtsAndTheirEnds();
    void trailAndEvents();
    void acts();
    void times();
    void history();
    void anotherVersionIsNoTrouble();
};

void TestWire::coupons()
{
    for (const auto status : {CouponStatus::Staged, CouponStatus::Available, CouponStatus::Reserved,
                              CouponStatus::InDoubt, CouponStatus::Issued, CouponStatus::Void})
        QCOMPARE(json::readCoupon(json::coupon(someCoupon(status))).value(), someCoupon(status));
    const Coupon plain{1, "A", CouponStatus::Staged, std::nullopt, someTime, std::nullopt};
    const auto page = json::readCouponPage(json::couponPage({someCoupon(), plain}, 7)).value();
    QCOMPARE(page.items, QList<Coupon>({someCoupon(), plain}));
    QCOMPARE(page.next, 7);
    QVERIFY(!json::readCouponPage(json::couponPage({}, std::nullopt))->next);
    const auto added = json::readAdded(json::added({{plain}, 1})).value();
    QCOMPARE(added.coupons, QList<Coupon>({plain}));
    QCOMPARE(added.pushed, 1);
    for (const auto order : {book::Order::Id, book::Order::Code, book::Order::Status, book::Order::User,
                             book::Order::Created, book::Order::Issued})
        QCOMPARE(json::orderOf(json::orderName(order)), order);
}

void TestWire::aStatus()
{
    const Status status = someStatus();
    const QByteArray text = json::status(status);
    const Status read = json::readStatus(text).value();
    QCOMPARE(json::status(read), text); // Everything that is written is read.
    QCOMPARE(read.stock.misplaced, 2);
    QCOMPARE(read.faults, status.faults);
    QCOMPARE(read.shared, status.shared);
    QCOMPARE(read.sellOut, status.sellOut);
    QCOMPARE(read.foreign, status.foreign);
    QCOMPARE(read.lastSecond.of, status.lastSecond.of);
    QCOMPARE(read.lastLatency->p99, 0.75);
    QCOMPARE(read.outages.at(1).cure, Outage::Cure::Unlock);
    QCOMPARE(read.outages.at(1).since, someTime);
    QCOMPARE(read.bookAlone->issued, 4);
    QCOMPARE(read.sale.offsetMs, -3);
    QCOMPARE(read.oldestDoubtMs, 1500);
}

void TestWire::whatIsNotKnownStaysUnknown()
{
    const Status unknown;
    const Status read = json::readStatus(json::status(unknown)).value();
    QVERIFY(!read.stockKnown && !read.stockEverKnown && !read.mayJudge());
    QCOMPARE(read.oldestDoubtMs, -1);
    QVERIFY(!read.bookAlone && !read.sellOut && !read.foreign && !read.lastLatency);
    QVERIFY(read.outages.empty());
    QVERIFY(!json::readStatus("<html>"));
}

void TestWire::lives()
{
    Biography life{someCoupon(), {}};
    for (int what = 0; what <= int(LifeEvent::What::SetAside); ++what)
        life.events.append({LifeEvent::What(what), someTime + what,
                            what % 2 ? std::optional<UserId>(42) : std::nullopt,
                            QStringLiteral("kim (local socket)"), QStringLiteral("detail")});
    const auto read = json::readLife(json::life(life)).value();
    QCOMPARE(read.coupon, life.coupon);
    QCOMPARE(read.events, life.events);
}

void TestWire::whyNots()
{
    WhyNot answer;
    answer.user = 42;
    answer.verdict = WhyNot::Verdict::SoldOut;
    answer.coupon = someCoupon();
    answer.doubtSince = someTime;
    answer.refusals = {{42, Refusal::Reason::SoldOut, someTime + 5, someTime + 6, 3, someTime, 0},
                       {42, Refusal::Reason::Closed, someTime, someTime, 1, std::nullopt, 0}};
    answer.place = 4;
    answer.refused = 9;
    answer.withdrawnAt = someTime + 1;
    answer.opensAt = someTime + 2;
    answer.knownSince = someTime + 3;
    const auto read = json::readWhyNot(json::whyNot(answer)).value();
    QCOMPARE(read.verdict, answer.verdict);
    QCOMPARE(read.coupon, answer.coupon);
    QCOMPARE(read.refusals, answer.refusals);
    QCOMPARE(read.place, answer.place);
    QCOMPARE(read.refused, answer.refused);
    QCOMPARE(read.withdrawnAt, answer.withdrawnAt);
    QCOMPARE(read.opensAt, answer.opensAt);
    QCOMPARE(read.knownSince, answer.knownSince);
    QCOMPARE(read.doubtSince, answer.doubtSince);
    answer.refusals.clear(); // A page would look at the first one.
    QVERIFY(!json::readWhyNot(json::whyNot(answer)));
}

void TestWire::doubtsAndTheirEnds()
{
    const OpenDoubt open{9'007'199'254'740'995,      3, oddCode, 42, someTime, 2, someTime + 1,
                         QStringLiteral("no answer")};
    const OpenDoubt never{1, 4, "B", 43, someTime, 0, std::nullopt, {}};
    QCOMPARE(json::readDoubts(json::doubts({open, never}, someTime)).value(),
             QList<OpenDoubt>({open, never}));
    for (const auto kind : {DoubtEnd::Kind::Issued, DoubtEnd::Kind::Restored, DoubtEnd::Kind::SetAside,
                            DoubtEnd::Kind::StillUnknown}) {
        const auto end =
            json::readDoubtEnd(json::doubtEnd({kind, someCoupon(), QStringLiteral("it says")})).value();
        QCOMPARE(end.kind, kind);
        QCOMPARE(end.coupon, someCoupon());
        QCOMPARE(end.answer, QStringLiteral("it says"));
    }
}

void TestWire::trailAndEvents()
{
    const AuditEntry entry{7,
                           someTime,
                           QStringLiteral("kim (local socket)"),
                           QStringLiteral("push"),
                           QStringLiteral("detail"),
                           QStringLiteral("done")};
    const auto page = json::readAuditPage(json::auditPage({{entry}, 7, 12})).value();
    QCOMPARE(page.items, QList<AuditEntry>({entry}));
    QCOMPARE(page.next, 7);
    QCOMPARE(page.count, 12);
    QVERIFY(!json::readAuditPage(json::auditPage({{}, std::nullopt, std::nullopt}))->count);
    EventPage events{{}, 40, 3, true};
    for (int kind = 0; kind < int(Event::Kind::Count_); ++kind)
        events.items.append({Event::Kind(kind), someTime, kind, oddCode, kind * 2, quint64(kind + 1),
                             QStringLiteral("d"), 1 + kind});
    const auto read = json::readEvents(json::events(events)).value();
    QCOMPARE(read.items, events.items);
    QCOMPARE(read.next, quint64(40));
    QCOMPARE(read.dropped, quint64(3));
    QVERIFY(read.restarted);
    QCOMPARE(json::readEvent(json::event(events.items.at(5))).value(), events.items.at(5));
}

void TestWire::acts()
{
    QCOMPARE(json::readGenerated(json::generated({1000, 900}))->pushed, 900);
    QCOMPARE(json::readPushed(json::pushed({5, 6}))->available, 6);
    QCOMPARE(json::readVoided(json::voided(8)).value(), 8);
    QCOMPARE(json::readExisting(json::existing({"A", oddCode})).value(), QList<QByteArray>({"A", oddCode}));
    VoidedChosen voided{3, {{CouponStatus::Issued, 2}, {CouponStatus::Void, 1}}, 4, 5};
    const auto read = json::readVoidedChosen(json::voidedChosen(voided)).value();
    QCOMPARE(read.voided, 3);
    QCOMPARE(read.kept, voided.kept);
    QCOMPARE(read.unknown, 4);
    QCOMPARE(read.notReached, 5);
    const CutAct act{QStringLiteral("ab-1"),
                     QStringLiteral("kim"),
                     QStringLiteral("add"),
                     QStringLiteral("d"),
                     3,
                     9,
                     someTime};
    QCOMPARE(json::readCutActs(json::cutActs({act})).value(), QList<CutAct>({act}));
    QCOMPARE(json::readVoidPlan(json::voidPlan({1, 2, 3, 4}))->inFlight, 3);
    QCOMPARE(json::readForeign(json::foreign(ForeignFound{1, 2, 3, false})).value(),
             (ForeignFound{1, 2, 3, false}));
    QVERIFY(!json::readForeign(json::foreign(std::nullopt)).value());
}

void TestWire::times()
{
    const SaleTimesChange change{SaleTimesChange::atOnce, 0};
    QCOMPARE(json::saleTimes(change), QByteArray(R"({"closesAt":null,"opensAt":"now"})"));
    QCOMPARE(json::saleTimes({std::nullopt, std::nullopt}), QByteArray("{}"));
    const SaleView view{QStringLiteral("s"), true, SaleView::State::SoldOut, someTime, 0, someTime + 1, 4};
    const SaleView read = json::readSale(json::sale(view));
    QCOMPARE(json::sale(read), json::sale(view));
}

void TestWire::history()
{
    Sample first;
    first.ns = 5'000'000'000;
    first.stock = 7;
    first.p99 = 1.25;
    Sample second = first;
    second.ns = 9'000'000'000;
    second.gapBefore = true;
    second.stock = Sample::unknown;
    const auto text = json::history({{first, second}, 60, 4, 10'000'000'000, someTime});
    const auto past = json::readHistory(text, 110'000'000'000).value();
    QCOMPARE(past.samples.size(), 2);
    QCOMPARE(past.samples.at(0).ns, 105'000'000'000); // As long ago, on the reader's clock.
    QCOMPARE(past.samples.at(0).stock, 7.0);
    QCOMPARE(past.samples.at(0).p99, 1.25);
    QVERIFY(past.samples.at(1).gapBefore && std::isnan(past.samples.at(1).stock));
}

void TestWire::anotherVersionIsNoTrouble()
{
    QVERIFY(!json::readEvent(R"({"serial":3,"kind":"FLEW_AWAY"})"));
    const auto events =
        json::readEvents(R"({"items":[{"serial":3,"kind":"FLEW_AWAY"},{"serial":4,"kind":"PAUSED"}]})");
    QCOMPARE(events->items.size(), 1);
    QVERIFY(!json::readWhyNot(R"({"userId":4,"verdict":"UNHEARD_OF"})"));
    QCOMPARE(json::readStatus(R"({"strategy":"saga","wings":2})")->strategy, QStringLiteral("saga"));
    // A server that does not say how much is out of place says at least that something is.
    const auto red =
        json::readStatus(R"({"stockKnown":true,"stock":{"generated":0,"conserved":false}})").value();
    QVERIFY(!red.stock.conserved());
    QVERIFY(!json::readDesk(R"({"name":"other software"})"));
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
