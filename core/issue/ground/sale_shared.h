// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/wakers.h"
#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"
#include "core/issue/ground/empty_stock.h"
#include "core/issue/ground/failpoints.h"
#include "core/issue/ground/foreign_desk.h"
#include "core/issue/ground/job_log.h"
#include "core/issue/ground/pause.h"
#include "core/issue/ground/readiness.h"
#include "core/issue/ground/sale_options.h"
#include "core/issue/ground/sale_times.h"
#include "core/issue/ground/token_desk.h"
#include "core/partner/partner_house.h"
#include "core/watch/alarms.h"
#include "core/watch/chronicle.h"
#include "core/watch/counters.h"
#include "core/watch/event_log.h"
#include "core/watch/outage.h"

#include <memory>
#include <stop_token>

namespace seonchak {

/// What all threads of a sale share. Thread-safe; outlives them all.
struct SaleShared
{
    explicit SaleShared(SaleOptions given);

    const SaleOptions options;
    RedisAddress redis; ///< includes the private Redis' socket
    const Keys keys;
    SystemClock clock;
    Readiness readiness;
    Counters counters;
    EventLog events;
    JobLog jobs{clock};
    Outages outages;
    AlarmBoard alarms;
    std::unique_ptr<Failpoints> failpoints; ///< null except in the lab; the pools below may wait in it
    ForeignDesk foreign;
    PauseMark pause;
    TokenDesk tokens;
    SaleClock sale{clock};
    EmptyStock emptyStock;
    PartnerHouse partner;
    Journal journal;
    Chronicle chronicle;
    SqlPool readers;
    std::unique_ptr<SqlPool> lockers; ///< for the db-* strategies only
    std::function<void(const QString &)> log;
    std::stop_source ending; ///< requested when the program ends: long acts stop at their next slice
    qint64 startedNs = 0;
    /// False until the private Redis runs: the one of a dying predecessor may still answer on the same
    /// socket.
    std::atomic<bool> redisStarted{false};
    std::atomic<bool> redisConnected{false};
    std::atomic<int> ownPort{0};           ///< the port that we serve at; 0: none yet
    std::atomic<int> stations{0};          ///< number of open ones
    std::atomic<int> stationsConnected{0}; ///< those of them that are connected to Redis
    Wakers
        changes; ///< for those who wait for redisStarted, redisConnected, the stations, or outages that end

    /// Able to issue: Redis and the database accept writes and agree. A connection that is restored within a
    /// moment does not count as lost.
    [[nodiscard]] bool isIssuing() const;
    /// Whether a present outage stops this sale's strategy.
    [[nodiscard]] bool isStopped() const;
    /// Adds an event with the current time.
    void tell(Event::Kind kind, qint64 number = 0, QByteArray code = {}, UserId user = 0);

    /// Longer than any live saga: when a reservation is adopted, its server has died or given up.
    [[nodiscard]] std::chrono::milliseconds lease() const;
    /// How long Redis stays open after cancel(), for compensations.
    static constexpr std::chrono::milliseconds redisCloseDelay{200};
    /// How long a partner may still act on a call that we gave up. The mock acts immediately or never.
    [[nodiscard]] std::chrono::milliseconds quarantine() const;
    /// This run of the program, part of every idempotency key: another book may use the same reservation
    /// numbers.
    QByteArray runId;
};

} // namespace seonchak
