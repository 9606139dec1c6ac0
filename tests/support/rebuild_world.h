// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"
#include "core/issue/repair/rebuild.h"
#include "core/redis/connection.h"
#include "tests/support/database_fixture.h"
#include "tests/support/redis_fixture.h"

#include <QTest>

namespace seonchak::testing {

/// The parts of a server that a rebuild involves, on the test's own thread.
struct RebuildServer
{
    struct Options
    {
        ForeignChoice foreign = ForeignChoice::Refuse;
        std::chrono::milliseconds lease{30'000};
        std::chrono::milliseconds commandDeadline{30'000};
        StockHome home = StockHome::RedisSaga;
    };
    RebuildServer(const RedisAddress &address, const DatabaseUrl &url, const Options &options)
        : redis(address, limits(options))
        , journal(url, 10'000)
        , pool(url, 1, 10'000)
        , foreign(options.foreign, QStringLiteral("rudals"))
        , rebuild({redis, journal, pool, Keys("rudals"), options.home, readiness, foreign,
                   [this](const QString &what) { log.append(what); }, options.lease})
    {
        redis.open();
    }
    ~RebuildServer() { redis.close(); }

    static RedisLimits limits(const Options &options)
    {
        RedisLimits limits;
        limits.commandDeadline = options.commandDeadline;
        return limits;
    }
    [[nodiscard]] bool isUp() const { return redis.isReady() && journal.isConnected() && pool.isConnected(); }
    /// Starts a reconcile(); `ended` tells when it is over.
    void begin()
    {
        ended = false;
        run(this);
    }
    /// Waits until it succeeds or fails.
    Result<bool> reconcile()
    {
        begin();
        if (!QTest::qWaitFor([this] { return ended; }, 120'000))
            return failure(Trouble::Internal, QStringLiteral("it does not end"));
        return last;
    }
    /// The same as one word: "rebuilt", "the same", or the reason of a failure.
    QByteArray outcome()
    {
        const auto result = reconcile();
        return !result ? result.error().detail.toUtf8() : QByteArray(*result ? "rebuilt" : "the same");
    }
    /// Like the keeper: repeats until the gate is open.
    bool reconcileUntilOpen()
    {
        return QTest::qWaitFor([this] { return reconcile().has_value(); }, 120'000);
    }

    QStringList log;
    RedisConnection redis;
    Journal journal;
    SqlPool pool;
    Readiness readiness;
    ForeignDesk foreign;
    Rebuild rebuild;
    bool ended = true;
    Result<bool> last = false;

private:
    static QCoro::Task<> run(RebuildServer *self)
    {
        self->last = co_await self->rebuild.reconcile();
        self->ended = true;
    }
};

/// A Redis and a book, with their content.
class RebuildWorld
{
public:
    explicit RebuildWorld(const QString &engine);

    std::unique_ptr<RebuildServer> server(const RebuildServer::Options &options = {});
    std::unique_ptr<RebuildServer> server(const RedisAddress &address,
                                          const RebuildServer::Options &options = {});

    /// The texts of an answer; a single one becomes a list.
    [[nodiscard]] QList<QByteArray> ask(const std::vector<QByteArray> &command) const;
    /// As if the lease of whoever rebuilds had run out.
    void endLease() const { (void)ask({"DEL", "rudals:coupon:rebuilding"}); }
    [[nodiscard]] QList<QByteArray> list() const;
    /// All keys, sorted.
    [[nodiscard]] QList<QByteArray> keys() const;
    [[nodiscard]] QByteArray get(const QByteArray &key) const;
    [[nodiscard]] qint64 generation() const;
    /// Redis' own clock, in milliseconds.
    [[nodiscard]] qint64 redisMs() const;
    [[nodiscard]] QByteArray mark() const;
    /// "AVAILABLE", "ISSUED 7", …; "none".
    [[nodiscard]] QByteArray shown(const QByteArray &code) const;
    /// The expected stock, in the book's order.
    [[nodiscard]] QList<QByteArray> bookStock() const;
    /// Empty if Redis matches the book exactly.
    [[nodiscard]] QByteArray difference() const;

    test::RedisFixture redis;
    DatabaseFixture databases;

private:
    DatabaseUrl m_url;

public:
    std::unique_ptr<Session> book;
};

} // namespace seonchak::testing
