// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/ground/sale_times.h"
#include "core/watch/status.h"

#include <QCoreApplication>

namespace seonchak {

/// The window's texts about a sale's times. Plain text.
class SaleTimesWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::SaleTimesWords)
public:
    /// "Opens in 00:03:12, at 10:00:00. 1,000 are in the stock, …"; empty if there is nothing to say.
    static QString line(const Status &status, WallMs now);
    /// The effect of a change on the present sale, in numbers.
    static QString consequence(const SaleTimesChange &change, const Status &status, WallMs now);
    /// Whether the change closes a sale that is open.
    static bool isEnding(const SaleTimesChange &change, const Status &status, WallMs now);
    /// "opens 10:00:00, no end"
    static QString told(const SaleTimes &times, WallMs now);
};

} // namespace seonchak
