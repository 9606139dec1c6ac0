// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/act_json.h"
#include "core/wire/coupon_json.h"
#include "core/wire/desk_address.h"
#include "core/wire/desk_json.h"
#include "core/wire/job_json.h"
#include "core/wire/json_tools.h"
#include "core/wire/people_json.h"
#include "core/wire/place_json.h"
#include "core/wire/preflight_json.h"
#include "core/wire/presence_json.h"
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
    status.sellOut = SellOut{someTime, someTime + 1, someTime + 2, 40, 60, true};
    status.storeFailedAt = someTime - 5;
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
    void jobs();
    void times();
    void aPlace();
    void history();
    void whatTheDoctorFound();
    void anotherVersionIsNoTrouble();
    void addresses();
};

void TestWire::whatTheDoctorFound()
{
    using doctor::Status;
    const std::vector<doctor::Check> all{{"redis-reachable", Status::Ok, "Redis 7 answers", {}},
                                         {"disk-space", Status::Warning, "3 GB", "Make room"},
                                         {"database-fsync", Status::Skipped, "not here", {}},
                                         {"port", Status::Failed, "taken", "Choose another"}};
    const QByteArray text = json::preflight(all);
    QVERIFY(text.contains("\"ok\":false"));
    const auto read = json::readPreflight(text).value();
    QCOMPARE(read.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(read[i].id, all[i].id);
        QCOMPARE(read[i].status, all[i].status);
        QCOMPARE(read[i].found, all[i].found);
        QCOMPARE(read[i].cure, all[i].cure);
    }
    QVERIFY(json::preflight({all.front()}).contains("\"ok\":true"));
    // What is not understood is no pass.
    const auto later =
        json::readPreflight("{\"ok\":true,\"checks\":[{\"id\":\"x\",\"status\":\"unsure\"}]}").value();
    QCOMPARE(later.front().status, Status::Failed);
    for (const char *nothing : {"{}", "{\"ok\":true,\"checks\":[]}", "<html>"})
        QVERIFY(!json::readPreflight(nothing));
}

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

void TestWire::jobs()
{
    Job job;
    job.id = QStringLiteral("4be2");
    job.action = QStringLiteral("push");
    job.actor = QStringLiteral("kim (203.0.113.7)");
    job.detail = QStringLiteral("all staged coupons");
    job.state = Job::State::Stopped;
    job.made = 7;
    job.begunAt = 1'000;
    job.endedAt = 2'000;
    job.result = QStringLiteral("stopped: 7 pushed, 9 in stock");
    QJsonObject object = json::job(job);
    QVERIFY(object.value("total").isNull());
    const Job read = json::readJob(json::compact(object)).value();
    QCOMPARE(read.id, job.id);
    QCOMPARE(read.action, job.action);
    QCOMPARE(read.actor, job.actor);
    QCOMPARE(read.detail, job.detail);
    QCOMPARE(read.state, job.state);
    QCOMPARE(read.made, 7);
    QCOMPARE(read.total, 0);
    QCOMPARE(read.begunAt, 1'000);
    QCOMPARE(read.endedAt, 2'000);
    QCOMPARE(read.result, job.result);
    QCOMPARE(json::readJobAnswer(json::compact(object)).status, 0);
    object.insert("answer",
                  QJsonObject{{"status", 200}, {"body", QJsonObject{{"pushed", 7}, {"available", 9}}}});
    const json::JobAnswer answer = json::readJobAnswer(json::compact(object));
    QCOMPARE(answer.status, 200);
    QCOMPARE(json::readPushed(answer.body)->available, 9);
    QCOMPARE(json::readJobs(json::jobs({job, job}))->size(), 2);
    QVERIFY(!json::readJob("{\"id\":\"a\",\"state\":\"dreaming\"}"));
    QCOMPARE(json::readJobs("{\"items\":[{\"id\":\"a\",\"state\":\"dreaming\"}]}")->size(), 0);
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

void TestWire::aPlace()
{
    json::DeskPlaceInfo place;
    place.role = QStringLiteral("operator");
    place.name = QStringLiteral("kim");
    place.sale = someStatus().sale;
    place.strategy = QStringLiteral("saga");
    place.store.url = QUrl(QStringLiteral("https://user:secret@shop.example:8443/api"));
    place.store.timeoutMs = 1234;
    QCoreApplication::setApplicationVersion(QStringLiteral("1.2.3"));
    constexpr qint64 large = 9'007'199'254'740'993; // no number of a script's
    place.present = {{{"a", "kim", "operator", "local socket", 1'000, {{large, 2'000}}},
                      {"b", "lee", "viewer", "203.0.113.7", 3'000, {}}},
                     4};
    const QByteArray text = json::desk(place);
    QVERIFY(!text.contains("secret"));
    const auto read = json::readDesk(text).value();
    QCOMPARE(read.version, QStringLiteral("1.2.3"));
    QCOMPARE(read.api, 1);
    QCOMPARE(read.role, place.role);
    QCOMPARE(read.name, place.name);
    QVERIFY(read.sale.live);
    QVERIFY(read.present == place.present);
    const json::DeskTold told{QStringLiteral("a-1"), {large, 1}};
    const auto said = json::readDeskTold(json::objectOf(json::deskTold(told)).value()).value();
    QCOMPARE(said.id, told.id);
    QCOMPARE(said.doubts, told.doubts);
    QCOMPARE(read.store.url, QUrl(QStringLiteral("https://shop.example:8443/api")));
    QCOMPARE(read.store.timeoutMs, 1234);
    QVERIFY(read.can("search") && !read.can("flying"));
    place.store.url.clear();
    QVERIFY(json::readDesk(json::desk(place))->store.isMock());
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

void TestWire::addresses()
{
    const auto base = [](const char *text) { return DeskAddress::parse(QLatin1String(text))->base; };
    QCOMPARE(base("https://desk.example:8443/coupons/"), QByteArray("https://desk.example:8443/coupons"));
    QCOMPARE(base("https://desk.example"), QByteArray("https://desk.example"));
    for (const char *near : {"http://127.0.0.1:8080", "http://localhost:8080/x", "http://[::1]:8080"})
        QVERIFY2(DeskAddress::parse(QLatin1String(near)), near);
    for (const char *socket : {"unix:/run/seonchak/desk.sock", "unix:///run/seonchak/desk.sock"})
        QCOMPARE(DeskAddress::parse(QLatin1String(socket))->socketPath,
                 QStringLiteral("/run/seonchak/desk.sock"));
    for (const char *wrong :
         {"", "desk.example", "ftp://desk.example", "http://desk.example", "http://10.0.0.1:80", "https://",
          "unix:", "unix:desk.sock", "https://kim:pw@desk.example", "https://desk.example/?a=b",
          "https://desk.example/#x", "https://a b/"})
        QVERIFY2(!DeskAddress::parse(QLatin1String(wrong)), wrong);
    QVERIFY(!DeskAddress::parse(QStringLiteral("unix:/") + QString(107, u'x')));
    QVERIFY(!DeskAddress::parse(QStringLiteral("https://kim:secret@h/"))
                 .error()
                 .detail.contains(QLatin1String("secret")));
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
