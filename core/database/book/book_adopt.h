// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QList>

#include <vector>

namespace seonchak {

class Session;

/// Coupons of another program, read from its Redis, to be added to the book. Every function here is
/// repeatable: it leaves alone what the book has already, and says so.
namespace book {

/// "This user has this code", according to the other program's Redis.
struct ForeignUser
{
    UserId user = 0;
    QByteArray code;
};

/// The verdict on one foreign code or user.
enum class Adopted {
    Now,          ///< added to the book by this call
    Known,        ///< the book already had it
    UserHasOther, ///< the book has another coupon for this user, issued or in doubt
    CodeHasOther, ///< the code is issued to another user, or in doubt for another
    Issued,       ///< the listed code belongs to a user: it is not stock
    InDoubt,      ///< its issue is in doubt here, and left to the settler
    Voided,       ///< the code was voided here
    InEdit,       ///< the code is the former code of an edit under way
};

/// The users become holders of their codes; new codes become coupons. In order: if two users have one code,
/// the first keeps it. One verdict for each.
Result<std::vector<Adopted>> adoptUsers(Session &session, const std::vector<ForeignUser> &users, WallMs now);
/// The codes become AVAILABLE, in their order. They must be valid and distinct. One verdict for each.
Result<std::vector<Adopted>> adoptCodes(Session &session, const QList<QByteArray> &codes, WallMs now);

/// How many of these the book knows: codes in any state; users with exactly that code.
Result<qint64> knownCodes(Session &session, const QList<QByteArray> &codes);
Result<qint64> knownUsers(Session &session, const std::vector<ForeignUser> &users);

} // namespace book

} // namespace seonchak
