// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

class QAbstractButton;

namespace seonchak {

class CouponTableModel;

/// Puts the chosen coupons on the clipboard. Each function returns what to tell the person; empty: nothing.
class CouponClipboard
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::CouponClipboard)
public:
    /// The codes, one a line; the button shows that they were copied.
    static QString copyCodes(const QList<Coupon> &chosen, QAbstractButton &button);
    /// As they are shown, the cells parted by tabs: spreadsheets take them so.
    static QString copyRows(const QList<Coupon> &chosen, const CouponTableModel &model);
    /// The users who have them, one a line.
    static QString copyUsers(const QList<Coupon> &chosen);
};

} // namespace seonchak
