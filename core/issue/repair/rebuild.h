// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/issue/ground/foreign_desk.h"
#include "core/issue/ground/marks.h"
#include "core/issue/ground/readiness.h"
#include "core/issue/ground/sale_times.h"
#include "core/issue/repair/foreign_keys.h"
#include "core/issue/repair/rebuild_lease.h"
#include "core/redis/keys.h"
#include "core/redis/script.h"

#include <QDeadlineTimer>

#include <qcoro/qcorotask.h>

namespace seonchak {

class Journal;
class RedisConnection;
class SqlPool;

/// Brings Redis and the book to agree, and opens the gate when they do.
///
/// The book's meta table has the generation of the Redis content that belongs to it; Redis has the same
/// number in its stats hash. Redis emptied, replaced, or restored from an older copy shows by a missing or
/// other generation, or by counting fewer reservations or batches than the book has seen. Then the stock, the
/// user keys and the doubts are made anew from the book, aside, and adopted in one script. Of several servers
/// one does it, under a lease with a fencing token. Where Redis has no mark of ours but keys that the book
/// does not know, nothing is touched until the ForeignDesk has a decision. Lives on one thread.
class Rebuild
{
public:
    struct Parts
    {
        RedisConnection &redis;
        Journal &journal;
        SqlPool &pool;
        Keys keys;
        StockHome home;
        Readiness &readiness;
        ForeignDesk &foreign;
        std::function<void(const QString &)> log;
        std::chrono::milliseconds lease{
            5'000}; ///< renewed while at work; what a killed server leaves of it is waited for
    };
    explicit Rebuild(Parts parts);

    /// Finds out whether Redis is the book's, rebuilds it if not, and opens the gate. Fails (gate stays
    /// closed) when either is away, when another server is at it, when issues of this process are still under
    /// way, or when somebody must decide about foreign keys first: call again. True where a rebuild was made.
    QCoro::Task<Result<bool>> reconcile();
    /// Whether Redis answers and has no mark of ours.
    QCoro::Task<bool> isUnmarked();

private:
    using Entries = std::vector<std::pair<QByteArray, QByteArray>>;
    struct View
    {
        BookMarks book;
        RedisMarks marks;
    };
    /// What a Redis that is to be rebuilt holds.
    struct Content
    {
        enum class Kind { Marked, Empty, Unmarked, Foreign } kind = Kind::Marked;
        ForeignKeys keys;
        bool keepList = false; ///< some of the list could not be taken over

        [[nodiscard]] QByteArray expectedLength() const;
    };
    struct Begun
    {
        qint64 generation = 0;
        qint64 batch = 0; ///< the highest so far
        SaleTimes times;  ///< as the book has them
    };
    QCoro::Task<Result<View>> read();
    [[nodiscard]] bool agrees(const View &view) const;
    void open(qint64 generation);

    QCoro::Task<Result<bool>> underLease(View seen, Content content);
    QCoro::Task<Result<void>> rebuild(View view, Content content);
    QCoro::Task<Result<void>> shut(const Content &content, const QByteArray &book);
    QCoro::Task<Result<QList<QByteArray>>> readVoiding(const View &view);
    QCoro::Task<Result<Begun>> beginGeneration(QList<QByteArray> voiding);
    QCoro::Task<Result<void>> finish(Begun begun, qint64 users, bool wasEmpty);

    QCoro::Task<Result<Content>> lookAround(const View &view);
    QCoro::Task<Result<Content>> look(bool anotherBook);
    QCoro::Task<Result<void>> settleForeign(Content *content);
    QCoro::Task<Result<void>> adoptForeign(Content *content, QString actor);
    QCoro::Task<Result<void>> keepAside(QList<QByteArray> keys);
    QCoro::Task<Result<void>> audit(QString actor, QString detail, QString result);
    [[nodiscard]] std::unexpected<Error> undecided() const;

    QCoro::Task<Result<void>> clearRedis(Content::Kind was);
    QCoro::Task<Result<void>> deleteAll(QByteArray prefix);
    QCoro::Task<Result<void>> deletePage(const RedisReply &page);
    QCoro::Task<Result<void>> fillStock(const Entries &kept);
    QCoro::Task<Result<qint64>> fillUsers();
    QCoro::Task<Result<void>> fillPending(const Entries &kept);
    QCoro::Task<Result<Entries>> pendingWorthKeeping();

    Parts m;
    const Script m_adopt;
    const Script m_shut;
    RebuildLease m_lease;
    ForeignScan m_scan;
    QDeadlineTimer m_lookAgain; ///< until then what was found stands
};

} // namespace seonchak
