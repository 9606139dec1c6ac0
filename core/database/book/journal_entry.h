// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QByteArray>

namespace seonchak {

/// "This user got this code": one row of the book, and the end of the doubt about that reservation, if there
/// was one.
struct IssueEntry
{
    UserId user = 0;
    QByteArray code;
    qint64 reservation = 0; ///< 0: issued without one (the documents' own steps)
    WallMs at = 0;
    WallMs reservedAt = 0; ///< when the coupon was reserved for the user; 0: not known
};

/// What the book says after an entry was written (or found there).
struct Booked
{
    enum class Kind {
        Issued,       ///< written now, or this very entry was there already (a batch delivered twice)
        UserHasOther, ///< the user holds another coupon: `coupon` is that one
        CodeHasOther, ///< the code is another user's: `coupon` says whose
        NoSuchCode,   ///< the book does not know the code, or it is void
    } kind = Kind::Issued;
    Coupon coupon;
};

/// "Nobody knows what the partner did with this one."
struct DoubtEntry
{
    qint64 reservation = 0;
    UserId user = 0;
    QByteArray code;
    WallMs since = 0;
};

} // namespace seonchak
