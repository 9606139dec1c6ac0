// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a service manager is told: only where it asked, and a sign of life only while every event loop turns.

#include "app/service_notifier.h"
#include "core/async/owned_thread.h"

#include <QScopeGuard>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace seonchak;

namespace {

/// A service manager's end.
class Listener
{
public:
    explicit Listener(QByteArray name)
        : m_fd(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
        if (name.startsWith('@'))
            address.sun_path[0] = '\0';
        const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + std::size_t(name.size()));
        if (::bind(m_fd, reinterpret_cast<const sockaddr *>(&address), length) != 0)
            qFatal("cannot bind a test socket");
    }
    ~Listener() { ::close(m_fd); }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    /// All lines that have come.
    QList<QByteArray> heard()
    {
        char bytes[8192];
        for (ssize_t size = 0; (size = ::recv(m_fd, bytes, sizeof bytes, 0)) > 0;)
            m_heard += QByteArray(bytes, size).trimmed().split('\n');
        return m_heard;
    }
    bool hears(const QByteArray &line)
    {
        return QTest::qWaitFor([&] { return heard().contains(line); }, 30'000);
    }

private:
    int m_fd;
    QList<QByteArray> m_heard;
};

/// A loop whose turns the test makes.
struct HandLoop
{
    std::vector<std::function<void()>> work;
    PostToLoop post()
    {
        return [this](std::function<void()> one) { work.push_back(std::move(one)); };
    }
    void turn()
    {
        for (const auto &one : std::exchange(work, {}))
            one();
    }
};

int beats(Heartbeat &heartbeat, int ticks, const std::function<void()> &between = {})
{
    int count = 0;
    for (int i = 0; i < ticks; ++i) {
        count += heartbeat.tick() ? 1 : 0;
        if (between)
            between();
    }
    return count;
}

} // namespace

class TestServiceNotifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("notify")).toLocal8Bit();
    }
    void cleanup()
    {
        for (const char *name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
            qunsetenv(name);
    }
    void twoBeatsWithinTheTime();
    void aLoopThatHangsEndsTheBeat();
    void theBeatGoesOnWhenItTurnsAgain();
    void aRealThreadThatHangs();
    void theEnvironmentIsTaken();
    void aWatchdogOfAnotherProcess();
    void namesOfSockets_data();
    void namesOfSockets();
    void nobodyListens();
    void theStateIsToldWhenItChanges();
    void theStartAsksForMoreTime();
    void aFullSocketIsToldLater();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QByteArray m_path;
};

void TestServiceNotifier::twoBeatsWithinTheTime()
{
    HandLoop loop;
    Heartbeat heartbeat({loop.post()});
    const int ticks = 2 * Heartbeat::ticksPerBeat; // what a supervisor waits
    QCOMPARE(beats(heartbeat, 10 * ticks, [&] { loop.turn(); }), 20);
}

void TestServiceNotifier::aLoopThatHangsEndsTheBeat()
{
    HandLoop good;
    HandLoop hung;
    Heartbeat heartbeat({good.post(), hung.post()});
    QCOMPARE(beats(heartbeat, 100, [&] { good.turn(); }), 0);
    QCOMPARE(hung.work.size(), std::size_t(1)); // asked once, not each time
}

void TestServiceNotifier::theBeatGoesOnWhenItTurnsAgain()
{
    HandLoop loop;
    Heartbeat heartbeat({loop.post()});
    loop.turn();
    QVERIFY(heartbeat.tick());
    QCOMPARE(beats(heartbeat, 100), 0);
    loop.turn();
    QVERIFY(heartbeat.tick());
    QVERIFY(!heartbeat.tick());
}

void TestServiceNotifier::aRealThreadThatHangs()
{
    OwnedThread one(QStringLiteral("one"));
    OwnedThread two(QStringLiteral("two"));
    QSemaphore let;
    QSemaphore hangs;
    two.post([&] {
        hangs.release();
        let.acquire();
    });
    hangs.acquire();
    const auto alwaysLet = qScopeGuard([&let] { let.release(); }); // a failure must not hang as well
    const auto post = [](OwnedThread &thread) -> PostToLoop {
        return [&thread](std::function<void()> work) { thread.post(std::move(work)); };
    };
    Heartbeat heartbeat({post(one), post(two)});
    one.call([] {}); // it has answered
    QCOMPARE(beats(heartbeat, 50), 0);
    let.release();
    QVERIFY(QTest::qWaitFor([&] { return heartbeat.tick(); }, 30'000));
}

void TestServiceNotifier::theEnvironmentIsTaken()
{
    qputenv("NOTIFY_SOCKET", "/run/systemd/notify");
    qputenv("WATCHDOG_USEC", "30000000");
    qputenv("WATCHDOG_PID", QByteArray::number(qlonglong(::getpid())));
    const auto asked = Supervisor::take();
    QCOMPARE(asked.socket, QByteArray("/run/systemd/notify"));
    QCOMPARE(asked.watchdog, std::chrono::seconds(30));
    for (const char *name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
        QVERIFY2(!qEnvironmentVariableIsSet(name), name);
}

void TestServiceNotifier::aWatchdogOfAnotherProcess()
{
    qputenv("WATCHDOG_USEC", "30000000");
    qputenv("WATCHDOG_PID", "1");
    QCOMPARE(Supervisor::take().watchdog.count(), 0);
    for (const char *wrong : {"", "soon", "-5", "0"}) {
        qputenv("WATCHDOG_USEC", wrong);
        QCOMPARE(Supervisor::take().watchdog.count(), 0);
    }
}

void TestServiceNotifier::namesOfSockets_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("path") << QByteArray();
    QTest::newRow("abstract") << "@seonchak-test-" + QByteArray::number(qlonglong(::getpid()));
}

void TestServiceNotifier::namesOfSockets()
{
    QFETCH(QByteArray, name);
    if (name.isEmpty())
        name = m_path;
    Listener listener(name);
    QVERIFY((Supervisor{name, {}}.send("READY=1\n")));
    QCOMPARE(listener.heard(), QList<QByteArray>{"READY=1"});
}

void TestServiceNotifier::nobodyListens()
{
    QVERIFY((!Supervisor{m_path, {}}.send("READY=1\n")));
    QVERIFY((!Supervisor{"vsock:2:1234", {}}.send("READY=1\n")));
    QVERIFY((!Supervisor{QByteArray(200, '/'), {}}.send("READY=1\n")));
    ServiceNotifier notifier({});
    notifier.begin([] { return QStringLiteral("fine"); });
    notifier.ready({});
    notifier.stopping();
}

void TestServiceNotifier::theStateIsToldWhenItChanges()
{
    Listener listener(m_path);
    QString state = QStringLiteral("starting");
    ServiceNotifier notifier({m_path, std::chrono::milliseconds(80)});
    notifier.begin([&state] { return state; });
    QVERIFY(listener.hears("STATUS=starting"));
    state = QStringLiteral("issuing");
    notifier.ready({});
    QVERIFY(listener.hears("READY=1"));
    QVERIFY(listener.hears("STATUS=issuing"));
    QVERIFY(listener.hears("WATCHDOG=1"));
    state = QStringLiteral("two\nlines");
    QVERIFY(listener.hears("STATUS=two lines"));
    notifier.stopping();
    QVERIFY(listener.hears("STOPPING=1"));
    QCOMPARE(listener.heard().count("STATUS=issuing"), 1);
}

void TestServiceNotifier::theStartAsksForMoreTime()
{
    Listener listener(m_path);
    ServiceNotifier notifier({m_path, {}});
    notifier.begin([] { return QStringLiteral("starting"); });
    QVERIFY(
        QTest::qWaitFor([&] { return listener.heard().count("EXTEND_TIMEOUT_USEC=15000000") >= 2; }, 30'000));
    notifier.ready({});
    const auto asked = listener.heard().count("EXTEND_TIMEOUT_USEC=15000000");
    notifier.stopping();
    QCOMPARE(listener.heard().count("EXTEND_TIMEOUT_USEC=15000000"), asked);
    QCOMPARE(listener.heard().count("WATCHDOG=1"), 0);
}

void TestServiceNotifier::aFullSocketIsToldLater()
{
    auto listener = std::make_unique<Listener>(m_path);
    const Supervisor supervisor{m_path, {}};
    while (supervisor.send("X=1\n")) {
    }
    ServiceNotifier notifier(supervisor);
    notifier.begin([] { return QStringLiteral("issuing"); });
    notifier.ready({});
    (void)listener->heard();
    QVERIFY(listener->hears("READY=1"));
}

QTEST_GUILESS_MAIN(TestServiceNotifier)
#include "tst_service_notifier.moc"
