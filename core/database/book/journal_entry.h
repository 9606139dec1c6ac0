// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QByteArray>

namespace seonchak {

/// "This user got this code": one row of the book, which also ends the doubt about that reservation, if any.
struct IssueEntry
{
    UserId user = 0;
    QByteArray code;
    qint64 reservation = 0; ///< 0: issued without a reservation (the documents' own steps)
    WallMs at = 0;
    WallMs reservedAt = 0; ///< when the coupon was reserved for the user; 0: unknown
};

/// The book's state after an entry was written (or found).
struct Booked
{
    enum class Kind {
        Issued,       ///< written now, or this very entry existed already (a batch delivered twice)
        UserHasOther, ///< the user has another coupon: `coupon`
        CodeHasOther, ///< another user has the code: see `coupon`
        NoSuchCode,   ///< the book does not know the code, or it is void
    } kind = Kind::Issued;
    Coupon coupon;
};

/// "The partner's outcome for this reservation is unknown."
struct DoubtEntry
{
    qint64 reservation = 0;
    UserId user = 0;
    QByteArray code;
    WallMs since = 0;
};

} // namespace seonchak
