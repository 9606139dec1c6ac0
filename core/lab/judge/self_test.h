// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/judge/verdict.h"

#include <QStringList>

namespace seonchak::lab {

/// A fault planted in a copy of a run, and whether the judge reported exactly that fault.
struct PlantedFault
{
    QString name;     ///< "doubled code"
    QString expected; ///< "issued +1, duplicates +1, wrongHolder +1, …"
    QString found;
    [[nodiscard]] bool seen() const { return expected == found; }
};

/// Tests the judge: plants a duplicated code, a lost coupon, a wrong holder and a forged 200, each in its own
/// copy, and judges it. The run needs two issued coupons and one refused request; without them the list is
/// empty.
QList<PlantedFault> plantFaults(const std::vector<Request> &requests, const Truth &truth, qint64 stock);

} // namespace seonchak::lab
