// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/partner/partner.h"

namespace seonchak {

/// What one send says about the partner's health, as opposed to the coupon: an unreachable partner counts as
/// *refused* for the coupon, yet as failing here.
enum class Sign {
    Alive,   ///< it answered, even with a refusal
    Failing, ///< not reached, or no meaningful answer
    None,    ///< it was not called
};

struct SendReport
{
    SendOutcome outcome = SendOutcome::Unknown;
    Sign sign = Sign::Failing;
};

/// A Partner that also reports its health, for use behind a circuit breaker.
class ReportingPartner : public Partner
{
public:
    /// Like send(), with the sign of health.
    virtual Task<SendReport> sendAndReport(QByteArray code, UserId user, QByteArray idempotencyKey) = 0;

    Task<SendOutcome> send(QByteArray code, UserId user, QByteArray idempotencyKey) override
    {
        const SendReport report = co_await sendAndReport(std::move(code), user, std::move(idempotencyKey));
        co_return report.outcome;
    }
};

} // namespace seonchak
