// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QList>
#include <QString>

#include <optional>

namespace seonchak {

class Session;

/// A reservation whose outcome at the partner is unknown.
struct OpenDoubt
{
    qint64 reservation = 0; ///< identifies the doubt when it is settled
    CouponId couponId = 0;
    QByteArray code;
    UserId user = 0;
    WallMs since = 0;
    qint64 attempts = 0;         ///< how often the partner was asked since
    std::optional<WallMs> asked; ///< the last attempt
    QString answer;              ///< the partner's last answer, in English; empty: never asked

    bool operator==(const OpenDoubt &) const = default;
};

/// The partner was asked about a reservation, and its answer did not end the doubt.
struct DoubtAttempt
{
    qint64 reservation = 0;
    WallMs at = 0;
    QString answer;
};

namespace book {

/// Oldest first.
Result<QList<OpenDoubt>> openDoubts(Session &session, int most);
Result<std::optional<OpenDoubt>> openDoubt(Session &session, qint64 reservation);
Result<void> writeAttempts(Session &session, const QList<DoubtAttempt> &attempts);

} // namespace book

} // namespace seonchak
