// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h" // first: moc of Qt 6.4 cannot read <coroutine> before any other header
#include "core/async/task_mutex.h"
#include "core/issue/engine/cut_desk.h"
#include "core/issue/engine/empty_stock_keeper.h"
#include "core/issue/engine/engine_news.h"
#include "core/issue/engine/keeper.h"
#include "core/issue/engine/sale_times_keeper.h"
#include "core/issue/engine/sentry.h"
#include "core/issue/path/journal_book.h"
#include "core/issue/path/redis_gate.h"
#include "core/issue/repair/beginning_lookup.h"
#include "core/issue/repair/doubt_desk.h"
#include "core/issue/repair/look_back.h"
#include "core/issue/repair/redis_claims.h"
#include "core/issue/repair/reserved_codes.h"
#include "core/partner/cancellable_partner.h"
#include "core/redis/connection.h"
#include "core/redis/private_redis.h"
#include "core/watch/book_watch.h"
#include "core/watch/conservation.h"
#include "core/watch/identity_sweep.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace seonchak {

struct SaleShared;

/// The background half of a sale: lives on its own thread with the private Redis, one Redis connection and
/// the keeper.
class Engine : public QObject
{
    Q_OBJECT
public:
    explicit Engine(SaleShared &shared);
    ~Engine() override;

    /// Ends pending work: the partner's calls and the keeper's rounds immediately, the rest when Redis is
    /// closed a moment later, so that a compensation that is due now is still made.
    void cancel();

    [[nodiscard]] Stock &stock() { return m_stock; }
    [[nodiscard]] ActDesk &acts() { return m_acts; }
    [[nodiscard]] CutDesk &cuts() { return m_cuts; }
    /// For an act that is recorded elsewhere.
    [[nodiscard]] ActRegister &actRows() { return m_register; }
    /// Whether the database is connected.
    [[nodiscard]] bool isBookConnected() const;
    [[nodiscard]] Pause &pause() { return m_pause; }
    [[nodiscard]] SaleTimesKeeper &times() { return m_times; }
    [[nodiscard]] DoubtDesk &doubts() { return m_doubts; }
    QCoro::Task<Status> status();
    /// Which of these codes are reserved or in doubt in Redis now.
    QCoro::Task<QSet<QByteArray>> reservedCodes();
    /// The code that is being issued to this user now; empty if there is none or Redis is unavailable.
    QCoro::Task<QByteArray> reservedFor(UserId user);

private:
    QCoro::Task<> readStatus();
    [[nodiscard]] Status frame();
    /// `begun`: the stock has been filled at least once.
    [[nodiscard]] SaleView saleOf(const Status &status, bool begun) const;
    QCoro::Task<std::optional<StockNumbers>> readBookAlone();
    /// Announces once that the sale has opened or ended.
    void noteStage(const SaleView &sale);

    SaleShared &m_shared;
    std::unique_ptr<PrivateRedis> m_privateRedis;
    RedisConnection m_redis;
    EngineNews m_news;
    RedisGate m_gate;
    RedisClaims m_claims;
    JournalBook m_book;
    std::unique_ptr<CancellablePartner> m_partner;
    TaskMutex m_moving;
    Stock m_stock;
    ActSweep m_sweep;
    ActRegister m_register;
    ActDesk m_acts;
    CutDesk m_cuts;
    Rebuild m_rebuild;
    Settler m_settler;
    DoubtDesk m_doubts;
    Pause m_pause;
    SaleTimesKeeper m_times;
    BeginningLookup m_beginning;
    std::optional<SaleTimes::Stage> m_stage; ///< at the last reading
    WriteProbe m_probe;
    Keeper m_keeper;
    ReservedCodes m_reserved;
    Conservation m_conservation;
    BookWatch m_bookWatch;
    IdentitySweep m_identities;
    LookBack m_lookBack;
    Sentry m_sentry;
    /// Null if every request has to ask Redis: with the other strategies, and in the lab.
    std::unique_ptr<EmptyStockKeeper> m_emptyStock;
    QTimer m_peakTimer; ///< reads the rate before its window passes, even if nobody reads the status
    std::vector<Promised<Status>> m_waiting;
    bool m_reading = false;
    Conservation::Reading m_last;
    qint64 m_lastGoodNs = 0;
    bool m_haveLast = false;
};

} // namespace seonchak
