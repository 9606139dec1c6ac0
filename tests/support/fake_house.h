// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/gate_house.h"
#include "tests/support/saga_fakes.h"

namespace seonchak::testing {

/// The fake gate over a World.
class FakeHouse final : public GateHouse
{
public:
    FakeHouse() { m_world.nowMs = 1'000'000; }
    Gate &gate() override { return m_gate; }
    Claimer &claims() override { return m_gate; }
    void addStock(const QList<QByteArray> &codes) override
    {
        m_world.stock.insert(m_world.stock.end(), codes.begin(), codes.end());
    }
    QList<QByteArray> stock() override { return {m_world.stock.begin(), m_world.stock.end()}; }
    std::optional<QByteArray> userKey(UserId user) override
    {
        const auto found = m_world.userKeys.find(user);
        return found == m_world.userKeys.end() ? std::nullopt : std::optional(found->second);
    }
    void setUserKey(UserId user, const std::optional<QByteArray> &code) override
    {
        m_world.userKeys.erase(user);
        if (code)
            m_world.userKeys[user] = *code;
    }
    std::optional<PendingEntry> pending(UserId user) override
    {
        const auto found = m_world.pending.find(user);
        if (found == m_world.pending.end())
            return std::nullopt;
        const auto &held = found->second;
        return PendingEntry{held.number, held.startedMs, held.doubt, held.dueMs, held.code};
    }
    void setPending(UserId user, const PendingEntry &entry) override
    {
        m_world.pending[user] = {entry.number, entry.code, entry.doubt, entry.due, entry.started};
    }
    void loseReservation(UserId user) override { m_world.pending.erase(user); }
    qint64 compensations() override { return m_world.compensations; }
    qint64 nowMs() override { return m_world.redisMs(); }

protected:
    void pump() override { m_world.runAll(); }

private:
    World m_world{1};
    Life m_life;
    FakeGate m_gate{m_world, m_life, houseLeaseMs};
};

} // namespace seonchak::testing
