// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>

namespace seonchak {

/// Whether coupons may be issued now, for all threads. Written by the keeper of Redis, read by every request.
class Readiness
{
public:
    /// The generation of the Redis content that agrees with the book; 0 while there is none.
    [[nodiscard]] qint64 generation() const { return m_generation.load(std::memory_order_acquire); }
    void open(qint64 generation) { m_generation.store(generation, std::memory_order_release); }
    void close() { m_generation.store(0, std::memory_order_release); }
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
};

} // namespace seonchak
