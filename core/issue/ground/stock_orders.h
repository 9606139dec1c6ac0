// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QByteArray>
#include <QList>

namespace seonchak {

/// Coupons to generate, with codes of our own.
struct GenerateOrder
{
    static constexpr qint64 most = 1'000'000;

    qint64 count = 1000;
    QByteArray prefix = {};
    int length = 12; ///< of a code, without the prefix
    bool push = true;
};

/// The codes about which the book can be asked in one request.
inline constexpr qsizetype mostCodesAsked = 5000;

struct Generated
{
    qint64 generated = 0;
    qint64 pushed = 0;
};

struct Added
{
    QList<Coupon> coupons;
    qint64 pushed = 0;
};

struct Pushed
{
    qint64 pushed = 0;
    qint64 available = 0; ///< in the stock after the push
};

} // namespace seonchak
