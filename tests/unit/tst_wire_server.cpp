// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/act_json.h"
#include "core/wire/desk_address.h"
#include "core/wire/job_json.h"
#include "core/wire/json_tools.h"
#include "core/wire/place_json.h"
#include "core/wire/preflight_json.h"
#include "core/wire/presence_json.h"

#include <QCoreApplication>
#include <QTest>

using namespace seonchak;

/// What a server says of itself, of its work, and of who is there.
class TestWireServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheDoctorFound();
    void jobs();
    void aPlace();
    void addresses();
};

void TestWireServer::whatTheDoctorFound()
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

void TestWireServer::jobs()
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

void TestWireServer::aPlace()
{
    json::DeskPlaceInfo place;
    place.role = QStringLiteral("operator");
    place.name = QStringLiteral("kim");
    place.sale.name = QStringLiteral("가을");
    place.sale.live = true;
    place.strategy = QStringLiteral("saga");
    place.partner.url = QUrl(QStringLiteral("https://user:secret@shop.example:8443/api"));
    place.partner.timeoutMs = 1234;
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
    QCOMPARE(read.partner.url, QUrl(QStringLiteral("https://shop.example:8443/api")));
    QCOMPARE(read.partner.timeoutMs, 1234);
    QVERIFY(read.can("search") && !read.can("flying"));
    place.partner.url.clear();
    QVERIFY(json::readDesk(json::desk(place))->partner.isMock());
}

void TestWireServer::addresses()
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

QTEST_GUILESS_MAIN(TestWireServer)
#include "tst_wire_server.moc"
