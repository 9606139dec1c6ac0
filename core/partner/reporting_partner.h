// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/partner/partner.h"

namespace seonchak {

/// What one send says about the partner's health, which is not what it means for the coupon: a partner that
/// cannot be reached *refused* as far as the coupon goes, and is nevertheless failing.
enum class Sign {
    Alive,   ///< it answered, be it with a refusal
    Failing, ///< not reached, or no answer that makes sense
    None,    ///< it was not called
};

struct SendReport
{
    SendOutcome outcome = SendOutcome::Unknown;
    Sign sign = Sign::Failing;
};

/// A Partner that also tells its health, so that a circuit breaker can stand around it.
class ReportingPartner : public Partner
{
public:
    /// As send(), with the sign of health.
    virtual Task<SendReport> sendAndReport(QByteArray code, UserId user, QByteArray idempotencyKey) = 0;

    Task<SendOutcome> send(QByteArray code, UserId user, QByteArray idempotencyKey) override
    {
        const SendReport report = co_await sendAndReport(std::move(code), user, std::move(idempotencyKey));
        co_return report.outcome;
    }
};

} // namespace seonchak
