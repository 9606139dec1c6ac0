// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/coupon/coupon.h"

/// The convenience store: somebody else's memory of which coupon went to whom.
namespace seonchak {

/// What became of one registration at the partner.
enum class SendOutcome {
    Accepted,          ///< the partner has it
    Refused,           ///< the partner has it not, and never will from this call: compensate
    AlreadyRegistered, ///< 409: this code is registered there already; ask who holds it
    Unknown,           ///< it may or may not have it: in doubt, settle by asking
    Busy,              ///< nothing was sent: a bound of ours was reached, or the breaker is open
    Cancelled,         ///< this program is ending: the partner may or may not have it, the settler asks later
};

/// The partner's answer to "who holds this code?"
struct Holding
{
    enum class Kind { Held, NeverHeard, Unknown } kind = Kind::Unknown;
    UserId holder = 0; ///< with Held only
};

/// One partner as one thread sees it: every call is made and resumed on the thread that owns the object.
/// No call throws; none lasts longer than the store time-out of the options.
class Partner
{
public:
    virtual ~Partner() = default;

    /// Registers `code` for `user`. The same idempotency key may be sent again and means the same call.
    virtual Task<SendOutcome> send(QByteArray code, UserId user, QByteArray idempotencyKey) = 0;
    virtual Task<Holding> ask(QByteArray code) = 0;
    /// Makes the partner forget `code`. True when it surely has it no more.
    virtual Task<bool> withdraw(QByteArray code) = 0;
};

} // namespace seonchak
