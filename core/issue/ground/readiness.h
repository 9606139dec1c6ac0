// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>

namespace seonchak {

/// Whether coupons may be issued now, for all threads. Written by the keeper of Redis, read by every request.
/// It is closed in two ways: for a moment, where a connection was cut and whoever comes may wait for the
/// keeper; or shut, where it is known that nothing can be issued.
class Readiness
{
public:
    using Clock = std::chrono::steady_clock;
    /// Has `keeper` called, from any thread, by wake(): something went wrong, or may go on. Null: nobody is
    /// there.
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

    /// The generation of the Redis content that agrees with the book; 0 while there is none.
    [[nodiscard]] qint64 generation() const { return m_generation.load(std::memory_order_acquire); }
    void open(qint64 generation) { m_generation.store(generation, std::memory_order_release); }
    void close()
    {
        // The time first: who finds it closed must find when.
        if (isOpen())
            m_closedAt.store(Clock::now().time_since_epoch().count());
        m_generation.store(0, std::memory_order_release);
    }
    void shut()
    {
        m_generation.store(0, std::memory_order_release);
        m_closedAt.store(0);
    }
    /// When it was closed for a moment the last time; the clock's beginning where it is shut or was never
    /// open.
    [[nodiscard]] Clock::time_point closedAt() const
    {
        return Clock::time_point(Clock::duration(m_closedAt.load()));
    }
    [[nodiscard]] bool isOpen() const { return generation() != 0; }

    /// Says that Redis answered STALE to a request of `generation`: closes the gate unless it was reopened
    /// since.
    void reportStale(qint64 generation) { m_generation.compare_exchange_strong(generation, 0); }

    /// Issues under way, so that a rebuild can wait for those of this process.
    [[nodiscard]] qint64 underWay() const { return m_underWay.load(); }

    /// Stands for one issue under way.
    class Passage
    {
    public:
        explicit Passage(Readiness &readiness)
            : m_readiness(readiness)
        {
            m_readiness.m_underWay.fetch_add(1);
        }
        ~Passage() { m_readiness.m_underWay.fetch_sub(1); }
        Passage(const Passage &) = delete;
        Passage &operator=(const Passage &) = delete;

    private:
        Readiness &m_readiness;
    };

private:
    std::atomic<qint64> m_generation{0};
    std::atomic<qint64> m_underWay{0};
    std::atomic<qint64> m_closedAt{0};
    std::mutex m_mutex;
    std::function<void()> m_keeper;
};

} // namespace seonchak
