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

/// A circuit breaker (Michael Nygard, "Release It!"): after a run of failures no further call is made for a
/// while, so that a dead partner costs neither time-outs nor a stock full of doubts. Then one call probes.
/// Thread-safe; one for all threads that call the same partner.
class Breaker
{
public:
    struct Options
    {
        /// Failures in a row that open it. A run is broken by an answer, never by time: at low traffic it
        /// takes longer to open, and matters less. Twenty because fewer can be the few calls that a
        /// restarting partner drops, and because at a share of one in ten unknown a run of twenty will not
        /// come about by chance.
        int failuresToOpen = 20;
        /// How long it stays open before a probe. Each failed probe starts it anew.
        std::chrono::milliseconds coolDown{1000};
    };
    enum class State { Closed, Open, HalfOpen };

    /// The right to make one call. Hand it back with the call's sign.
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

    /// Nothing while it is open, or half-open with the probe under way.
    std::optional<Permit> enter();
    /// Every permit comes back here. Those from before the last change of state count no more: the late
    /// time-outs of a dead partner must not speak for one that has recovered, nor a late success against the
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

/// A partner behind a breaker: while that is open, send() is Busy at once and nothing is sent. ask() and
/// withdraw() always pass: they settle doubts, are paced by whoever settles, and take nothing from the stock.
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
