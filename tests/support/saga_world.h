// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/crossing.h"
#include "core/issue/ports.h"
#include "core/partner/partner.h"

#include <QString>

#include <deque>
#include <functional>
#include <map>
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
    struct Pending
    {
        qint64 number;
        QByteArray code;
        bool doubt;
        qint64 dueMs;
    };
    std::map<UserId, Pending> pending;
    qint64 lastNumber = 0;

    struct Row
    {
        UserId user;
        qint64 number;
    };
    std::map<QByteArray, Row> issued; ///< by code
    std::set<qint64> doubts;
    std::vector<QByteArray> setAside;
    std::set<QByteArray> codes;

    std::map<QByteArray, UserId> atPartner;

    qint64 nowMs = 0;
    double faultRate = 0;   ///< of every call to any of the three
    double refusalRate = 0; ///< of the partner
    int compensations = 0;

    void addStock(int count);
    [[nodiscard]] std::optional<UserId> holderOf(const QByteArray &code) const;
    [[nodiscard]] std::optional<QByteArray> codeOf(UserId user) const;

    /// Lets `act` happen some time later, in an order of the scheduler's choosing.
    void schedule(std::function<void()> act) { m_waiting.push_back(std::move(act)); }
    /// Runs one waiting operation, chosen at random. False where none waits.
    bool step();
    void runAll();
    Fate fate();
    bool chance(double p) { return std::uniform_real_distribution<double>(0, 1)(m_random) < p; }
    int below(int n) { return int(std::uniform_int_distribution<int>(0, n - 1)(m_random)); }

private:
    std::mt19937_64 m_random;
    std::vector<std::function<void()>> m_waiting;
};

/// One server's view of the world. A dead one's calls do nothing any more and all fail: that is what a crash
/// looks like from outside.
struct Life
{
    bool dead = false;
};

class FakeGate final : public Gate
{
public:
    FakeGate(World &world, const Life &life, qint64 leaseMs)
        : m_world(world)
        , m_life(life)
        , m_leaseMs(leaseMs)
    {
    }
    QCoro::Task<Result<Reservation>> reserve(UserId user) override;
    QCoro::Task<Result<bool>> commit(Reservation reservation, UserId winner) override;
    QCoro::Task<Result<bool>> release(Reservation reservation) override;
    QCoro::Task<Result<bool>> markDoubt(Reservation reservation, std::chrono::milliseconds due) override;
    QCoro::Task<Result<bool>> drop(Reservation reservation, QByteArray usersCode) override;
    QCoro::Task<Result<std::vector<Claim>>> claim(quint64 &cursor, std::chrono::milliseconds lease) override;

private:
    Reservation reserveNow(UserId user);
    std::vector<Claim> claimNow(std::chrono::milliseconds lease);

    World &m_world;
    const Life &m_life;
    const qint64 m_leaseMs;
};

class FakeBook final : public Book
{
public:
    FakeBook(World &world, const Life &life)
        : m_world(world)
        , m_life(life)
    {
    }
    QCoro::Task<Result<Booked>> book(IssueEntry entry) override;
    QCoro::Task<Result<void>> openDoubt(DoubtEntry entry) override;
    QCoro::Task<Result<void>> closeDoubt(qint64 reservation) override;
    QCoro::Task<Result<void>> setAside(Reservation reservation, QString why) override;
    QCoro::Task<Result<std::optional<Coupon>>> byUser(UserId user) override;
    QCoro::Task<Result<std::optional<Coupon>>> byCode(QByteArray code) override;

private:
    Booked bookNow(const IssueEntry &entry);
    Coupon couponOf(const QByteArray &code) const;

    World &m_world;
    const Life &m_life;
};

class FakePartner final : public Partner
{
public:
    FakePartner(World &world, const Life &life)
        : m_world(world)
        , m_life(life)
    {
    }
    QCoro::Task<SendOutcome> send(QByteArray code, UserId user, QByteArray idempotencyKey) override;
    QCoro::Task<Holding> ask(QByteArray code) override;
    QCoro::Task<bool> withdraw(QByteArray code) override;

private:
    World &m_world;
    const Life &m_life;
};

class FakeClock final : public Clock
{
public:
    explicit FakeClock(const World &world)
        : m_world(world)
    {
    }
    [[nodiscard]] qint64 wallMs() const override { return m_world.nowMs; }
    [[nodiscard]] qint64 steadyNs() const override { return m_world.nowMs * 1'000'000; }

private:
    const World &m_world;
};

} // namespace seonchak::testing
