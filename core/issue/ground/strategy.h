// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/conservation.h"

#include <QList>
#include <QString>

#include <optional>

namespace seonchak {

/// How a coupon is issued: first the documents' own steps, then ours.
enum class Strategy {
    UserCache,
    RedisLpop,
    RedisLpopLossy,
    RedisLpopCompensate,
    DbPessimistic,
    DbOptimistic,
    Saga,
};

QString strategyName(Strategy strategy);
std::optional<Strategy> strategyFromName(QStringView name);
/// In the contract's order, for help texts and the lab.
QList<Strategy> allStrategies();
StockHome stockHome(Strategy strategy);

} // namespace seonchak
