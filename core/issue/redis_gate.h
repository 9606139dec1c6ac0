// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/door.h"
#include "core/issue/ports.h"
#include "core/issue/readiness.h"
#include "core/redis/keys.h"
#include "core/redis/script.h"

#include "core/async/crossing.h"

#include <QObject>

namespace seonchak {

class RedisConnection;
struct RedisReply;

/// The gate on a real Redis. All reservations of one turn of the event loop leave as one script call, and so
/// do all commits and all releases: that halves Redis' work per issue. Lives on the thread of its connection.
///
/// Reservations, commits and releases whose answer is lost because the connection was cut are sent once more
/// on the next one. Redis may have run them before it closed: a second commit or release finds its
/// reservation gone and changes nothing, a second reservation finds the first one and answers InProgress.
class RedisGate final : public QObject, public Gate
{
    Q_OBJECT
public:
    RedisGate(RedisConnection &redis, Keys keys, Readiness &readiness, std::chrono::milliseconds lease);
    ~RedisGate() override;

    [[nodiscard]] qint64 generation() const override { return m_readiness.generation(); }
    QCoro::Task<Result<Reservation>> reserve(UserId user) override;
    QCoro::Task<Result<bool>> commit(Reservation reservation, UserId winner) override;
    QCoro::Task<Result<bool>> release(Reservation reservation) override;
    QCoro::Task<Result<bool>> markDoubt(Reservation reservation, std::chrono::milliseconds due) override;
    QCoro::Task<Result<bool>> drop(Reservation reservation, QByteArray usersCode) override;
    QCoro::Task<Result<std::vector<Claim>>> claim(quint64 &cursor, std::chrono::milliseconds lease) override;
    QCoro::Task<Result<NamedClaim>> claimOne(Reservation reservation, WallMs since, bool put) override;

private:
    struct AskedReserve
    {
        UserId user;
        Promised<Result<Reservation>> answer;
    };
    struct AskedEnd
    {
        Reservation reservation;
        UserId winner;
        Promised<Result<bool>> answer;
    };

    void scheduleFlush();
    void flush();
    void flushReserves();
    void sendReserves(std::vector<AskedReserve> asked, qint64 generation);
    void flushEnds(const Script &script, std::vector<AskedEnd> asked, qint64 generation, bool commits);
    std::vector<std::vector<AskedEnd>> takeByGeneration(std::vector<AskedEnd> &asked);
    Error stale(qint64 generation);
    Error failed(const Error &error);
    QCoro::Task<Result<bool>> end(std::vector<AskedEnd> RedisGate::*queue, AskedEnd asked);
    QCoro::Task<Result<bool>> single(Script script, std::vector<QByteArray> keys,
                                     std::vector<QByteArray> arguments, qint64 generation);

    RedisConnection &m_redis;
    const Keys m_keys;
    Readiness &m_readiness;
    const std::chrono::milliseconds m_lease;
    const Script m_reserve, m_commit, m_release, m_doubt, m_drop, m_claim, m_claimOne;
    std::vector<AskedReserve> m_reserves;
    std::vector<AskedEnd> m_commits;
    std::vector<AskedEnd> m_releases;
    bool m_flushScheduled = false;
    Door m_door; ///< goes first, and answers those who wait
};

} // namespace seonchak
