// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/conservation.h"

#include <QByteArray>
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
/// Whether an issue calls the partner, and whether its row is on disk before the answer is sent.
bool doesCallPartner(Strategy strategy);
bool isDurableBeforeAnswer(Strategy strategy);
/// Returns false if the strategy creates a coupon for each request: nothing can be sold out, left or
/// oversold.
bool hasStock(Strategy strategy);
/// The names of a strategy's steps, in the order in which a successful issue passes them. Steps that only
/// some issues pass stand last: `rpush` and `release` after a refusal by the partner, `open-doubt` and
/// `mark-doubt` after an unknown outcome.
QList<QByteArray> stepsOf(Strategy strategy);

} // namespace seonchak
