// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/rig/own_server.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <algorithm>

namespace seonchak::lab {

namespace {
constexpr int askEveryMs = 100;
constexpr qint64 restMostMs = 60'000;
constexpr qint64 generateAtOnce = 50'000; ///< takes less than a second, so that a stop is quick
constexpr qint64 conservedMostMs = 3000;  ///< numbers that do not add up by then are a loss
} // namespace

OwnServer::OwnServer(OwnPlace place)
    : m_place(std::move(place))
{
}

OwnServer::~OwnServer()
{
    m_process.reset();
    if (m_redis && m_place.redis != QLatin1String("private") && !m_redis->clean())
        qWarning("keys of the lab stay behind in Redis: %s:*", qUtf8Printable(m_place.name));
    m_database.reset();
    QDir(m_place.dataDir).removeRecursively();
}

Result<std::unique_ptr<OwnServer>> OwnServer::create(OwnPlace place)
{
    std::unique_ptr<OwnServer> server(new OwnServer(std::move(place)));
    const OwnPlace &here = server->m_place;
    QFile empty(here.dataDir + QStringLiteral("/empty.ini"));
    if (!QDir().mkpath(here.dataDir) || !empty.open(QIODevice::WriteOnly))
        return failure(Trouble::Unavailable, QStringLiteral("cannot write to %1").arg(here.dataDir));
    auto database = OwnDatabase::create(here.database, here.dataDir, here.name);
    if (!database)
        return std::unexpected(database.error());
    server->m_database = std::move(*database);
    return server;
}

QStringList OwnServer::arguments() const
{
    return {QStringLiteral("--config"),      m_place.dataDir + QStringLiteral("/empty.ini"),
            QStringLiteral("--data-dir"),    m_place.dataDir,
            QStringLiteral("--listen"),      QStringLiteral("127.0.0.1:0"),
            QStringLiteral("--redis"),       m_place.redis,
            QStringLiteral("--key-prefix"),  m_place.name,
            QStringLiteral("--database"),    m_database->option(),
            QStringLiteral("--strategy"),    strategyName(m_place.strategy),
            QStringLiteral("--desk-socket"), QStringLiteral("none"),
            QStringLiteral("--log-level"),   QStringLiteral("warning")};
}

Result<void> OwnServer::start(const QStringList &more)
{
    m_process.reset();
    auto process = ServerProcess::start(m_place.serverProgram, arguments() + more);
    if (!process)
        return std::unexpected(process.error());
    m_process = std::move(*process);
    const bool isPrivate = m_place.redis == QLatin1String("private");
    auto address = RedisAddress::parse(isPrivate ? m_process->redisUrl() : m_place.redis);
    if (!address)
        return std::unexpected(address.error());
    m_redis = std::make_unique<RedisReader>(std::move(*address), m_place.name.toLatin1());
    return {};
}

Result<void> OwnServer::fill(qint64 coupons, const std::stop_token &stop)
{
    for (qint64 left = coupons; left > 0;) {
        if (stop.stop_requested())
            return failure(Trouble::Unavailable, QStringLiteral("cancelled"));
        const qint64 some = std::min(left, generateAtOnce);
        const auto made =
            m_process->ask("POST", "/api/v1/generate", "{\"count\":" + QByteArray::number(some) + '}');
        if (!made)
            return std::unexpected(made.error());
        if (qint64(made->value(QLatin1String("pushed")).toDouble()) != some)
            return failure(Trouble::Internal, QStringLiteral("the stock was not filled"));
        left -= some;
    }
    return {};
}

Result<double> OwnServer::awaitRest(const std::stop_token &stop)
{
    QElapsedTimer timer;
    timer.start();
    QJsonObject last;
    while (!stop.stop_requested()) {
        auto status = m_process->ask("GET", "/api/v1/status");
        if (!status)
            return std::unexpected(status.error());
        m_status = std::move(*status);
        const auto stock = m_status[QStringLiteral("stock")].toObject();
        const bool rests = stock[QStringLiteral("reserved")].toDouble() == 0 &&
                           stock[QStringLiteral("inDoubt")].toDouble() == 0;
        const bool conserved =
            stock[QStringLiteral("conserved")].toBool() || timer.elapsed() > conservedMostMs;
        if ((rests && conserved && stock == last) || timer.elapsed() > restMostMs)
            return double(timer.elapsed()) / 1000;
        last = stock;
        QThread::msleep(askEveryMs);
    }
    return failure(Trouble::Unavailable, QStringLiteral("cancelled"));
}

Result<Truth> OwnServer::readStores()
{
    Truth truth;
    truth.stockInRedis = keepsStockInRedis(m_place.strategy);
    if (const auto redis = m_redis->read(truth); !redis)
        return std::unexpected(redis.error());
    if (const auto book = readBook(m_database->url(), truth); !book)
        return std::unexpected(book.error());
    return truth;
}

bool keepsStockInRedis(Strategy strategy)
{
    return stockHome(strategy) != StockHome::Database;
}

} // namespace seonchak::lab
