// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/async/wake_target.h"
#include "core/issue/engine/engine.h"
#include "core/issue/ground/issuer.h"
#include "core/issue/ground/sale_shared.h"
#include "core/issue/repair/beginning_lookup.h"
#include "core/issue/sale/sale.h"

namespace seonchak {

struct ArmedPorts;

/// One worker's own connection, gate, partner client and strategy. Created and used on the worker's thread.
class WorkerStation final : public IssueStation
{
public:
    explicit WorkerStation(SaleShared &shared);
    ~WorkerStation() override;
    Task<IssueOutcome> issue(UserId user) override;
    void cancel() override;

private:
    std::unique_ptr<ArmedPorts> armPorts();
    std::unique_ptr<Issuer> makeIssuer();
    [[nodiscard]] std::optional<IssueOutcome> refusal() const;
    [[nodiscard]] std::optional<IssueOutcome> outsideTheTimes() const;
    Task<IssueOutcome> withinTheTimes(UserId user);
    Task<IssueOutcome> soldOut(IssueOutcome outcome);
    [[nodiscard]] bool isTurnedAway(UserId user, qint64 nowNs);
    void tell(UserId user, const IssueOutcome &outcome, qint64 tookNs);
    void noteReserved(UserId user, const IssueOutcome &outcome);
    void noteLife(LifeEvent::What what, UserId user, const QByteArray &code, WallMs at = 0);

    SaleShared &m_shared;
    bool m_connected = false;
    bool m_cancelled = false;
    RedisConnection m_redis;
    std::optional<WakeTarget> m_opening; ///< until Redis has an address to connect to
    RedisGate m_gate;
    JournalBook m_book;
    BeginningLookup m_beginning;
    EmptyStockView m_emptyStock;
    std::unique_ptr<CancellablePartner> m_partner;
    std::unique_ptr<ArmedPorts> m_armed; ///< wraps the ports above; null except in the lab
    std::unique_ptr<Issuer> m_issuer;
};

} // namespace seonchak
