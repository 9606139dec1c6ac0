// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/pending_scan.h"

#include <utility>

namespace seonchak {

PendingScan::PendingScan(RedisConnection &redis, QByteArray key)
    : m_redis(redis)
    , m_key(std::move(key))
{
}

QCoro::Task<Result<std::vector<PendingScan::Row>>> PendingScan::next()
{
    std::vector<QByteArray> scan{"HSCAN", m_key, m_cursor, "COUNT", "1000"};
    const auto page = co_await m_redis.commandTask(std::move(scan));
    if (!page)
        co_return std::unexpected(page.error());
    if (page->items.size() != 2)
        co_return failure(Trouble::Internal,
                          QStringLiteral("Redis gave a senseless answer to %1").arg(QLatin1String("HSCAN")));
    const QByteArray &cursor = page->items[0].text;
    m_cursor = cursor == "0" ? QByteArray() : cursor;
    const auto &parts = page->items[1].items;
    std::vector<Row> rows;
    rows.reserve(parts.size() / 2);
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2)
        rows.push_back({parts[i].text, parts[i + 1].text, PendingEntry::parse(parts[i + 1].text)});
    co_return rows;
}

} // namespace seonchak
