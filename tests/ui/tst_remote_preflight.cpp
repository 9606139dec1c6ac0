// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An attached window has the server's own doctor look, in its reader's language.

#include "core/async/clock.h"
#include "core/wire/preflight_json.h"
#include "tests/ui/other_server.h"
#include "ui/remote/remote_desk.h"

#include <QTest>

using namespace seonchak;

namespace {

constexpr int answersMs = 10'000;

} // namespace

class TestRemotePreflight : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theServersDoctorIsAsked();
    void anOlderServerHasNone();
};

void TestRemotePreflight::theServersDoctorIsAsked()
{
    OtherServer server("\"preflight\"");
    QByteArray finding = json::preflight(
        {{"port", doctor::Status::Failed, QStringLiteral("taken"), QStringLiteral("choose another")}});
    server.serve = [&finding](const OtherServer::Asked &) { return OtherServer::Answer{.json = finding}; };
    const SystemClock clock;
    RemoteDesk desk(server.address(), {}, clock);
    QVERIFY(!desk.canExamine());
    desk.start();
    QTRY_VERIFY_WITH_TIMEOUT(desk.attachment()->connected, answersMs);
    QVERIFY(desk.canExamine());
    for (const auto &[tongue, language] :
         {std::pair(doctor::Tongue::Korean, "ko"), std::pair(doctor::Tongue::English, "en")}) {
        std::optional<Result<std::vector<doctor::Check>>> found;
        desk.preflight(tongue).then([&found](Result<std::vector<doctor::Check>> answer) { found = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(found, answersMs);
        QVERIFY(found->has_value());
        QCOMPARE(found->value().front().status, doctor::Status::Failed);
        QCOMPARE(found->value().front().cure, "choose another");
        QCOMPARE(server.askedFor("GET /api/v1/preflight").back().header("Accept-Language"),
                 QByteArray(language));
    }
    std::optional<Result<void>> done;
    desk.record("preflight", "before opening at once", "done: went on").then([&done](Result<void> answer) {
        done = answer;
    });
    QTRY_VERIFY_WITH_TIMEOUT(done, answersMs);
    QVERIFY(done->has_value());
    const OtherServer::Asked &note = server.asked.back();
    QVERIFY2(note.head.startsWith("POST /api/v1/preflight "), note.head);
    QVERIFY2(note.body.contains("before opening at once"), note.body);
    // What is no list of findings is no pass.
    finding = "{}";
    std::optional<Result<std::vector<doctor::Check>>> found;
    desk.preflight(doctor::Tongue::English).then([&found](Result<std::vector<doctor::Check>> answer) {
        found = answer;
    });
    QTRY_VERIFY_WITH_TIMEOUT(found, answersMs);
    QVERIFY(!found->has_value());
}

void TestRemotePreflight::anOlderServerHasNone()
{
    OtherServer server("\"stream\"");
    const SystemClock clock;
    RemoteDesk desk(server.address(), {}, clock);
    desk.start();
    QTRY_VERIFY_WITH_TIMEOUT(desk.attachment()->connected, answersMs);
    QVERIFY(!desk.canExamine());
    std::optional<Result<void>> done;
    desk.record("preflight", "before opening at once", "done: went on").then([&done](Result<void> answer) {
        done = answer;
    });
    QTRY_VERIFY_WITH_TIMEOUT(done, answersMs);
    QVERIFY(server.asked.isEmpty());
}

QTEST_MAIN(TestRemotePreflight)
#include "tst_remote_preflight.moc"
