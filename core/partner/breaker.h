// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/task.h"
#include "core/partner/reporting_partner.h"

#include <QtGlobal>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

namespace seonchak {

/// A circuit breaker (Michael Nygard, "Release It!"): after a run of failures no calls are made for a while,
/// so that a dead partner causes neither timeouts nor a stock full of doubts. Then one call probes.
/// Thread-safe; shared by all threads that call the same partner.
class Breaker
{
public:
    struct Options
    {
        /// Consecutive failures that open it. Only an answer resets the run, not time: at low traffic it
        /// takes longer to open, and matters less. Twenty, because a restarting partner may drop a few calls,
        /// and because with one in ten unknown a run of twenty does not happen by chance.
        int failuresToOpen = 20;
        /// How long it stays open before a probe. Each failed probe restarts it.
        std::chrono::milliseconds coolDown{1000};
    };
    enum class State { Closed, Open, HalfOpen };

    /// The right to make one call. Return it with the call's sign.
    class Permit
    {
        friend class Breaker;
        explicit Permit(quint64 era)
            : m_era(era)
        {
        }
        quint64 m_era;
    };

    explicit Breaker(std::shared_ptr<const Clock> clock)
        : Breaker(std::move(clock), Options())
    {
    }
    Breaker(std::shared_ptr<const Clock> clock, Options options);

    /// Nullopt while it is open, or half-open with a probe pending.
    std::optional<Permit> enter();
    /// Every permit must be returned here. Permits from before the last state change are ignored: late
    /// timeouts of a dead partner must not count against a recovered one, nor a late success against the
    /// probe.
    void leave(Permit permit, Sign sign);

    [[nodiscard]] State state() const;

private:
    void change(State to);

    const std::shared_ptr<const Clock> m_clock;
    const Options m_options;

    mutable std::mutex m_mutex;
    State m_state = State::Closed;
    quint64 m_era = 0;
    int m_failures = 0;
    qint64 m_openUntilNs = 0;
    bool m_probing = false;
};

/// A partner behind a breaker: while it is open, send() returns Busy immediately and sends nothing. ask() and
/// withdraw() always pass: they settle doubts, are paced by the settler, and take nothing from the stock.
class GuardedPartner final : public Partner
{
public:
    GuardedPartner(std::shared_ptr<Breaker> breaker, std::unique_ptr<ReportingPartner> inner);

    Task<SendOutcome> send(QByteArray code, UserId user, QByteArray idempotencyKey) override;
    Task<Holding> ask(QByteArray code) override;
    Task<bool> withdraw(QByteArray code) override;

private:
    const std::shared_ptr<Breaker> m_breaker;
    const std::unique_ptr<ReportingPartner> m_inner;
};

} // namespace seonchak
