// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/wake_target.h"
#include "core/issue/engine/sale_times_keeper.h"
#include "core/issue/ground/pause.h"
#include "core/issue/ground/readiness.h"
#include "core/issue/repair/rebuild.h"
#include "core/issue/repair/settler.h"
#include "core/issue/stock/stock.h"
#include "core/redis/write_probe.h"
#include "core/watch/chronicle.h"
#include "core/watch/outage.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace seonchak {

class Journal;
class RedisConnection;

/// Keeps Redis and the book consistent, in the background: opens the gate when they agree and both accept
/// writes, shuts it with a reason when one does not, rebuilds Redis when they disagree, runs the settler's
/// rounds, finishes interrupted work, picks up pauses, and flushes the journal's notes. When idle it costs
/// two timer events and one write of three dozen words to Redis a second. Lives on one thread.
class Keeper : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        RedisConnection &redis;
        Journal &journal;
        Readiness &readiness;
        Rebuild &rebuild;
        Settler &settler;
        Stock &stock;
        Counters &counters;
        Pause &pause;
        SaleTimesKeeper &times;
        const SaleClock &sale;
        PauseMark &pauseMark;
        Chronicle &chronicle;
        WriteProbe &probe;
        Outages &outages;
        const Clock &clock;
        StockHome home;
    };
    explicit Keeper(Parts parts);

    void start();
    void stop();

Q_SIGNALS:
    /// Reports what happened, as one English sentence for the log.
    void happened(const QString &what);
    void rebuilt();

private:
    using Steady = std::chrono::steady_clock;
    /// A task that is due at an interval, however long a round takes.
    struct Turn
    {
        std::chrono::milliseconds every;
        Steady::time_point next;

        /// Whether it is due; if so, it is due again only after the interval.
        bool take();
    };

    void tick();
    void wake();
    void journalChanged();
    void lookAfterAMoment();
    void lookAtConnections();
    void lookAtJournal();
    QCoro::Task<bool> takesWrites();
    void refused(Outage::Service service, const QString &words);
    void over(Outage::Service service);
    void ended();
    QCoro::Task<> reconcile();
    QCoro::Task<> settle();
    /// Reads the pause and the sale's times from the book.
    QCoro::Task<Result<void>> readMarks();
    QCoro::Task<> learnMarks();
    [[nodiscard]] bool mayWriteNotes() const;
    QCoro::Task<> writeNotes();

    Parts m;
    QTimer m_timer;
    bool m_busy = false;
    bool m_stopped = false;
    bool m_starting = true;   ///< Redis has not been compared with the book yet
    bool m_wrongType = false; ///< the last probe found that one of our keys has another type
    bool m_writing = false;
    bool m_woken = false;
    Steady::time_point m_redisAway;
    Steady::time_point m_journalAway;
    Turn m_notes, m_rounds, m_leftovers, m_wakes;
    QString m_lastTrouble;
    WakeTarget m_journalChanges;
};

} // namespace seonchak
