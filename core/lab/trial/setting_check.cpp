// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/trial/setting_check.h"

#include "core/database/engine/database_url.h"
#include "core/lab/trial/client.h"
#include "core/redis/address.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace seonchak::lab {

namespace {

constexpr qint64 requestsMost = 10'000'000;
constexpr qint64 stockMost = 1'000'000;
/// The size of a request's lines in the four records, and of a coupon in the stores of the current run:
/// measured, and rounded up.
constexpr double bytesOfRequest = 200;
constexpr double bytesOfCoupon = 2000;

std::unexpected<Error> bad(const QString &sentence)
{
    return failure(Trouble::BadInput, sentence);
}

/// Refuses a schedule that ends before the sale opens.
Result<void> checkOpening(const Setting &setting)
{
    if (!(setting.opensIn >= 0 && setting.opensIn <= longestWait))
        return bad(QStringLiteral("--opens-in must be up to %1 seconds").arg(longestWait));
    if (setting.opensIn == 0)
        return {};
    if (setting.client != Client::Own)
        return bad(QStringLiteral("--opens-in goes with the lab's own generator only"));
    const double before = setting.rate * leadOf(setting);
    if (double(setting.requests) <= before)
        return bad(QStringLiteral(
                       "--requests: %1 at %2 a second are over before the sale opens: the load begins %3 s "
                       "before it. More than %4 are needed")
                       .arg(setting.requests)
                       .arg(setting.rate)
                       .arg(leadOf(setting))
                       .arg(before, 0, 'f', 0));
    return {};
}

Result<void> checkNumbers(const Setting &setting)
{
    if (setting.requests < 1 || setting.requests > requestsMost)
        return bad(QStringLiteral("--requests must be 1 to %1").arg(requestsMost));
    if (setting.stock < 1 || setting.stock > stockMost)
        return bad(QStringLiteral("--stock must be 1 to %1").arg(stockMost));
    if (setting.users < 1 || setting.users > requestsMost)
        return bad(QStringLiteral("--users must be 1 to %1").arg(requestsMost));
    if (!(setting.rate >= 0 && setting.rate <= 10'000'000))
        return bad(QStringLiteral("--rate must be max, or up to 10000000 a second"));
    if (!(setting.failureRate >= 0 && setting.failureRate <= 1))
        return bad(QStringLiteral("--failure-rate must be 0 to 1"));
    if (setting.repeats < 1 || setting.repeats > 1000)
        return bad(QStringLiteral("--repeat must be 1 to 1000"));
    if (const auto opening = checkOpening(setting); !opening)
        return opening;
    const qint64 most = mostConnections();
    if (setting.connections < 1 || setting.connections > most)
        return bad(QStringLiteral("--connections must be 1 to %1: so many descriptors this process may have")
                       .arg(most));
    return {};
}

Result<void> checkSpace(const Setting &setting)
{
    const double runs =
        double(setting.repeats) * double(setting.strategies.size() * setting.databases.size());
    const double needed =
        bytesOfRequest * double(setting.requests) * runs + bytesOfCoupon * double(setting.stock);
    const qint64 free = QStorageInfo(setting.outDir).bytesAvailable();
    if (free < 0 || double(free) >= needed)
        return {};
    constexpr double megabyte = 1'000'000;
    QDir().rmdir(setting.outDir);
    return bad(QStringLiteral("--out %1 has %2 MB free, and these runs need some %3 MB")
                   .arg(setting.outDir)
                   .arg(double(free) / megabyte, 0, 'f', 0)
                   .arg(needed / megabyte, 0, 'f', 0));
}

Result<void> checkPlaces(const Setting &setting)
{
    for (const QString &database : setting.databases) {
        if (database == QLatin1String("sqlite"))
            continue;
        const auto url = DatabaseUrl::parse(database, {});
        if (!url)
            return bad(QStringLiteral("--database: %1").arg(url.error().detail));
        if (url->engine != DatabaseUrl::Engine::Postgresql)
            return bad(QStringLiteral("--database: the lab makes its own SQLite file: write sqlite"));
    }
    if (setting.redis != QLatin1String("private")) {
        const auto redis = RedisAddress::parse(setting.redis);
        if (!redis)
            return bad(QStringLiteral("--redis: %1").arg(redis.error().detail));
    }
    const QDir out(setting.outDir);
    if (setting.outDir.isEmpty())
        return bad(QStringLiteral("--out DIR is needed: where the report and its records go"));
    if (out.exists() && !out.isEmpty())
        return bad(
            QStringLiteral("--out %1 is not empty: a report never mixes with another").arg(setting.outDir));
    if (!QDir().mkpath(setting.outDir) || !QFileInfo(setting.outDir).isWritable())
        return bad(QStringLiteral("--out %1 cannot be written").arg(setting.outDir));
    return checkSpace(setting);
}

} // namespace

Result<void> check(const Setting &setting)
{
    if (setting.strategies.isEmpty())
        return bad(QStringLiteral("--strategies names none"));
    if (setting.databases.isEmpty())
        return bad(QStringLiteral("--database names none"));
    if (const auto numbers = checkNumbers(setting); !numbers)
        return numbers;
    if (const auto client = checkClient(setting); !client)
        return client;
    return checkPlaces(setting);
}

} // namespace seonchak::lab
