// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"
#include "core/database/book/book_tokens.h"
#include "core/newsale/turn_trouble.h"

namespace seonchak {

class Session;

}

namespace seonchak::newsale {

/// What a book comes to when its sale is over.
struct Figures
{
    qint64 coupons = 0;
    qint64 issued = 0;
    qint64 left = 0; ///< neither issued nor void nor in doubt
    qint64 doubts = 0;
    qint64 hooksWaiting = 0; ///< undelivered webhooks, which will never be delivered
};

/// Who begins a new sale, when, and the old book's future name.
struct Turn
{
    QString actor;
    QString name;
    WallMs at = 0;
};

Result<Figures> figuresOf(Session &session);
/// Conflict: something is still open whose outcome belongs to this book.
Result<void> mayEnd(const Figures &figures);

/// Writes the last entry of the old book's trail, and the first of the new one's, together with the tokens,
/// which are kept.
Result<void> noteEnd(Session &old, const Turn &turn, const Figures &figures);
Result<void> noteBeginning(Session &fresh, const Turn &turn, const QList<TokenRow> &tokens);

} // namespace seonchak::newsale
