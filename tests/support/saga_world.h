// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QByteArray>
#include <QString>

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <vector>

/// A complete world in memory for the saga and the settler: Redis, database and partner as maps, time as a
/// number, and a scheduler that runs waiting operations in any order and lets them fail in any way.
/// Deterministic for a seed.
namespace seonchak::testing {

/// The possible fates of a call.
enum class Fate { Works, NotDone, DoneButUnanswered };

class World
{
public:
    explicit World(quint64 seed)
        : m_random(seed)
    {
    }

    // Redis, the book and the partner, for tests to read.
    std::deque<QByteArray> stock;
    std::map<UserId, QByteArray> userKeys;
    std::size_t usersCounted = 0; ///< the expected number of user keys
    struct Pending
    {
        qint64 number;
        QByteArray code;
        bool doubt;
        qint64 dueMs;
        qint64 startedMs = 0;
    };
    std::map<UserId, Pending> pending;
    qint64 lastNumber = 0;

    struct Row
    {
        UserId user;
        qint64 number;
    };
    std::map<QByteArray, Row> issued; ///< indexed by code
    struct Doubt
    {
        UserId user;
        QByteArray code;
        qint64 sinceMs;
    };
    std::map<qint64, Doubt> doubts; ///< indexed by reservation
    std::vector<QByteArray> setAside;
    std::set<QByteArray> codes;

    std::map<QByteArray, UserId> atPartner;

    qint64 nowMs = 0;
    qint64 redisAheadMs = 0; ///< how far Redis' clock was set forward
    [[nodiscard]] qint64 redisMs() const { return nowMs + redisAheadMs; }
    double faultRate = 0;       ///< of every call to any of the three
    double refusalRate = 0;     ///< of the partner
    bool partnerAnswers = true; ///< to asks and withdrawals
    int compensations = 0;
    std::set<UserId> forged;
    std::vector<QString> reports; ///< entries for the audit trail

    /// Removes a user key, like a person, an expiry or an eviction; returns false if there is no valid one.
    bool loseUserKey(UserId user);
    /// Writes a user key of a user without a reservation, like another program. Once for each user: a second
    /// write of the same key during its repair could not be told from the first.
    bool forgeUserKey(UserId user);

    void addStock(int count);
    /// Removes a code from the middle of the stock; the last one takes its place.
    void takeOut(const QByteArray &code);
    [[nodiscard]] std::optional<UserId> holderOf(const QByteArray &code) const;
    [[nodiscard]] std::optional<QByteArray> codeOf(UserId user) const;

    /// Runs `act` later, in an order chosen by the scheduler.
    void schedule(std::function<void()> act) { m_waiting.push_back(std::move(act)); }
    /// Runs one waiting operation, chosen at random. Returns false if none is waiting.
    bool step();
    void runAll();
    /// Removes and returns the operation that has waited longest, to be run later.
    std::function<void()> takeWaiting();
    Fate fate();
    bool chance(double p) { return std::uniform_real_distribution<double>(0, 1)(m_random) < p; }
    int below(int n) { return int(std::uniform_int_distribution<int>(0, n - 1)(m_random)); }

private:
    std::mt19937_64 m_random;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace seonchak::testing
