// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/out_queue.h"
#include "tests/server/transport_server.h"
#include "tests/support/resident_bytes.h"

#include <QTest>

using namespace seonchak;
using namespace seonchak::http;
using namespace seonchak::http::testing;
using seonchak::testing::residentBytes;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

class Feeder final : public StreamFeeder
{
public:
    void began(std::shared_ptr<Stream> stream) override
    {
        m_stream = std::move(stream);
        ++begins;
    }
    void drained() override
    {
        if (onDrained)
            onDrained(*m_stream);
    }
    void ended() override { ++ends; }
    [[nodiscard]] Stream &stream() { return *m_stream; } // on the worker's thread

    std::atomic<int> begins = 0;
    std::atomic<int> ends = 0;
    std::function<void(Stream &)> onDrained;

private:
    std::shared_ptr<Stream> m_stream;
};

/// A server whose streams the test feeds.
struct World
{
    explicit World(std::shared_ptr<TransportBudget> budget = defaultBudget())
        : server(std::move(budget))
    {
        server.feeder = [this] {
            feeders.push_back(std::make_shared<Feeder>());
            feeders.back()->onDrained = onDrained;
            return feeders.back();
        };
    }
    ~World() { server.dropWorker(); }

    /// A client whose stream has begun, and who has read the head.
    RawClient open(const QByteArray &request = get("/stream"))
    {
        auto client = server.connect();
        client.send(request);
        head = client.readAnswer(false).head;
        return client;
    }
    /// What the feeder of that number says.
    void tell(std::size_t number, const std::function<void(Stream &)> &say)
    {
        server.call([&] { say(feeders.at(number)->stream()); });
    }
    void append(std::size_t number, const QByteArray &piece)
    {
        tell(number, [&](Stream &stream) { stream.append(piece); });
    }
    [[nodiscard]] bool isDrained(std::size_t number)
    {
        bool drained = false;
        tell(number, [&](Stream &stream) { drained = stream.isDrained(); });
        return drained;
    }
    /// Appends until the client takes no more.
    void fill(std::size_t number, const QByteArray &piece)
    {
        while (feeders.at(number)->ends == 0 && isDrained(number))
            append(number, piece);
    }

    std::vector<std::shared_ptr<Feeder>> feeders; ///< of the worker's thread, as far as they are fed
    std::function<void(Stream &)> onDrained;
    QByteArray head;
    Server server;
};

} // namespace

/// Answers that go on.
class TransportStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBodyEndsWithTheConnection_data();
    void theBodyEndsWithTheConnection();
    void headHasNoBody();
    void nothingBehindIsAnswered();
    void noTimeLimitEndsIt();
    void ofWhatGrowsOldTheNewestIsSent();
    void whoDoesNotReadIsCut_data();
    void whoDoesNotReadIsCut();
    void whoReadsSlowlyStays();
    void whoTakesNothingForLongIsDropped();
    void aLongStoryIsToldInTurns();
    void stopping();
    void clientsThatLeaveAreNoticed();
    void manyThatDoNotRead();
};

void TransportStreamTest::theBodyEndsWithTheConnection_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("1.1") << get("/stream");
    QTest::newRow("1.0") << QByteArray("GET /stream HTTP/1.0\r\n\r\n");
    QTest::newRow("1.0 keep-alive") << QByteArray("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
}

void TransportStreamTest::theBodyEndsWithTheConnection()
{
    QFETCH(QByteArray, request);
    World world;
    auto client = world.open(request);
    QVERIFY(world.head.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(world.head.contains("\r\nConnection: close\r\n"));
    QVERIFY(!world.head.contains("Content-Length"));
    QVERIFY(!world.head.contains("Transfer-Encoding"));
    world.append(0, "one ");
    QCOMPARE(client.readBytes(4), "one ");
    QCOMPARE(world.server.worker().inFlight(), 0); // it is no request under way
    world.append(0, "two");
    QCOMPARE(client.readBytes(3), "two");
    world.tell(0, [](Stream &stream) {
        stream.append("end");
        stream.end();
        stream.append("never sent");
    });
    QCOMPARE(client.readBytes(3), "end");
    QVERIFY(client.isEndedInOrder());
    QCOMPARE(world.feeders[0]->ends, 1);
}

void TransportStreamTest::headHasNoBody()
{
    World world;
    auto client = world.open("HEAD /stream HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(world.head.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(!world.head.contains("Content-Length"));
    QCOMPARE(client.ask(get("/next")).body, "GET /next? ");
    QCOMPARE(world.feeders[0]->begins, 0);
    QCOMPARE(world.feeders[0]->ends, 0);
}

void TransportStreamTest::nothingBehindIsAnswered()
{
    World world;
    auto client = world.open(get("/stream") + get("/behind"));
    client.send(get("/later"));
    world.append(0, "body");
    QCOMPARE(client.readBytes(4), "body");
    QCOMPARE(world.server.connect().ask(get("/")).status, 200); // the loop has been round since
    QCOMPARE(world.server.calls, 2);
    world.tell(0, [](Stream &stream) { stream.end(); });
    QVERIFY(client.isEndedInOrder());
    QCOMPARE(world.server.calls, 2);
}

void TransportStreamTest::noTimeLimitEndsIt()
{
    World world;
    auto client = world.open();
    world.append(0, "a");
    world.server.advanceMs(3'600'000);
    world.server.call([&] { world.server.worker().sweep(); });
    world.append(0, "b");
    QCOMPARE(client.readBytes(2), "ab");
}

void TransportStreamTest::ofWhatGrowsOldTheNewestIsSent()
{
    OutQueue queue;
    queue.append("entry1 ");
    queue.offer("old ");
    QCOMPARE(queue.front(), QByteArrayView("entry1 "));
    queue.took(2); // it has begun, and leaves as a whole
    queue.append("entry2 ");
    queue.offer("new ");
    QCOMPARE(queue.held(), 5 + 7 + 4);
    QCOMPARE(queue.owed(), 5 + 7 + 4 + 4);
    QByteArray left;
    for (; !queue.isEmpty(); queue.took(1))
        left += queue.front().front();
    QCOMPARE(left, "try1 entry2 new ");
    QCOMPARE(queue.owed(), 0);
    queue.offer("begun ");
    queue.took(1);
    queue.offer("next ");
    QCOMPARE(queue.front(), QByteArrayView("egun "));
    QCOMPARE(queue.held(), 5 + 5);
}

void TransportStreamTest::whoDoesNotReadIsCut_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("by what is held") << 0;
    QTest::newRow("by what is replaced") << 1;
    QTest::newRow("by what is passed over") << 2;
}

void TransportStreamTest::whoDoesNotReadIsCut()
{
    QFETCH(int, how);
    const auto budget = std::make_shared<TransportBudget>(100, 20 * mebibyte);
    World world(budget);
    auto client = world.open();
    const QByteArray piece(1024, 'x');
    int more = 0;
    qint64 mostHeld = 0;
    // In one turn of the loop: the client's kernel takes some more after a moment.
    world.server.call([&] {
        Feeder &feeder = *world.feeders[0];
        while (feeder.ends == 0 && feeder.stream().isDrained())
            feeder.stream().append(piece);
        for (; more < 1000 && feeder.ends == 0; ++more) {
            Stream &stream = feeder.stream();
            how == 0 ? stream.append(piece) : how == 1 ? stream.offer(piece) : stream.passOver(piece.size());
            mostHeld = std::max(mostHeld, budget->heldBytes());
        }
    });
    QVERIFY(mostHeld <= OutQueue::most);
    QVERIFY2(more >= 63 && more <= 66, QByteArray::number(more));
    QCOMPARE(world.feeders[0]->ends, 1);
    QCOMPARE(world.server.worker().connections(), 0);
    QCOMPARE(budget->heldBytes(), 0);
    QCOMPARE(budget->openConnections(), 0);
    world.append(0, "to nobody");
}

void TransportStreamTest::whoReadsSlowlyStays()
{
    World world;
    auto client = world.open();
    const QByteArray piece(1024, 'x');
    world.fill(0, piece);
    for (int round = 0; round < 10; ++round) {
        for (int i = 0; i < 50; ++i)
            world.tell(0, [&](Stream &stream) { stream.offer(piece); });
        QCOMPARE(world.feeders[0]->ends, 0);
        while (!world.isDrained(0))
            QCOMPARE(client.readBytes(1024).size(), 1024);
        world.fill(0, piece);
    }
    QCOMPARE(world.feeders[0]->ends, 0);
}

void TransportStreamTest::whoTakesNothingForLongIsDropped()
{
    World world;
    auto client = world.open();
    int endsBefore = -1;
    world.server.call([&] { // In one turn of the loop, as above.
        Feeder &feeder = *world.feeders[0];
        while (feeder.stream().isDrained())
            feeder.stream().append(QByteArray(1024, 'x'));
        world.server.clock.advanceMs(29'000);
        world.server.worker().sweep();
        endsBefore = feeder.ends;
        world.server.clock.advanceMs(1'001);
        world.server.worker().sweep();
    });
    QCOMPARE(endsBefore, 0);
    QCOMPARE(world.feeders[0]->ends, 1);
}

void TransportStreamTest::aLongStoryIsToldInTurns()
{
    World world;
    int page = 0;
    constexpr int pages = 400;
    world.onDrained = [&page](Stream &stream) {
        if (page < pages)
            stream.append(QByteArray(16 * 1024, char('a' + page++ % 26)));
        else
            stream.end();
    };
    auto client = world.open();
    world.append(0, "begin");
    QCOMPARE(client.readBytes(5), "begin");
    for (int i = 0; i < pages; ++i)
        QCOMPARE(client.readBytes(16 * 1024), QByteArray(16 * 1024, char('a' + i % 26)));
    QVERIFY(client.isEndedInOrder());
}

void TransportStreamTest::stopping()
{
    World world;
    auto reading = world.open();
    auto blocked = world.open();
    world.fill(1, QByteArray(1024, 'x'));
    auto busy = world.server.connect();
    busy.send(get("/slow") + get("/stream"));
    QTRY_COMPARE(world.server.worker().inFlight(), 1);
    world.append(0, "last words");
    world.server.call([&] { world.server.worker().stopAccepting(); });
    QCOMPARE(reading.readBytes(10), "last words");
    QVERIFY(reading.isEndedInOrder());
    QCOMPARE(world.feeders[0]->ends, 1);
    QCOMPARE(world.feeders[1]->ends, 1);
    QCOMPARE(world.server.worker().inFlight(), 1);
    world.server.release();
    QCOMPARE(busy.readAnswer().body, "slow");
    QVERIFY(busy.isClosedByServer());
    QCOMPARE(world.server.worker().inFlight(), 0);
}

void TransportStreamTest::clientsThatLeaveAreNoticed()
{
    World world;
    auto client = world.open();
    auto half = world.open();
    client.reset();
    QTRY_COMPARE(world.feeders[0]->ends, 1);
    half.finishSending(); // It may still read.
    world.append(1, "still");
    QCOMPARE(half.readBytes(5), "still");
    half.close();
    const auto isNoticed = [&] {
        world.append(1, "gone");
        return world.feeders[1]->ends == 1;
    };
    QTRY_VERIFY(isNoticed());
    QTRY_COMPARE(world.server.worker().connections(), 0);
}

void TransportStreamTest::manyThatDoNotRead()
{
    constexpr std::size_t many = 64;
    World world;
    std::vector<RawClient> clients;
    for (std::size_t i = 0; i < many; ++i)
        clients.push_back(world.open());
    const auto before = residentBytes();
    auto most = before;
    for (int i = 0; i < 1000; ++i) {
        const QByteArray piece(1024, char('a' + i % 26)); // one for all of them
        world.server.call([&] {
            for (const auto &feeder : world.feeders)
                feeder->stream().append(piece);
        });
        most = std::max(most, residentBytes());
    }
#ifdef __SANITIZE_ADDRESS__
    constexpr qint64 allowed = 48 * mebibyte; // freed memory stays in its quarantine
#else
    constexpr qint64 allowed = 8 * mebibyte;
#endif
    QVERIFY2(most - before < allowed, QByteArray::number(most - before));
    QTRY_COMPARE(world.server.worker().connections(), 0);
}

QTEST_GUILESS_MAIN(TransportStreamTest)
#include "tst_transport_stream.moc"
