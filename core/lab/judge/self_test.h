// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/judge/verdict.h"

#include <QStringList>

namespace seonchak::lab {

/// A fault planted in a copy of a run, and whether the judge saw it, all of it and nothing else.
struct PlantedFault
{
    QString name;     ///< "doubled code"
    QString expected; ///< "issued +1, duplicates +1, wrongHolder +1, …"
    QString found;
    [[nodiscard]] bool seen() const { return expected == found; }
};

/// Tests the tester: plants a doubled code, a lost coupon, a wrong holder and a forged 200, one at a time,
/// each in a copy of its own, and judges it. The run needs two issued coupons and one refused request;
/// nothing where it has not.
QList<PlantedFault> plantFaults(const std::vector<Request> &requests, const Truth &truth, qint64 stock);

} // namespace seonchak::lab
