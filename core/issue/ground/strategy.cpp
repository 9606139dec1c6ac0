// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/strategy.h"

#include <algorithm>

namespace seonchak {

namespace {
enum StrategyFact {
    WithStock = 1,    ///< otherwise it makes a coupon for each request
    CallsPartner = 2, ///< during an issue
    RowFirst = 4,     ///< the row is on disk before the answer is sent
};

struct Row
{
    Strategy strategy;
    const char16_t *name;
    StockHome home;
    int facts; ///< of StrategyFact
    const char *steps;
};
constexpr Row table[] = {
    {Strategy::UserCache, u"user-cache", StockHome::RedisSteps, RowFirst,
     "read-user-key save-coupon set-user-key"},
    {Strategy::RedisLpop, u"redis-lpop", StockHome::RedisSteps, WithStock,
     "read-user-key lpop set-user-key write-row"},
    {Strategy::RedisLpopLossy, u"redis-lpop-lossy", StockHome::RedisSteps, WithStock | CallsPartner,
     "read-user-key lpop call-store set-user-key write-row"},
    {Strategy::RedisLpopCompensate, u"redis-lpop-compensate", StockHome::RedisSteps, WithStock | CallsPartner,
     "read-user-key lpop call-store set-user-key write-row rpush"},
    {Strategy::DbPessimistic, u"db-pessimistic", StockHome::Database, WithStock | RowFirst,
     "lock-row mark-issued commit"},
    {Strategy::DbOptimistic, u"db-optimistic", StockHome::Database, WithStock | RowFirst,
     "read-row mark-issued commit"},
    {Strategy::Saga, u"saga", StockHome::RedisSaga, WithStock | CallsPartner | RowFirst,
     "reserve call-store book-commit redis-commit release open-doubt mark-doubt"},
};

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

bool doesCallPartner(Strategy strategy)
{
    return (rowOf(strategy).facts & CallsPartner) != 0;
}

bool isDurableBeforeAnswer(Strategy strategy)
{
    return (rowOf(strategy).facts & RowFirst) != 0;
}

bool hasStock(Strategy strategy)
{
    return (rowOf(strategy).facts & WithStock) != 0;
}

QList<QByteArray> stepsOf(Strategy strategy)
{
    return QByteArray(rowOf(strategy).steps).split(' ');
}

} // namespace seonchak
