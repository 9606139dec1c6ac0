// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/owned_thread.h"
#include "server/api/security.h"
#include "server/transport/desk_socket.h"
#include "server/transport/http_worker.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <grp.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

using namespace seonchak;
using namespace seonchak::http;

namespace {

int connected(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval limit{.tv_sec = 20, .tv_usec = 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

QByteArray asked(const QString &path, const QByteArray &request)
{
    const int descriptor = connected(path);
    QByteArray answer;
    if (descriptor >= 0 &&
        ::send(descriptor, request.constData(), std::size_t(request.size()), MSG_NOSIGNAL) > 0) {
        QByteArray part(4096, Qt::Uninitialized);
        for (auto count = ::recv(descriptor, part.data(), std::size_t(part.size()), 0); count > 0;
             count = ::recv(descriptor, part.data(), std::size_t(part.size()), 0))
            answer += part.first(count);
    }
    ::close(descriptor);
    return answer;
}

/// A worker on a desk socket, which answers who it sees.
class DeskServer
{
public:
    explicit DeskServer(const QString &path)
        : m_socket(DeskSocket::open(path).value())
    {
        m_thread.call([&] {
            WorkerSettings settings;
            settings.handler = [](const Request &request, const Reply &reply) {
                Response response;
                response.body = request.local ? QByteArray::number(request.local->uid) + ' ' +
                                                    request.local->name.toUtf8()
                                              : QByteArray("nobody");
                response.body += request.peer.isNull() ? " no address" : " an address";
                response.close = true;
                reply(response);
            };
            m_worker = std::make_unique<HttpWorker>(std::move(settings), m_clock);
            if (!m_worker->listen(m_socket.takeListener()))
                qFatal("cannot listen");
        });
    }
    ~DeskServer()
    {
        m_thread.call([this] { m_worker.reset(); });
    }
    [[nodiscard]] const DeskSocket &socket() const { return m_socket; }

private:
    SystemClock m_clock;
    DeskSocket m_socket;
    OwnedThread m_thread{QStringLiteral("desks")};
    std::unique_ptr<HttpWorker> m_worker;
};

LocalPeer peer(qint64 uid, QList<qint64> groups = {})
{
    return {uid, QStringLiteral("kim"), std::move(groups)};
}

Request over(const LocalPeer &from, const Headers &headers = {{"host", "whatever.example"}})
{
    Request request;
    request.local = std::make_shared<LocalPeer>(from);
    request.headers = headers;
    return request;
}

} // namespace

/// The Unix socket of this machine's desks: the file, who is at it, and what they may.
class TestDeskSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFileIsForTheGroupAndGoesWithIt();
    void whatADeadServerLeftIsReplaced();
    void aLivingServerIsNot();
    void whatIsNoSocketIsNot();
    void badPlaces();
    void theKernelSaysWhoIsThere();
    void whoMayComeIn();
    void aTokenOutranksTheLogin();
    void aProxyIsNotTheLoginItRunsAs();

private:
    [[nodiscard]] QString path() const { return m_dir.filePath(QStringLiteral("desk.sock")); }
    QTemporaryDir m_dir;
};

void TestDeskSocket::theFileIsForTheGroupAndGoesWithIt()
{
    {
        const auto desk = DeskSocket::open(path());
        QVERIFY(desk);
        struct stat about = {};
        QCOMPARE(::lstat(QFile::encodeName(path()).constData(), &about), 0);
        QVERIFY(S_ISSOCK(about.st_mode));
        QCOMPARE(about.st_mode & 07777, mode_t(0660));
        const auto *group = ::getgrnam(DeskSocket::groupName);
        if (group && ::geteuid() == 0) {
            QCOMPARE(about.st_gid, group->gr_gid);
            QCOMPARE(desk->group(), qint64(group->gr_gid));
        } else if (!group) {
            QVERIFY(!desk->group());
        }
    }
    QVERIFY(!QFileInfo::exists(path()));
}

void TestDeskSocket::whatADeadServerLeftIsReplaced()
{
    const QByteArray name = QFile::encodeName(path());
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
    const int dead = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    QCOMPARE(::bind(dead, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    ::listen(dead, 1);
    ::close(dead); // The file stays, as after a crash.
    QVERIFY(QFileInfo::exists(path()));
    const DeskServer server(path());
    QVERIFY(asked(path(), "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").startsWith("HTTP/1.1 200"));
}

void TestDeskSocket::aLivingServerIsNot()
{
    const DeskServer server(path());
    const auto second = DeskSocket::open(path());
    QVERIFY(!second);
    QCOMPARE(second.error().trouble, Trouble::Conflict);
    QVERIFY(asked(path(), "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").startsWith("HTTP/1.1 200"));
}

void TestDeskSocket::whatIsNoSocketIsNot()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("precious") > 0);
    file.close();
    const auto desk = DeskSocket::open(path());
    QVERIFY(!desk);
    QCOMPARE(desk.error().trouble, Trouble::Conflict);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
    file.remove();
}

void TestDeskSocket::badPlaces()
{
    const QString tooLong = m_dir.filePath(QString(108, u'x'));
    for (const QString &bad : {tooLong, m_dir.filePath(QStringLiteral("no/such/folder/desk.sock"))}) {
        const auto desk = DeskSocket::open(bad);
        QVERIFY(!desk);
        QCOMPARE(desk.error().trouble, Trouble::BadInput);
    }
}

void TestDeskSocket::theKernelSaysWhoIsThere()
{
    const DeskServer server(path());
    const auto *entry = ::getpwuid(::geteuid());
    QVERIFY(entry);
    const QByteArray expected = QByteArray::number(::geteuid()) + ' ' + entry->pw_name + " no address";
    QVERIFY(asked(path(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n").endsWith(QByteArray("\r\n\r\n" + expected)));
}

void TestDeskSocket::whoMayComeIn()
{
    const Security security({}, {}, {false, {}, 777});
    const qint64 stranger = 54'321;
    for (const auto &good : {peer(0), peer(::geteuid()), peer(stranger, {5, 777})}) {
        QVERIFY(!security.refuses(over(good))); // Whatever the Host.
        const auto caller = security.admit(over(good), Need::Operate);
        QVERIFY(caller);
        QCOMPARE(caller->name, QStringLiteral("kim"));
        QCOMPARE(caller->role, QStringLiteral("operator"));
        QVERIFY(security.admit(over(good), Need::View));
        QCOMPARE(security.admit(over(good), Need::Administer).error(), Problem::NotPermitted);
    }
    QCOMPARE(security.refuses(over(peer(stranger, {5}))), Problem::NotPermitted);
    QCOMPARE(security.admit(over(peer(stranger, {5})), Need::View).error(), Problem::NotPermitted);
    const Security withoutGroup({}, {});
    QCOMPARE(withoutGroup.refuses(over(peer(stranger, {777}))), Problem::NotPermitted);
}

void TestDeskSocket::aTokenOutranksTheLogin()
{
    const Security security({}, {"admin-token"});
    const Headers right{{"host", "x"}, {"authorization", "Bearer admin-token"}};
    const Headers wrong{{"host", "x"}, {"authorization", "Bearer other"}};
    QCOMPARE(security.admit(over(peer(0), right), Need::Administer)->role, QStringLiteral("admin"));
    QCOMPARE(security.admit(over(peer(0), wrong), Need::View).error(), Problem::Unauthorized);
    QVERIFY(security.admit(over(peer(0)), Need::Operate));
}

void TestDeskSocket::aProxyIsNotTheLoginItRunsAs()
{
    const Security security({}, {"admin-token"});
    Request request = over(peer(0), {{"host", "localhost"}, {"x-forwarded-for", "203.0.113.7"}});
    request.sender = security.senderOf(request);
    QCOMPARE(security.admit(request, Need::View).error(), Problem::Unauthorized);
    request.headers.first().second = "whatever.example";
    QCOMPARE(security.refuses(request), Problem::Misdirected);
}

QTEST_GUILESS_MAIN(TestDeskSocket)
#include "tst_desk_socket.moc"
