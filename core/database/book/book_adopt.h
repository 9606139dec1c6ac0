// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QList>

#include <vector>

namespace seonchak {

class Session;

/// Coupons of another program, as its Redis has them, on their way into the book. Every function here may run
/// twice over the same: what the book has already it leaves alone, and says so.
namespace book {

/// "This user has this code", by the other program's Redis.
struct ForeignUser
{
    UserId user = 0;
    QByteArray code;
};

/// What became of one foreign code or user.
enum class Adopted {
    Now,          ///< it is in the book since this call
    Known,        ///< the book had it the same already
    UserHasOther, ///< the book has another coupon for this user, issued or in doubt
    CodeHasOther, ///< the code is issued to another user, or in doubt for another
    Issued,       ///< a code of the list that somebody has: it is no stock
    InDoubt,      ///< its issue is in doubt here, and the settler's matter
    Voided,       ///< the code was voided here
    InEdit,       ///< the code is the former one of an edit under way
};

/// The users become holders of their codes; codes that are new become coupons. In order: of two users with
/// one code the first keeps it. One verdict for each.
Result<std::vector<Adopted>> adoptUsers(Session &session, const std::vector<ForeignUser> &users, WallMs now);
/// The codes become AVAILABLE, in their order. They are valid and each stands once. One verdict for each.
Result<std::vector<Adopted>> adoptCodes(Session &session, const QList<QByteArray> &codes, WallMs now);

/// How many of these the book knows: codes in whatever state; users with exactly that code.
Result<qint64> knownCodes(Session &session, const QList<QByteArray> &codes);
Result<qint64> knownUsers(Session &session, const std::vector<ForeignUser> &users);

} // namespace book

} // namespace seonchak
