// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/coupon/coupon.h"

/// The partner is the convenience store's system: an external record of which coupon went to whom. Options,
/// fields and texts for people call it the store.
namespace seonchak {

/// The outcome of one registration at the partner.
enum class SendOutcome {
    Accepted,          ///< the partner has it
    Refused,           ///< the partner does not have it, and never will from this call: compensate
    AlreadyRegistered, ///< 409: this code is registered already; ask who holds it
    Unknown,           ///< the partner may or may not have it: in doubt, settle by asking
    Busy,              ///< nothing was sent: one of our limits was reached, or the breaker is open
    Cancelled,         ///< this program is ending: the partner may or may not have it, the settler asks later
};

/// The partner's answer to "who holds this code?"
struct Holding
{
    enum class Kind { Held, NeverHeard, Unknown } kind = Kind::Unknown;
    UserId holder = 0; ///< only with Held
};

/// A partner on one thread: every call is made and resumed on the thread that owns the object. No call
/// throws; none lasts longer than the partner's timeout of the options.
class Partner
{
public:
    virtual ~Partner() = default;

    /// Registers `code` for `user`. A repeat with the same idempotency key means the same call.
    virtual Task<SendOutcome> send(QByteArray code, UserId user, QByteArray idempotencyKey) = 0;
    virtual Task<Holding> ask(QByteArray code) = 0;
    /// Makes the partner forget `code`. Returns true if it certainly does not have it any more.
    virtual Task<bool> withdraw(QByteArray code) = 0;
};

} // namespace seonchak
