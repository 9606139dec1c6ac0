// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QString>

namespace seonchak {

/// The sale as clients see it. The times are by Redis' clock.
struct SaleView
{
    enum class State { Preparing, Planned, Open, Paused, SoldOut, Closed };
    QString name;
    bool live = false;
    State state = State::Preparing;
    WallMs opensAt = 0;  ///< 0: not set
    WallMs closesAt = 0; ///< 0: not set
    WallMs now = 0;
    qint64 offsetMs = 0; ///< how far Redis' clock is ahead of this machine's
};
const char *saleStateName(SaleView::State state);

} // namespace seonchak
