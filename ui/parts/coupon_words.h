// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "ui/parts/theme.h"

#include <QCoreApplication>
#include <QString>

namespace seonchak {

/// The window's texts about one coupon, as plain text.
class CouponWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::CouponWords)
public:
    static QString status(CouponStatus status);
    /// The colour of the status dot; the word beside it says the same.
    static theme::Tone tone(CouponStatus status);
    /// `one` for a single item, else `more` with the number as its %1, for English plurals.
    static QString counted(qint64 many, const QString &one, const QString &more);
};

} // namespace seonchak
