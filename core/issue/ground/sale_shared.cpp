// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/sale_shared.h"

#include "core/issue/ground/lease.h"
#include "core/issue/ground/strategy.h"

#include <QUuid>

#include <algorithm>

namespace seonchak {

namespace {
constexpr std::size_t queueMost = 20'000;
constexpr int readerThreads = 2;
constexpr std::chrono::milliseconds briefly{500};

std::unique_ptr<SqlPool> lockersFor(const SaleOptions &options)
{
    if (stockHome(options.strategy) != StockHome::Database)
        return nullptr;
    return std::make_unique<SqlPool>(options.database, std::max(4, options.workers * 2), queueMost);
}
} // namespace

SaleShared::SaleShared(SaleOptions given)
    : options(std::move(given))
    , redis(options.redis)
    , keys(options.keyPrefix, options.redis.kind == RedisAddress::Kind::Cluster)
    , foreign(options.foreignKeys, QString::fromLatin1(keys.root()))
    , partner(options.partner)
    , journal(options.database, queueMost, options.hooks.receiversOf(issuedHook))
    , chronicle(journal, clock)
    , readers(options.database, readerThreads, queueMost)
    , lockers(lockersFor(options))
    , startedNs(clock.steadyNs())
    , runId(QUuid::createUuid().toByteArray(QUuid::WithoutBraces).left(8))
{
}

void SaleShared::tell(Event::Kind kind, qint64 number, QByteArray code, UserId user)
{
    events.add({kind, clock.wallMs(), user, std::move(code), number, 0});
}

bool SaleShared::isIssuing() const
{
    const bool open = readiness.isOpen() || readiness.closedAt() > Readiness::Clock::now() - briefly;
    return open && redisConnected && journal.isConnected() && outages.current().empty();
}

bool SaleShared::isStopped() const
{
    return outages.has(Outage::Service::Database) ||
           (outages.has(Outage::Service::Redis) && stockHome(options.strategy) != StockHome::Database);
}

std::chrono::milliseconds SaleShared::lease() const
{
    return leaseOf(options.partner);
}

std::chrono::milliseconds SaleShared::quarantine() const
{
    return std::chrono::milliseconds(options.partner.timeoutMs + (options.partner.isMock() ? 0 : 4000));
}

} // namespace seonchak
