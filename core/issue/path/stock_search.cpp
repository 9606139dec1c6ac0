// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/path/stock_search.h"

#include "core/redis/connection.h"
#include "core/redis/pending_scan.h"

#include <QList>

namespace seonchak {

namespace {
/// Redis reads this many in a tenth of a millisecond.
constexpr qint64 scanSlice = 2000;
constexpr int mostTries = 5;
} // namespace

StockSearch::StockSearch(RedisConnection &redis, Keys keys)
    : m_redis(&redis)
    , m_keys(std::move(keys))
{
}

/// Counts coupons that left the stock in other ways than from its front.
QCoro::Task<Result<StockSearch::Moves>> StockSearch::moves() const
{
    std::vector<QByteArray> ask{"HMGET", m_keys.stats(), "voids", "removed"};
    const auto reply = co_await m_redis->commandTask(std::move(ask));
    if (!reply)
        co_return std::unexpected(reply.error());
    if (reply->items.size() != 2)
        co_return failure(Trouble::Internal, QStringLiteral("Redis gave a senseless answer to HMGET"));
    co_return Moves{reply->items[0].text.toLongLong(), reply->items[1].text.toLongLong()};
}

QCoro::Task<Result<std::optional<qint64>>> StockSearch::place(QByteArray code) const
{
    QSet<QByteArray> wanted{code};
    const auto found = co_await places(std::move(wanted));
    if (!found)
        co_return std::unexpected(found.error());
    const auto place = found->constFind(code);
    co_return place == found->constEnd() ? std::nullopt : std::optional<qint64>(*place);
}

QCoro::Task<Result<QHash<QByteArray, qint64>>> StockSearch::places(QSet<QByteArray> codes) const
{
    for (int tried = 0; tried < mostTries; ++tried) {
        const auto before = co_await moves();
        if (!before)
            co_return std::unexpected(before.error());
        auto found = co_await placesOnce(codes);
        if (!found || found->size() == codes.size())
            co_return found;
        // Removing coupons from the middle or the end moves others past us.
        const auto after = co_await moves();
        if (!after)
            co_return std::unexpected(after.error());
        if (*after == *before)
            co_return found;
    }
    co_return failure(Trouble::Unavailable, QStringLiteral("the stock is being changed too fast to look"));
}

/// From the end to the front: codes that leave at the front do not move the others, and codes added at the
/// end move them in our direction. So none is missed; some may be seen twice.
QCoro::Task<Result<QHash<QByteArray, qint64>>> StockSearch::placesOnce(QSet<QByteArray> codes) const
{
    QHash<QByteArray, qint64> found;
    for (qint64 done = 0; found.size() < codes.size(); done += scanSlice) {
        std::vector<QByteArray> range{"LRANGE", m_keys.available(), QByteArray::number(-done - scanSlice),
                                      QByteArray::number(-done - 1)};
        const auto page = co_await m_redis->commandTask(std::move(range));
        if (!page)
            co_return std::unexpected(page.error());
        const auto &items = page->items;
        for (std::size_t i = items.size(); i > 0; --i) {
            const QByteArray &code = items[i - 1].text;
            if (codes.contains(code) && !found.contains(code)) // If it occurs twice, the one nearer the end.
                found.insert(code, done + qint64(items.size() - i) + 1);
        }
        if (qint64(items.size()) < scanSlice)
            break;
    }
    co_return found;
}

QCoro::Task<Result<QList<qint64>>> StockSearch::holders(QByteArray code) const
{
    QList<qint64> users;
    for (PendingScan scan(*m_redis, m_keys.pending()); !scan.isAtEnd();) {
        const auto rows = co_await scan.next();
        if (!rows)
            co_return std::unexpected(rows.error());
        for (const auto &row : *rows) {
            const qint64 user = row.user.toLongLong();
            if (row.entry && row.entry->code == code && !users.contains(user))
                users.append(user);
        }
    }
    co_return users;
}

} // namespace seonchak
