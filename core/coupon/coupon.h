// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <optional>

/// The basic types: coupons as plain values. No threads, no I/O.
namespace seonchak {

/// A positive 64-bit number given by the client; zero means "no user".
using UserId = qint64;
/// The database's id of a coupon; positive once stored.
using CouponId = qint64;
/// Milliseconds since the Unix epoch, UTC. For display, never for deadlines.
using WallMs = qint64;

/// The state of a coupon. Each coupon is in exactly one of these (the conservation sentence).
enum class CouponStatus { Staged, Available, Reserved, InDoubt, Issued, Void };

struct Coupon
{
    CouponId id = 0;
    QByteArray code; ///< UTF-8
    CouponStatus status = CouponStatus::Staged;
    std::optional<UserId> userId;
    WallMs createdAt = 0;
    std::optional<WallMs> issuedAt;

    bool operator==(const Coupon &) const = default;
};

/// The name in the contract: "STAGED", "AVAILABLE", …
QByteArray statusName(CouponStatus status);
/// The reverse of statusName; nullopt for any other text.
std::optional<CouponStatus> statusFromName(QByteArrayView name);

/// Whether this may be a coupon code; code_text.h has the rule and the reasons.
bool isValidCode(QByteArrayView code);

/// Parses the decimal digits of a positive 64-bit id. No sign, no leading zero, no blanks: one spelling per
/// id.
std::optional<qint64> parseId(QByteArrayView text);

} // namespace seonchak
