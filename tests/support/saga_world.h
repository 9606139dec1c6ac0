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

/// A whole world in memory for the saga and the settler: Redis, database and partner as maps, time as a
/// number, and a scheduler that lets waiting operations happen in any order and fail in any way.
/// Deterministic by its seed.
namespace seonchak::testing {

/// What a call can suffer.
enum class Fate { Works, NotDone, DoneButUnanswered };

class World
{
public:
    explicit World(quint64 seed)
        : m_random(seed)
    {
    }

    // The three memories. Tests look into them.
    std::deque<QByteArray> stock;
    std::map<UserId, QByteArray> userKeys;
    std::size_t usersCounted = 0; ///< how many user keys there should be
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
    std::map<QByteArray, Row> issued; ///< by code
    struct Doubt
    {
        UserId user;
        QByteArray code;
        qint64 sinceMs;
    };
    std::map<qint64, Doubt> doubts; ///< by reservation
    std::vector<QByteArray> setAside;
    std::set<QByteArray> codes;

    std::map<QByteArray, UserId> atPartner;

    qint64 nowMs = 0;
    qint64 redisAheadMs = 0; ///< by how much Redis' clock was set forward
    [[nodiscard]] qint64 redisMs() const { return nowMs + redisAheadMs; }
    double faultRate = 0;       ///< of every call to any of the three
    double refusalRate = 0;     ///< of the partner
    bool partnerAnswers = true; ///< to questions, and to withdrawals
    int compensations = 0;
    std::set<UserId> forged;
    std::vector<QString> reports; ///< what the audit trail was told

    /// A person, an expiry or an eviction takes a user key away; false where there is no honest one.
    bool loseUserKey(UserId user);
    /// Somebody else writes one, of a user without a reservation, as it would be overwritten. Once a user:
    /// who writes the same key again while it is being mended cannot be told from the first time.
    bool forgeUserKey(UserId user);

    void addStock(int count);
    /// Out of the middle of the stock; the last one takes its place.
    void takeOut(const QByteArray &code);
    [[nodiscard]] std::optional<UserId> holderOf(const QByteArray &code) const;
    [[nodiscard]] std::optional<QByteArray> codeOf(UserId user) const;

    /// Lets `act` happen some time later, in an order of the scheduler's choosing.
    void schedule(std::function<void()> act) { m_waiting.push_back(std::move(act)); }
    /// Runs one waiting operation, chosen at random. False where none waits.
    bool step();
    void runAll();
    /// Takes the operation that waits longest out of the line, to be run later.
    std::function<void()> takeWaiting();
    Fate fate();
    bool chance(double p) { return std::uniform_real_distribution<double>(0, 1)(m_random) < p; }
    int below(int n) { return int(std::uniform_int_distribution<int>(0, n - 1)(m_random)); }

private:
    std::mt19937_64 m_random;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace seonchak::testing
