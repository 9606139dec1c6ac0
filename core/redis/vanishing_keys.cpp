// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/vanishing_keys.h"

#include "core/redis/connection.h"

#include <QStringList>

namespace seonchak {

namespace {

/// How many of our keys expire, among the main ones and a few user keys.
QCoro::Task<int> expiringKeys(RedisConnection &redis, Keys keys)
{
    std::vector<QByteArray> scan{"SCAN", "0", "MATCH", keys.userPrefix() + '*', "COUNT", "1000"};
    const auto page = co_await redis.commandTask(std::move(scan));
    std::vector<QByteArray> names{keys.available(), keys.pending(), keys.stats()};
    constexpr std::size_t mostUsers = 20;
    if (page && page->items.size() == 2) {
        for (const auto &key : page->items[1].items) {
            if (names.size() < mostUsers)
                names.push_back(key.text);
        }
    }
    int expiring = 0;
    for (const QByteArray &name : names) {
        std::vector<QByteArray> ask{"PTTL", name};
        const auto left = co_await redis.commandTask(std::move(ask));
        expiring += left && left->integer >= 0 ? 1 : 0;
    }
    co_return expiring;
}

/// Whether it writes snapshots; assumed if CONFIG is forbidden.
QCoro::Task<bool> savesSnapshots(RedisConnection &redis)
{
    std::vector<QByteArray> ask{"CONFIG", "GET", "save"};
    const auto answer = co_await redis.commandTask(std::move(ask));
    co_return !answer || answer->items.size() != 2 || !answer->items[1].text.isEmpty();
}

} // namespace

QByteArray infoValue(const QByteArray &info, const QByteArray &name)
{
    const QByteArray start = name + ':';
    for (const QByteArray &line : info.split('\n')) {
        if (line.startsWith(start))
            return line.mid(start.size()).trimmed();
    }
    return {};
}

QCoro::Task<Result<VanishingKeys>> whyKeysMayVanish(RedisConnection &redis, Keys keys)
{
    std::vector<QByteArray> ask{"INFO"};
    const auto info = co_await redis.commandTask(std::move(ask));
    if (!info)
        co_return std::unexpected(info.error());
    QStringList reasons;
    const QByteArray policy = infoValue(info->text, "maxmemory_policy");
    if (!policy.isEmpty() && policy != "noeviction")
        reasons.append(
            QStringLiteral("maxmemory-policy is %1, not noeviction").arg(QString::fromLatin1(policy)));
    if (infoValue(info->text, "aof_enabled") == "0") {
        const bool saves = co_await savesSnapshots(redis);
        reasons.append(saves ? QStringLiteral("appendonly is off: a crash takes it back to the last snapshot")
                             : QStringLiteral("appendonly is off and it saves no snapshots"));
    }
    const int expiring = co_await expiringKeys(redis, std::move(keys));
    if (expiring > 0)
        reasons.append(QStringLiteral("keys of ours have an expiry"));
    co_return VanishingKeys{reasons.join(QStringLiteral("; "))};
}

} // namespace seonchak
