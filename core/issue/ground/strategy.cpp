// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/strategy.h"

#include <array>

namespace seonchak {

namespace {
struct Row
{
    Strategy strategy;
    const char16_t *name;
    StockHome home;
};
constexpr std::array<Row, 7> table{{
    {Strategy::UserCache, u"user-cache", StockHome::RedisSteps},
    {Strategy::RedisLpop, u"redis-lpop", StockHome::RedisSteps},
    {Strategy::RedisLpopLossy, u"redis-lpop-lossy", StockHome::RedisSteps},
    {Strategy::RedisLpopCompensate, u"redis-lpop-compensate", StockHome::RedisSteps},
    {Strategy::DbPessimistic, u"db-pessimistic", StockHome::Database},
    {Strategy::DbOptimistic, u"db-optimistic", StockHome::Database},
    {Strategy::Saga, u"saga", StockHome::RedisSaga},
}};

const Row &rowOf(Strategy strategy)
{
    return *std::ranges::find(table, strategy, &Row::strategy);
}
} // namespace

QString strategyName(Strategy strategy)
{
    return QString::fromUtf16(rowOf(strategy).name);
}

std::optional<Strategy> strategyFromName(QStringView name)
{
    for (const auto &row : table) {
        if (name == QStringView(row.name))
            return row.strategy;
    }
    return std::nullopt;
}

QList<Strategy> allStrategies()
{
    QList<Strategy> all;
    for (const auto &row : table)
        all.append(row.strategy);
    return all;
}

StockHome stockHome(Strategy strategy)
{
    return rowOf(strategy).home;
}

} // namespace seonchak
