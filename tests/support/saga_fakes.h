// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/promised.h"
#include "core/async/task.h"
#include "core/issue/repair/claimer.h"
#include "core/partner/partner.h"
#include "tests/support/saga_world.h"

/// The saga's ports over a World.
namespace seonchak::testing {

/// One server's view of the world. After its death all its calls fail and change nothing, as a crash appears
/// from outside.
struct Life
{
    bool dead = false;
};

class FakeGate final : public Gate, public Claimer
{
public:
    FakeGate(World &world, const Life &life, qint64 lease)
        : m_world(world)
        , m_life(life)
        , m_leaseMs(lease)
    {
    }
    [[nodiscard]] qint64 generation() const override { return 1; }
    Task<Result<Reservation>> reserve(UserId user) override;
    Task<Result<bool>> commit(Reservation reservation, UserId winner) override;
    Task<Result<bool>> release(Reservation reservation, QByteArray usersCode) override;
    Task<Result<bool>> markDoubt(Reservation reservation, std::chrono::milliseconds due) override;
    Task<Result<bool>> drop(Reservation reservation) override;
    Task<Result<Claims>> claim(quint64 &cursor, std::chrono::milliseconds lease) override;
    Task<Result<NamedClaim>> claimOne(Reservation reservation, WallMs since, bool put) override;
    Task<Result<bool>> isNowhere(QByteArray code) override;
    Task<Result<MendedUserKey>> mendUser(WrongUserKey wrong) override;

private:
    Reservation reserveNow(UserId user);
    [[nodiscard]] bool endable(std::map<UserId, World::Pending>::const_iterator held,
                               const Reservation &reservation) const;
    Claims claimNow(std::chrono::milliseconds lease);
    NamedClaim claimNow(const Reservation &held, WallMs since, bool put);
    NamedClaim putNow(const Reservation &held, WallMs since);
    MendedUserKey mendNow(const WrongUserKey &wrong);

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
    Task<Result<Booked>> book(IssueEntry entry) override;
    Task<Result<void>> openDoubt(DoubtEntry entry) override;
    Task<Result<void>> closeDoubt(qint64 reservation) override;
    Task<Result<std::vector<DoubtEntry>>> quietDoubts(WallMs before) override;
    Task<Result<void>> setAside(Reservation reservation, QString why) override;
    Task<Result<std::optional<Coupon>>> byUser(UserId user) override;
    Task<Result<std::optional<Coupon>>> byUserForSure(UserId user) override { return byUser(user); }
    Task<Result<std::optional<Coupon>>> byCode(QByteArray code) override;
    void report(QString action, QString detail, QString) override
    {
        m_world.reports.push_back(action + QStringLiteral(": ") + detail);
    }

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
    Task<SendOutcome> send(QByteArray code, UserId user, QByteArray idempotencyKey) override;
    Task<Holding> ask(QByteArray code) override;
    Task<bool> withdraw(QByteArray code) override;

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
