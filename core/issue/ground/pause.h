// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/redis/keys.h"

#include <qcoro/qcorotask.h>

#include <atomic>

namespace seonchak {

class Journal;
class RedisConnection;
class SqlPool;

/// Whether the sale is paused. Thread-safe. It is a count of changes, so that the later change of two servers
/// wins: an odd count is a pause.
class PauseMark
{
public:
    [[nodiscard]] bool isKnown() const { return value() >= 0; }
    [[nodiscard]] bool isPaused() const { return value() > 0 && value() % 2 == 1; }
    [[nodiscard]] qint64 value() const { return m_value.load(std::memory_order_acquire); }
    /// Takes a later mark; ignores an earlier one.
    void learn(qint64 mark)
    {
        qint64 known = value();
        while (known < mark && !m_value.compare_exchange_weak(known, mark)) {
        }
    }

private:
    std::atomic<qint64> m_value{-1}; ///< -1: the book was not read yet
};

/// Keeps the mark consistent between the book (the truth: it outlasts Redis and every server), Redis (which
/// tells the other servers within a second) and this process. Lives on one thread.
class Pause
{
public:
    struct Parts
    {
        RedisConnection &redis;
        Journal &journal;
        SqlPool &pool;
        Keys keys;
        PauseMark &mark;
    };
    explicit Pause(Parts parts);

    /// Succeeds once the book has it; returns whether this changed anything. Redis may be unavailable: it
    /// gets the mark later.
    QCoro::Task<Result<bool>> set(bool paused);
    /// Reads the book's mark. No coupon is issued before this has succeeded once.
    QCoro::Task<Result<void>> readBook();
    /// Compares the mark with Redis, without waiting: the later mark wins.
    void compareWithRedis();

private:
    void tellRedis();

    Parts m;
};

} // namespace seonchak
