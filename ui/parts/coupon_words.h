// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "ui/parts/theme.h"

#include <QCoreApplication>
#include <QString>

namespace seonchak {

/// How the window speaks of one coupon. All of it is plain text.
class CouponWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::CouponWords)
public:
    static QString status(CouponStatus status);
    /// Of its dot; the word beside it says the same.
    static theme::Tone tone(CouponStatus status);
    /// `one` where there is a single one, else `more` with the number as its %1: English counts so.
    static QString counted(qint64 many, const QString &one, const QString &more);
};

} // namespace seonchak
