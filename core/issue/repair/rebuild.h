// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/issue/ground/marks.h"
#include "core/issue/ground/readiness.h"
#include "core/issue/ground/sale_times.h"
#include "core/issue/repair/foreign_settling.h"
#include "core/issue/repair/rebuild_lease.h"
#include "core/redis/keys.h"
#include "core/redis/script.h"

#include <qcoro/qcorotask.h>

namespace seonchak {

class Journal;
class RedisConnection;
class SqlPool;

/// Brings Redis and the book into agreement, and opens the gate when they agree.
///
/// The book's meta table has the generation of the Redis content that belongs to it; Redis has the same
/// number in its stats hash. If Redis was emptied, replaced, or restored from an older copy, the generation
/// is missing or different, or Redis counts fewer reservations or batches than the book has seen. Then the
/// stock, the user keys and the doubts are rebuilt from the book under temporary keys and adopted in one
/// script. Only one server rebuilds, under a lease with a fencing token. If Redis has no mark of ours but
/// keys that the book does not know, nothing is changed until the ForeignDesk has a decision. Lives on one
/// thread.
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
            5'000}; ///< renewed while working; a killed server's lease must expire first
    };
    explicit Rebuild(Parts parts);

    /// Finds out whether Redis is the book's, rebuilds it if not, and opens the gate. Fails (the gate stays
    /// closed) if either is unavailable, if another server is rebuilding, if issues of this process are still
    /// under way, or if a person must decide about foreign keys first: call it again. Returns true if a
    /// rebuild was made.
    QCoro::Task<Result<bool>> reconcile();
    /// Whether Redis answers and has no mark of ours.
    QCoro::Task<bool> isUnmarked();

private:
    struct View
    {
        BookMarks book;
        RedisMarks marks;
    };
    struct Begun
    {
        qint64 generation = 0;
        qint64 batch = 0; ///< the highest so far
        SaleTimes times;  ///< from the book
    };
    QCoro::Task<Result<View>> read();
    [[nodiscard]] bool agrees(const View &view) const;
    void open(qint64 generation);

    QCoro::Task<Result<bool>> underLease(View seen, RedisContent content);
    QCoro::Task<Result<void>> rebuild(View view, RedisContent content);
    QCoro::Task<Result<void>> shut(const RedisContent &content, const QByteArray &book);
    QCoro::Task<Result<QList<QByteArray>>> readVoiding(const View &view);
    QCoro::Task<Result<Begun>> beginGeneration(QList<QByteArray> voiding);
    QCoro::Task<Result<void>> finish(Begun begun, qint64 users, bool wasEmpty);

    Parts m;
    const Script m_adopt;
    const Script m_shut;
    RebuildLease m_lease;
    ForeignScan m_scan;
    RebuildFill m_fill;
    ForeignSettling m_foreign;
};

} // namespace seonchak
