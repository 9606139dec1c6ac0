// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
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
#include "core/partner/make_partner.h"
#include "core/watch/alarms.h"
#include "core/watch/chronicle.h"
#include "core/watch/counters.h"
#include "core/watch/event_log.h"
#include "core/watch/outage.h"

#include <memory>
#include <stop_token>

namespace seonchak {

/// What all threads of a sale share: thread-safe, outlives them all.
struct SaleShared
{
    explicit SaleShared(SaleOptions given);

    const SaleOptions options;
    RedisAddress redis; ///< with the private one's socket filled in
    const Keys keys;
    SystemClock clock;
    Readiness readiness;
    Counters counters;
    EventLog events;
    JobLog jobs{clock};
    Outages outages;
    AlarmBoard alarms;
    std::unique_ptr<Failpoints> failpoints; ///< null but in the lab; the pools below may wait in it
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
    /// False until the private Redis runs: a dying predecessor's may still answer on the same socket.
    std::atomic<bool> redisStarted{false};
    std::atomic<bool> redisConnected{false};
    std::atomic<int> ownPort{0};           ///< that we serve at; 0: not yet
    std::atomic<int> stations{0};          ///< open ones
    std::atomic<int> stationsConnected{0}; ///< those of them that Redis answers

    /// Able to issue: Redis and the database take writes and agree. What is had again within a moment is not
    /// away.
    [[nodiscard]] bool isIssuing() const;
    /// Whether an outage of now stops the strategy of this sale.
    [[nodiscard]] bool isStopped() const;
    /// Adds an event that happened now.
    void tell(Event::Kind kind, qint64 number = 0, QByteArray code = {}, UserId user = 0);

    /// Longer than any live saga: an adopted reservation's server has died or given up.
    [[nodiscard]] std::chrono::milliseconds lease() const;
    /// How long Redis stays open after a cancel, for compensations.
    static constexpr std::chrono::milliseconds lastWords{200};
    /// How long a partner may still act on a call that we gave up. The mock acts at once or never.
    [[nodiscard]] std::chrono::milliseconds quarantine() const;
    /// This run of the program, part of every idempotency key: another book may count the same reservation
    /// numbers.
    QByteArray runId;
};

} // namespace seonchak
