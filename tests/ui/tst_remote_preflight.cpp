// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An attached window has the server's own doctor look, in its reader's language.

#include "core/async/clock.h"
#include "core/wire/preflight_json.h"
#include "core/wire/status_json.h"
#include "tests/ui/fake_port.h"
#include "ui/remote/remote_desk.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace seonchak;

namespace {

constexpr int answersMs = 10'000;

/// A server that says of itself what the test wants, and has one reading to tell.
class OtherServer : public QTcpServer
{
public:
    explicit OtherServer(QByteArray abilities)
        : can(std::move(abilities))
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { take(*socket); });
        });
    }
    [[nodiscard]] DeskAddress address() const
    {
        return DeskAddress::parse(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())).value();
    }

    const QByteArray can;
    QByteArray finding = json::preflight(
        {{"port", doctor::Status::Failed, QStringLiteral("taken"), QStringLiteral("choose another")}});
    QByteArrayList looks;                           ///< the heads of what was asked about the surroundings
    QList<std::pair<QByteArray, QByteArray>> notes; ///< path and body

private:
    void take(QTcpSocket &socket)
    {
        const QByteArray text = socket.readAll();
        const QByteArray head = text.left(text.indexOf("\r\n\r\n"));
        const QByteArray path = head.split(' ').value(1);
        if (head.startsWith("POST"))
            notes.append({path, text.mid(head.size() + 4)});
        if (path == "/api/v1/desk")
            return answer(socket, "{\"version\":\"1\",\"role\":\"operator\",\"name\":\"kim\",\"sale\":{},"
                                  "\"store\":{},\"capabilities\":[" +
                                      can + "]}");
        if (path.startsWith("/api/v1/stream"))
            return answer(socket, "event: reading\ndata: " + json::status(FakePort::busyStatus()) + "\n\n",
                          true);
        if (head.startsWith("GET /api/v1/preflight"))
            looks << head;
        answer(socket, finding);
    }
    static void answer(QTcpSocket &socket, const QByteArray &body, bool isStream = false)
    {
        socket.write(isStream ? QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")
                              : "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                                    QByteArray::number(body.size()) + "\r\n\r\n");
        socket.write(body);
    }
};

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
    const SystemClock clock;
    RemoteDesk desk(server.address(), {}, clock);
    QVERIFY(!desk.canExamine());
    desk.start();
    QTRY_VERIFY_WITH_TIMEOUT(desk.attachment()->connected, answersMs);
    QVERIFY(desk.canExamine());
    for (const auto &[tongue, header] : {std::pair(doctor::Tongue::Korean, "Accept-Language: ko"),
                                         std::pair(doctor::Tongue::English, "Accept-Language: en")}) {
        std::optional<Result<std::vector<doctor::Check>>> found;
        desk.preflight(tongue).then([&found](Result<std::vector<doctor::Check>> answer) { found = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(found, answersMs);
        QVERIFY(found->has_value());
        QCOMPARE(found->value().front().status, doctor::Status::Failed);
        QCOMPARE(found->value().front().cure, "choose another");
        QVERIFY2(server.looks.back().contains(header), server.looks.back());
    }
    std::optional<Result<void>> done;
    desk.record("preflight", "before opening at once", "done: went on").then([&done](Result<void> answer) {
        done = answer;
    });
    QTRY_VERIFY_WITH_TIMEOUT(done, answersMs);
    QVERIFY(done->has_value());
    QCOMPARE(server.notes.size(), 1);
    QCOMPARE(server.notes.front().first, "/api/v1/preflight");
    QVERIFY(server.notes.front().second.contains("before opening at once"));
    // What is no list of findings is no pass.
    server.finding = "{}";
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
    QCOMPARE(server.notes.size(), 0);
}

QTEST_MAIN(TestRemotePreflight)
#include "tst_remote_preflight.moc"
