// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/issue/ground/ports.h"
#include "core/issue/ground/readiness.h"
#include "core/issue/ground/sale_times.h"
#include "core/issue/path/call_stage.h"
#include "core/issue/path/code_remover.h"
#include "core/issue/path/door.h"
#include "core/redis/keys.h"
#include "core/redis/script_call.h"

#include "core/async/promised.h"

#include <QObject>

namespace seonchak {

class RedisConnection;
struct RedisReply;

/// The gate on a real Redis. All reservations that arrive during a call are sent as one script call, the
/// next, and so are all commits and all releases (CallStage): this halves Redis' work per issue. Lives on its
/// connection's thread. Destroy it only when no task waits for it, and not from a task that it resumes: it
/// uses its lists again after the last answer of a call.
///
/// Reservations, commits and releases whose answer was lost with the connection are sent once more on the
/// next one. Redis may have run them before: a second commit or release finds its reservation gone and
/// changes nothing, a second reservation finds the first one and answers InProgress.
class RedisGate final : public QObject, public Gate
{
    Q_OBJECT
public:
    RedisGate(RedisConnection &redis, Keys keys, Readiness &readiness, SaleClock &sale,
              std::chrono::milliseconds lease);
    ~RedisGate() override;

    [[nodiscard]] qint64 generation() const override { return m_readiness.generation(); }
    Task<Result<Reservation>> reserve(UserId user) override;
    Task<Result<bool>> commit(Reservation reservation, UserId winner) override;
    Task<Result<bool>> release(Reservation reservation, QByteArray usersCode) override;
    Task<Result<bool>> markDoubt(Reservation reservation, std::chrono::milliseconds due) override;
    Task<Result<bool>> drop(Reservation reservation) override;
    Task<Result<bool>> isNowhere(QByteArray code) override;
    Task<Result<MendedUserKey>> mendUser(WrongUserKey wrong) override;

private:
    template <typename Asked>
    using AnswerOf = decltype(std::declval<Asked>().answer.await_resume());
    struct AskedReserve
    {
        UserId user;
        Promised<Result<Reservation>> answer;
    };
    struct AskedCommit
    {
        Reservation reservation;
        UserId winner;
        Promised<Result<bool>> answer{nullptr};
    };
    struct AskedEnd
    {
        Reservation reservation;
        QByteArray usersCode;
        bool givesBack;
        Promised<Result<bool>> answer{nullptr};
    };

    bool event(QEvent *event) override;
    void scheduleFlush();
    void flush();
    [[nodiscard]] ScriptCall callOn(const Script &script, std::size_t users, std::size_t arguments,
                                    std::size_t payload) const;
    const QByteArray &timesText();
    Reservation learned(Reservation said);
    void sendReserves(std::vector<AskedReserve> asked, qint64 generation);
    void sendCommits(std::vector<AskedCommit> asked);
    void sendEnds(std::vector<AskedEnd> asked);
    /// Retries once if the connection was lost, see above.
    template <typename Asked>
    Task<AnswerOf<Asked>> repeated(CallStage<Asked> &stage, Asked asked);
    Task<> endAfterTheLease(AskedCommit asked);
    template <typename Asked>
    void ended(CallStage<Asked> &stage);
    Error failed(const Error &error);
    Task<Result<bool>> single(Script script, std::vector<QByteArray> keys, std::vector<QByteArray> arguments,
                              qint64 generation);

    RedisConnection &m_redis;
    const Keys m_keys;
    const QByteArray m_available, m_pending, m_stats, m_userPrefix; ///< of m_keys
    Readiness &m_readiness;
    SaleClock &m_sale;
    const std::chrono::milliseconds m_lease;
    const StockSearch m_search;
    CodeRemover m_remover;
    const Script m_reserve, m_commit, m_release, m_doubt, m_mendUser;
    CallStage<AskedReserve> m_reserves;
    CallStage<AskedCommit> m_commits;
    CallStage<AskedEnd> m_ends;
    SaleTimes m_timesTold; ///< the times that m_timesText contains
    QByteArray m_timesText;
    bool m_flushScheduled = false;
    Door m_door; ///< first to be destroyed: answers those who wait
};

} // namespace seonchak
