// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/task_mutex.h"
#include "core/database/journal.h"
#include "core/database/sql_pool.h"
#include "core/issue/act_desk.h"
#include "core/issue/beginning_lookup.h"
#include "core/issue/doubt_desk.h"
#include "core/issue/failpoints.h"
#include "core/issue/journal_book.h"
#include "core/issue/keeper.h"
#include "core/issue/look_back.h"
#include "core/issue/redis_gate.h"
#include "core/issue/reserved_codes.h"
#include "core/issue/sale_options.h"
#include "core/issue/sale_times_keeper.h"
#include "core/partner/make_partner.h"
#include "core/redis/connection.h"
#include "core/redis/private_redis.h"
#include "core/watch/book_watch.h"
#include "core/watch/chronicle.h"
#include "core/watch/conservation.h"
#include "core/watch/event_log.h"
#include "core/watch/identity_sweep.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <stop_token>
#include <vector>

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
    Outages outages;
    std::unique_ptr<Failpoints> failpoints; ///< null but in the lab; the pools below may wait in it
    ForeignDesk foreign;
    PauseMark pause;
    SaleClock sale{clock};
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

/// The background half of a sale: lives on its own thread with the private Redis, one Redis connection, the
/// keeper.
class Engine : public QObject
{
    Q_OBJECT
public:
    explicit Engine(SaleShared &shared);
    ~Engine() override;

    /// Ends what is under way: the partner's calls and the keeper's rounds at once, the rest when Redis is
    /// closed, a moment later, so that a compensation that is due now is still paid.
    void cancel();

    [[nodiscard]] Stock &stock() { return m_stock; }
    [[nodiscard]] ActDesk &acts() { return m_acts; }
    [[nodiscard]] Pause &pause() { return m_pause; }
    [[nodiscard]] SaleTimesKeeper &times() { return m_times; }
    [[nodiscard]] DoubtDesk &doubts() { return m_doubts; }
    QCoro::Task<Status> status();
    /// The codes among these that are reserved or in doubt in Redis now.
    QCoro::Task<QSet<QByteArray>> reservedCodes();
    /// The code that is being issued to this user at this moment; empty: none, or Redis is away.
    QCoro::Task<QByteArray> reservedFor(UserId user);

private:
    QCoro::Task<> readStatus();
    [[nodiscard]] Status frame();
    /// `begun`: the stock was filled at least once.
    [[nodiscard]] SaleView saleOf(const Status &status, bool begun) const;
    void watchConnection();
    void tellAway();
    void watchPrivateRedis();
    void tellSettled(const Settler::News &news);
    void tellRebuilt();
    void tellFault(const StockFault &fault);
    QCoro::Task<> warnOfVanishingKeys();

    SaleShared &m_shared;
    std::unique_ptr<PrivateRedis> m_privateRedis;
    RedisConnection m_redis;
    RedisGate m_gate;
    JournalBook m_book;
    std::unique_ptr<CancellablePartner> m_partner;
    TaskMutex m_moving;
    Stock m_stock;
    ActDesk m_acts;
    Rebuild m_rebuild;
    Settler m_settler;
    DoubtDesk m_doubts;
    Pause m_pause;
    SaleTimesKeeper m_times;
    BeginningLookup m_beginning;
    WriteProbe m_probe;
    Keeper m_keeper;
    ReservedCodes m_reserved;
    Conservation m_conservation;
    BookWatch m_bookWatch;
    IdentitySweep m_identities;
    LookBack m_lookBack;
    QTimer m_peakTimer; ///< looks at the tempo before it forgets, also where nobody reads the status
    QString m_redisWarnings;
    std::vector<Promised<Status>> m_waiting;
    bool m_reading = false;
    bool m_redisTold = false;   ///< that it is there
    bool m_redisMissed = false; ///< it was away since that was last told, or could not be had
    Conservation::Reading m_last;
    qint64 m_lastGoodNs = 0;
    bool m_haveLast = false;
};

} // namespace seonchak
