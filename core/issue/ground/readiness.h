// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/per_thread.h"
#include "core/async/wakers.h"
#include "core/coupon/error.h"

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>

namespace seonchak {

/// Whether coupons may be issued now. Thread-safe. Written by the keeper of Redis, read by every request. The
/// gate is closed either for a moment, when a connection was lost and requests may wait for the keeper; or
/// shut, when it is known that nothing can be issued.
class Readiness
{
public:
    using Clock = std::chrono::steady_clock;
    /// wake() calls `keeper`, from any thread: something went wrong, or may continue. Null: no keeper.
    void setKeeper(std::function<void()> keeper)
    {
        const std::lock_guard lock(m_mutex);
        m_keeper = std::move(keeper);
    }
    void wake()
    {
        const std::lock_guard lock(m_mutex);
        if (m_keeper)
            m_keeper();
    }

    /// The generation of the Redis content that agrees with the book; 0 if there is none.
    [[nodiscard]] qint64 generation() const { return m_generation.load(std::memory_order_acquire); }
    void open(qint64 generation)
    {
        m_generation.store(generation, std::memory_order_release);
        m_changes.wake();
    }
    void close()
    {
        // The time first: a reader that finds the gate closed must also find the time.
        if (isOpen())
            m_closedAt.store(Clock::now().time_since_epoch().count());
        m_generation.store(0, std::memory_order_release);
        m_changes.wake();
    }
    void shut()
    {
        m_generation.store(0, std::memory_order_release);
        m_closedAt.store(0);
        m_changes.wake();
    }
    /// When the gate was last closed for a moment; the clock's epoch if it is shut or was never open.
    [[nodiscard]] Clock::time_point closedAt() const
    {
        return Clock::time_point(Clock::duration(m_closedAt.load()));
    }
    [[nodiscard]] bool isOpen() const { return generation() != 0; }

    /// Those who wait for the gate: woken whenever it may have been opened, closed or shut.
    [[nodiscard]] Wakers &changes() { return m_changes; }

    /// Reports that Redis answered STALE to a request of `generation`: closes the gate unless it was reopened
    /// since.
    void reportStale(qint64 generation)
    {
        if (m_generation.compare_exchange_strong(generation, 0))
            m_changes.wake();
    }
    /// The same, and the error for whoever asked.
    [[nodiscard]] Error stale(qint64 generation)
    {
        reportStale(generation);
        return {Trouble::Stale, QStringLiteral("Redis does not hold the present generation"), {}};
    }

    /// Issues under way: a rebuild waits for those of this process.
    [[nodiscard]] qint64 underWay() const
    {
        return m_underWay.sum([](const std::atomic<qint64> &count) { return count.load(); });
    }

    /// Counts as one issue under way while it exists.
    class Passage
    {
    public:
        explicit Passage(Readiness &readiness)
            : m_count(readiness.m_underWay.mine())
        {
            m_count.fetch_add(1);
        }
        ~Passage() { m_count.fetch_sub(1); }
        Passage(const Passage &) = delete;
        Passage &operator=(const Passage &) = delete;

    private:
        // The same at both ends, so that no sum sees an end without its beginning.
        std::atomic<qint64> &m_count;
    };

private:
    // What all requests read does not share a cache line with what all of them write.
    static constexpr std::size_t cacheLine = 64;
    PerThread<std::atomic<qint64>> m_underWay;
    alignas(cacheLine) std::atomic<qint64> m_generation{0};
    std::atomic<qint64> m_closedAt{0};
    std::mutex m_mutex;
    std::function<void()> m_keeper;
    Wakers m_changes;
};

} // namespace seonchak
