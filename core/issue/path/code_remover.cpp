// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/path/code_remover.h"

#include "core/redis/connection.h"

namespace seonchak {

CodeRemover::CodeRemover(RedisConnection &redis, Keys keys, Readiness &readiness)
    : m_redis(redis)
    , m_keys(std::move(keys))
    , m_readiness(readiness)
    , m_search(redis, m_keys)
    , m_remove(Script::fromResource(QStringLiteral("remove")))
{
}

Task<Result<void>> CodeRemover::remove(QByteArray code, qint64 generation)
{
    for (int tried = 0; tried < StockSearch::mostTries; ++tried) {
        const auto place = co_await m_search.place(code);
        if (!place)
            co_return std::unexpected(place.error());
        if (!*place)
            co_return Result<void>{};
        std::vector<QByteArray> keys{m_keys.available(), m_keys.stats()};
        std::vector<QByteArray> arguments{QByteArray::number(generation), code, QByteArray::number(**place)};
        const auto reply = co_await m_redis.runTask(m_remove, std::move(keys), std::move(arguments));
        if (!reply)
            co_return std::unexpected(reply.error());
        if (reply->kind != RedisReply::Kind::Integer)
            co_return std::unexpected(m_readiness.stale(generation));
        if (reply->integer == 1)
            co_return Result<void>{};
    }
    co_return failure(Trouble::Unavailable, QStringLiteral("the stock is being changed too fast"));
}

} // namespace seonchak
