// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/audit_tail.h"
#include "server/api/doubt_tail.h"
#include "server/api/stream_desk.h"
#include "server/api/stream_session.h"
#include "server/api/stream_source.h"
#include "server/api/stream_words.h"
#include "tests/server/transport_server.h"

#include <QTest>

#include <limits>

using namespace seonchak;
using namespace seonchak::http;
using namespace seonchak::http::testing;

namespace {

constexpr WallMs start = 1'700'000'000'000;
constexpr WallMs later = start + 3'600'000;

class Source final : public StreamSource
{
public:
    void listen(std::weak_ptr<StreamDesk>) override { ++listens; }
    void leave(const StreamDesk *) override { ++leaves; }

    std::atomic<int> listens = 0;
    std::atomic<int> leaves = 0;
};

/// A log of events, and streams that begin where the test says.
struct World
{
    World()
    {
        server.call([this] { desk = std::make_shared<StreamDesk>(source); });
        server.feeder = [this] {
            StreamSession::Sources sources{
                [this](quint64 from, qsizetype most) { return log.after(from, most, later); },
                [this] { return mayStay.load(); },
                {}};
            session = std::make_shared<StreamSession>(*desk, sources, after, log.last());
            return session;
        };
    }
    ~World()
    {
        server.dropWorker();
        server.call([this] {
            session.reset();
            desk.reset();
        });
    }

    /// Things of the sale, each kept by itself.
    void happen(int times)
    {
        for (int i = 0; i < times; ++i)
            log.add({Event::Kind::Edited, start, 0, "C", 0, 0});
    }
    RawClient open(std::optional<quint64> from = std::nullopt)
    {
        after = from;
        auto client = server.connect();
        client.send(get("/stream"));
        client.readAnswer(false);
        return client;
    }
    void take(const StreamChunk &chunk)
    {
        server.call([&] { desk->take(chunk); });
    }
    /// What the feed would tell of the serials above `from`.
    [[nodiscard]] StreamChunk entries(quint64 from)
    {
        const auto page = log.after(from, 1000, later);
        return {StreamChunk::Kind::Entries, sse::entries(page, from), from, page.next};
    }

    Source source;
    EventLog log{{8, 20}};
    std::optional<quint64> after;
    std::atomic<bool> mayStay = true;
    std::shared_ptr<StreamDesk> desk;       ///< of the worker's thread
    std::shared_ptr<StreamSession> session; ///< the newest, likewise
    std::shared_ptr<TransportBudget> budget = defaultBudget();
    Server server{budget};
};

/// One event as the client got it: "id|name|data" without what the data says beyond numbers.
QByteArray readEvent(RawClient &client)
{
    QByteArray text;
    while (!text.endsWith("\n\n")) {
        const auto byte = client.readBytes(1);
        if (byte.isEmpty())
            return "end";
        text += byte;
    }
    if (text.startsWith(':'))
        return readEvent(client);
    QByteArray id;
    QByteArray name;
    QByteArray data;
    for (const auto &line : text.split('\n')) {
        if (line.startsWith("id: "))
            id = line.sliced(4);
        if (line.startsWith("event: "))
            name = line.sliced(7);
        if (line.startsWith("data: "))
            data = line.sliced(6);
    }
    return name == "entry" ? QByteArray(id + "|entry") : QByteArray(id + '|' + name + '|' + data);
}

AuditEntry entry(qint64 id, WallMs at)
{
    return {id, at, {}, {}, {}, {}};
}

OpenDoubt doubt(qint64 reservation, WallMs since, qint64 attempts = 0)
{
    OpenDoubt doubt;
    doubt.reservation = reservation;
    doubt.since = since;
    doubt.attempts = attempts;
    return doubt;
}

} // namespace

class StreamSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithWhatIsNew();
    void resumesAfterASerial();
    void tellsAGap();
    void tellsARestart();
    void theFirstReadingGivesAnId();
    void nothingIsMissedBetweenTheBeginnings();
    void whoIsBehindGetsTheRestFromTheLog();
    void endsWhenItMayNotStay();
    void listensOnlyWhileThereIsOne();
    void auditTail();
    void doubtTail();
    void manyDoubtsAreOneEvent();
};

void StreamSessionTest::beginsWithWhatIsNew()
{
    World world;
    world.happen(3);
    auto client = world.open();
    world.happen(2);
    world.take(world.entries(3));
    world.happen(1);
    world.take(world.entries(5));
    for (const char *expected : {"4|entry", "5|entry", "6|entry"})
        QCOMPARE(readEvent(client), expected);
}

void StreamSessionTest::resumesAfterASerial()
{
    World world;
    world.happen(5);
    auto client = world.open(2);
    for (const char *expected : {"3|entry", "4|entry", "5|entry"})
        QCOMPARE(readEvent(client), expected);
    world.happen(1);
    world.take(world.entries(5));
    QCOMPARE(readEvent(client), "6|entry");
    auto all = world.open(0);
    QCOMPARE(readEvent(all), "1|entry");
}

void StreamSessionTest::tellsAGap()
{
    World world;
    world.happen(20); // of which 8 are kept
    auto client = world.open(3);
    QCOMPARE(readEvent(client), "|gap|{\"dropped\":9}");
    QCOMPARE(readEvent(client), "13|entry");
}

void StreamSessionTest::tellsARestart()
{
    World world;
    world.happen(2);
    for (const quint64 unknown : {quint64(3), std::numeric_limits<quint64>::max()}) {
        auto client = world.open(unknown);
        QCOMPARE(readEvent(client), "|gap|{\"dropped\":0,\"restarted\":true}");
        QCOMPARE(readEvent(client), "1|entry");
        QCOMPARE(readEvent(client), "2|entry");
    }
}

void StreamSessionTest::theFirstReadingGivesAnId()
{
    World world;
    world.happen(2);
    auto client = world.open();
    const StreamChunk reading{StreamChunk::Kind::Reading, sse::event("reading", "{}"), 0, 2};
    world.take(reading);
    QCOMPARE(readEvent(client), "2|reading|{}");
    world.take(reading);
    QCOMPARE(readEvent(client), "|reading|{}");
}

void StreamSessionTest::nothingIsMissedBetweenTheBeginnings()
{
    World world;
    auto client = world.open();
    world.happen(2); // The feed begins now, with what is newer than these.
    world.take({StreamChunk::Kind::Reading, sse::event("reading", "{}"), 0, 2});
    QCOMPARE(readEvent(client), "1|entry");
    QCOMPARE(readEvent(client), "2|entry");
    QCOMPARE(readEvent(client), "|reading|{}");
}

void StreamSessionTest::whoIsBehindGetsTheRestFromTheLog()
{
    World world;
    auto client = world.open();
    const StreamChunk filler{StreamChunk::Kind::Other, sse::event("audit", QByteArray(1000, '1'))};
    while (world.budget->heldBytes() == 0) // until the client takes no more
        world.take(filler);
    for (int i = 0; i < 6; ++i) {
        world.happen(1);
        world.take(world.entries(quint64(i)));
    }
    const auto held = world.budget->heldBytes();
    QVERIFY(held < 10'000); // The entries wait in the log.
    QCOMPARE(world.source.leaves, 0);
    for (int i = 1; i <= 6; ++i) {
        QByteArray next = readEvent(client);
        while (next.startsWith("|audit"))
            next = readEvent(client);
        QCOMPARE(next, QByteArray::number(i) + "|entry");
    }
    world.happen(1);
    world.take(world.entries(6));
    QCOMPARE(readEvent(client), "7|entry");
}

void StreamSessionTest::endsWhenItMayNotStay()
{
    World world;
    auto client = world.open();
    world.server.call([&] { world.session->check(); });
    world.take({StreamChunk::Kind::Other, sse::event("audit", "{}")});
    QCOMPARE(readEvent(client), "|audit|{}");
    world.mayStay = false;
    world.server.call([&] { world.session->check(); });
    QVERIFY(client.isEndedInOrder());
}

void StreamSessionTest::listensOnlyWhileThereIsOne()
{
    World world;
    QCOMPARE(world.source.listens, 0);
    auto one = world.open();
    auto two = world.open();
    QCOMPARE(world.source.listens, 1);
    one.reset();
    QTRY_COMPARE(world.server.worker().connections(), 1);
    QCOMPARE(world.source.leaves, 0);
    two.reset();
    QTRY_COMPARE(world.source.leaves, 1);
}

void StreamSessionTest::auditTail()
{
    AuditTail tail(start);
    QCOMPARE(tail.question().after, 0);
    QCOMPARE(tail.fresh({entry(11, start + 1), entry(10, start), entry(9, start - 1)}),
             QList<AuditEntry>({entry(10, start), entry(11, start + 1)}));
    QVERIFY(tail.question().after < 10);
    // 12 of another server was shown after 13.
    QCOMPARE(tail.fresh({entry(13, start), entry(11, start), entry(10, start)}), QList{entry(13, start)});
    QCOMPARE(tail.fresh({entry(13, start), entry(12, start), entry(11, start)}), QList{entry(12, start)});
    QVERIFY(tail.fresh({entry(13, start), entry(12, start)}).isEmpty());
    QCOMPARE(tail.fresh({entry(500, start)}), QList{entry(500, start)});
    QVERIFY(tail.question().after > 400 && tail.question().after < 500);
}

void StreamSessionTest::doubtTail()
{
    using Change = DoubtTail::Change;
    DoubtTail tail(start);
    QCOMPARE(tail.changes({doubt(1, start - 1), doubt(2, start)}), QList<Change>({{doubt(2, start), true}}));
    QVERIFY(!tail.isEmpty());
    QVERIFY(tail.changes({doubt(1, start - 1), doubt(2, start)}).isEmpty());
    QCOMPARE(tail.changes({doubt(1, start - 1, 5), doubt(2, start), doubt(3, start)}),
             QList<Change>({{doubt(1, start - 1, 5), true}, {doubt(3, start), true}}));
    QCOMPARE(tail.changes({doubt(2, start), doubt(3, start)}),
             QList<Change>({{doubt(1, start - 1, 5), false}}));
    QCOMPARE(tail.changes({}).size(), 2);
    QVERIFY(tail.isEmpty());
}

void StreamSessionTest::manyDoubtsAreOneEvent()
{
    const QList<DoubtTail::Change> many(51, {doubt(1, start), true});
    QCOMPARE(sse::doubts(many, start), "event: doubt\ndata: {\"changed\":51}\n\n");
    const auto few = sse::doubts(many.first(50), start);
    QCOMPARE(few.count("event: doubt\n"), 50);
    QCOMPARE(few.count("\"open\":true"), 50);
}

QTEST_GUILESS_MAIN(StreamSessionTest)
#include "tst_stream_session.moc"
