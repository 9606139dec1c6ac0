// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/owned_thread.h"
#include "core/database/journal/journal.h"
#include "core/webhook/hook_post.h"
#include "tests/support/book_case.h"
#include "tests/support/hook_listener.h"

#include <QTest>

#include <vector>

using namespace seonchak;
using namespace seonchak::testing;

namespace {

using State = HookDelivery::State;
constexpr int patienceMs = 20'000;
constexpr qint64 historyMost = 200;

/// Stands until it is moved.
class TestClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override { return wall.load(); }
    [[nodiscard]] qint64 steadyNs() const override { return steady.load(); }
    void advance(qint64 ms)
    {
        wall += ms;
        steady += ms * 1'000'000;
    }

private:
    std::atomic<qint64> wall = seonchak::testing::now;
    std::atomic<qint64> steady = 1;
};

struct Pace
{
    std::chrono::milliseconds lookEvery{10};
    std::chrono::milliseconds answerWithin{15'000};
};

/// One server, as far as it delivers.
class Deliverer
{
public:
    Deliverer(const DatabaseUrl &database, const HookOptions &options, const Clock &clock, const char *name,
              int ownPort = 1, Pace pace = {})
        : m_options(options)
        , m_port(ownPort)
        , m_journal(database, 1000)
        , m_thread(QString::fromLatin1(name))
    {
        m_thread.call([&] {
            HookPost::Parts parts{m_options,
                                  database,
                                  m_journal,
                                  clock,
                                  m_port,
                                  QString::fromLatin1(name),
                                  [](const QString &) {}};
            parts.lookEvery = pace.lookEvery;
            parts.historyMost = historyMost;
            parts.answerWithin = pace.answerWithin;
            m_post = std::make_unique<HookPost>(std::move(parts));
        });
    }
    ~Deliverer() { end(true); }
    [[nodiscard]] int looks() const { return m_post->looks(); }
    /// As at an orderly end; or as if it had died.
    void end(bool orderly)
    {
        if (!m_post)
            return;
        if (orderly)
            m_thread.call([this] { m_post->stop(); });
        QVERIFY(m_thread.finishTasks(std::chrono::seconds(60), [this] { m_post.reset(); }));
    }

private:
    const HookOptions m_options;
    std::atomic<int> m_port;
    Journal m_journal;
    OwnedThread m_thread;
    std::unique_ptr<HookPost> m_post;
};

} // namespace

/// Real sockets, a clock that stands.
class TestHookPost : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void deliversSigned_data() { DatabaseFixture::addEngines(); }
    void deliversSigned();
    void aBacklogDoesNotWaitForLooks();
    void triesAgainAtItsTime_data() { DatabaseFixture::addEngines(); }
    void triesAgainAtItsTime();
    void goneIsSwitchedOff();
    void faultyAnswers_data();
    void faultyAnswers();
    void endlessAnswersAreNotRead();
    void itselfAndPrivateAddressesAreRefused_data();
    void itselfAndPrivateAddressesAreRefused();
    void oneOfTwoDelivers_data() { DatabaseFixture::addEngines(); }
    void oneOfTwoDelivers();
    void aDeadOwnerIsFollowed();

private:
    HookOptions optionsTo(const HookListener &receiver) const;
    void tell(const QString &url, int count);
    HookDelivery first() const;
    QList<HookDelivery> all(State state) const;
};

HookOptions TestHookPost::optionsTo(const HookListener &receiver) const
{
    HookOptions options;
    options.urls = {receiver.url()};
    options.keys = {QByteArray(24, 'k')};
    options.allowPrivate = true;
    return options;
}

void TestHookPost::tell(const QString &url, int count)
{
    std::vector<HookEvent> events;
    for (int i = 1; i <= count; ++i)
        events.push_back(book::issuedEvent(i, i, now));
    QVERIFY(book::tellHooks(*m_session, {url}, events));
}

HookDelivery TestHookPost::first() const
{
    const auto rows = book::hookDeliveries(*m_session, {});
    return rows && !rows->isEmpty() ? rows->last() : HookDelivery{};
}

QList<HookDelivery> TestHookPost::all(State state) const
{
    HookFilter filter;
    filter.state = state;
    filter.limit = 1000;
    return book::hookDeliveries(*m_session, filter).value_or(QList<HookDelivery>{});
}

void TestHookPost::deliversSigned()
{
    open();
    HookListener receiver;
    const HookOptions options = optionsTo(receiver);
    const TestClock clock;
    tell(receiver.url(), 40);
    Deliverer server(m_url, options, clock, "a");
    QTRY_COMPARE_WITH_TIMEOUT(all(State::Delivered).size(), 40, patienceMs);
    QCOMPARE(receiver.got.size(), 40);
    QSet<QByteArray> ids;
    for (const HeardHook &request : receiver.got) {
        const QByteArray id = request.header("webhook-id");
        ids.insert(id);
        const qint64 timestamp = request.header("webhook-timestamp").toLongLong();
        QCOMPARE(timestamp, now / 1000);
        QCOMPARE(request.header("webhook-signature"),
                 hookSignature(options.keys, id, timestamp, request.body));
        QVERIFY(request.head.startsWith("POST /hook HTTP/1.1"));
        QVERIFY(request.body.startsWith("{\"type\":\"coupon.issued\""));
    }
    QCOMPARE(ids.size(), 40);
}

/// Whatever a look is busy with when deliveries end: here with sweeping.
void TestHookPost::aBacklogDoesNotWaitForLooks()
{
    m_url = m_databases.migrated("sqlite");
    m_session = DatabaseFixture::open(m_url);
    HookListener receiver;
    const TestClock clock;
    constexpr int many = 1500;
    tell(receiver.url(), many);
    Deliverer server(m_url, optionsTo(receiver), clock, "a", 1, {.lookEvery = std::chrono::seconds(1)});
    QTRY_COMPARE_WITH_TIMEOUT(book::hookReceivers(*m_session, {receiver.url()})->first().waiting, 0,
                              patienceMs);
    QCOMPARE(receiver.got.size(), many);
}

void TestHookPost::triesAgainAtItsTime()
{
    open();
    HookListener receiver;
    receiver.answer = [](int number) { return HookListener::plain(number < 2 ? 503 : 204); };
    TestClock clock;
    tell(receiver.url(), 1);
    Deliverer server(m_url, optionsTo(receiver), clock, "a");
    QTRY_COMPARE_WITH_TIMEOUT(first().tries, 1, patienceMs);
    QCOMPARE(first().nextAt, clock.wallMs() + 5000);
    QCOMPARE(first().status, 503);
    clock.advance(5000);
    QTRY_COMPARE_WITH_TIMEOUT(first().tries, 2, patienceMs);
    QCOMPARE(first().nextAt, clock.wallMs() + 300'000);
    QCOMPARE(receiver.got.size(), 2);
    clock.advance(300'000);
    QTRY_COMPARE_WITH_TIMEOUT(first().state, State::Delivered, patienceMs);
    QCOMPARE(receiver.got[2].header("webhook-id"), receiver.got[0].header("webhook-id"));
    QCOMPARE(receiver.got[2].body, receiver.got[0].body);
    QVERIFY(receiver.got[2].header("webhook-timestamp") != receiver.got[0].header("webhook-timestamp"));
}

void TestHookPost::goneIsSwitchedOff()
{
    m_url = m_databases.migrated("sqlite");
    m_session = DatabaseFixture::open(m_url);
    HookListener receiver;
    receiver.answer = [](int) { return HookListener::plain(410); };
    const TestClock clock;
    tell(receiver.url(), 1);
    Deliverer server(m_url, optionsTo(receiver), clock, "a");
    QTRY_COMPARE_WITH_TIMEOUT(first().state, State::SwitchedOff, patienceMs);
    QCOMPARE(first().status, 410);
    tell(receiver.url(), 5); // what comes later
    QTRY_COMPARE_WITH_TIMEOUT(all(State::SwitchedOff).size(), 5, patienceMs);
    QCOMPARE(receiver.got.size(), 1);
    receiver.answer = [](int) { return HookListener::plain(200); };
    QVERIFY(m_session->transaction([&]() -> Result<void> {
        const auto sent = book::sendAgain(*m_session, first().id, now);
        return sent ? Result<void>{} : std::unexpected(sent.error());
    }));
    QTRY_COMPARE_WITH_TIMEOUT(first().state, State::Delivered, patienceMs);
    QCOMPARE(book::hookReceiver(*m_session, receiver.url())->offAt, 0);
}

void TestHookPost::faultyAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("words");
    QTest::newRow("redirect") << HookListener::plain(302, "Location: /elsewhere\r\n")
                              << "answered 302: redirects are not followed";
    QTest::newRow("refusal") << HookListener::plain(400) << "answered 400: ok";
    QTest::newRow("never") << QByteArray() << "no answer in time";
    QTest::newRow("half") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nha")
                          << "answered 200, but not to its end in time";
    QTest::newRow("nonsense") << QByteArray("nonsense\r\n\r\n") << "no answer: ";
}

void TestHookPost::faultyAnswers()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, words);
    m_url = m_databases.migrated("sqlite");
    m_session = DatabaseFixture::open(m_url);
    HookListener receiver;
    receiver.answer = [answer](int) { return answer; };
    const TestClock clock;
    tell(receiver.url(), 1);
    Pace pace;
    if (words.endsWith(QStringLiteral("in time")))
        pace.answerWithin = std::chrono::milliseconds(5000);
    Deliverer server(m_url, optionsTo(receiver), clock, "a", 1, pace);
    QTRY_COMPARE_WITH_TIMEOUT(first().tries, 1, patienceMs);
    QCOMPARE(first().state, State::Waiting);
    QVERIFY2(first().answer.startsWith(words), qPrintable(first().answer));
    QCOMPARE(receiver.got.size(), 1);
}

/// Its head says that it was taken; the rest is nobody's.
void TestHookPost::endlessAnswersAreNotRead()
{
    m_url = m_databases.migrated("sqlite");
    m_session = DatabaseFixture::open(m_url);
    constexpr qsizetype large = 64 * 1024 * 1024;
    HookListener receiver;
    receiver.answer = [](int) -> QByteArray {
        return "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n" + QByteArray(large, 'x');
    };
    const TestClock clock;
    tell(receiver.url(), 1);
    Deliverer server(m_url, optionsTo(receiver), clock, "a");
    QTRY_COMPARE_WITH_TIMEOUT(first().state, State::Delivered, patienceMs);
    QVERIFY2(first().answer.contains("not read to its end"), qPrintable(first().answer));
    QVERIFY2(receiver.written < large / 2, qPrintable(QString::number(receiver.written)));
}

void TestHookPost::itselfAndPrivateAddressesAreRefused_data()
{
    QTest::addColumn<bool>("isItself");
    QTest::addColumn<bool>("allowOwn");
    QTest::addColumn<bool>("allowPrivate");
    QTest::addColumn<QString>("words");
    QTest::newRow("itself") << true << false << true << "not sent: the URL points to this server itself";
    QTest::newRow("itself, allowed") << true << true << false << "";
    QTest::newRow("private") << false << false << false << "not sent: the URL points to a private address";
    QTest::newRow("private, allowed") << false << false << true << "";
}

void TestHookPost::itselfAndPrivateAddressesAreRefused()
{
    QFETCH(bool, isItself);
    QFETCH(bool, allowOwn);
    QFETCH(bool, allowPrivate);
    QFETCH(QString, words);
    m_url = m_databases.migrated("sqlite");
    m_session = DatabaseFixture::open(m_url);
    HookListener receiver;
    HookOptions options = optionsTo(receiver);
    // By a name: what it means is known only when it was looked up.
    options.urls = {QStringLiteral("http://localhost:%1/hook").arg(receiver.serverPort())};
    options.allowOwn = allowOwn;
    options.allowPrivate = allowPrivate;
    const TestClock clock;
    tell(options.urls.first(), 1);
    Deliverer server(m_url, options, clock, "a", isItself ? receiver.serverPort() : 1);
    QTRY_VERIFY_WITH_TIMEOUT(first().answeredAt != 0, patienceMs);
    QVERIFY2(first().answer.startsWith(words), qPrintable(first().answer));
    QCOMPARE(receiver.got.size(), words.isEmpty() ? 1 : 0);
}

void TestHookPost::oneOfTwoDelivers()
{
    open();
    HookListener receiver;
    const HookOptions options = optionsTo(receiver);
    const TestClock clock;
    Deliverer a(m_url, options, clock, "a");
    Deliverer b(m_url, options, clock, "b");
    for (int round = 1; round <= 5; ++round) {
        tell(receiver.url(), round * 20);
        QTRY_COMPARE_WITH_TIMEOUT(all(State::Delivered).size(), round * 20, patienceMs);
    }
    QCOMPARE(receiver.got.size(), 100);
}

void TestHookPost::aDeadOwnerIsFollowed()
{
    m_url = m_databases.migrated("sqlite");
    m_session = DatabaseFixture::open(m_url);
    HookListener receiver;
    const HookOptions options = optionsTo(receiver);
    TestClock clock;
    {
        Deliverer dead(m_url, options, clock, "dead");
        tell(receiver.url(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(all(State::Delivered).size(), 1, patienceMs);
        dead.end(false);
    }
    QCOMPARE(book::hookReceiver(*m_session, receiver.url())->owner, QString("dead"));
    clock.advance(3'600'000); // long idle: that alone proves nothing
    tell(receiver.url(), 2);
    Deliverer next(m_url, options, clock, "next");
    const qsizetype before = receiver.got.size();
    QTRY_VERIFY_WITH_TIMEOUT(next.looks() > 5, patienceMs);
    QCOMPARE(receiver.got.size(), before);
    clock.advance(5000);
    QTRY_COMPARE_WITH_TIMEOUT(all(State::Delivered).size(), 2, patienceMs);
}

QTEST_GUILESS_MAIN(TestHookPost)
#include "tst_hook_post.moc"
