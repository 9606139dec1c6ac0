// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <utility>

namespace seonchak::http {

/// How many requests of one worker are in flight. Used on the worker's thread; only count() is thread-safe.
class InFlight
{
public:
    void begin() { m_count.fetch_add(1, std::memory_order_relaxed); }
    void end()
    {
        if (m_count.fetch_sub(1, std::memory_order_release) == 1 && m_whenNone)
            std::exchange(m_whenNone, nullptr)();
    }
    [[nodiscard]] int count() const { return m_count.load(std::memory_order_acquire); }
    /// Calls `none` once there is none: now, or from the end of the last one. Replaces an earlier `none`.
    void whenNone(std::function<void()> none)
    {
        if (count() == 0)
            none();
        else
            m_whenNone = std::move(none);
    }

private:
    std::atomic<int> m_count = 0;
    std::function<void()> m_whenNone;
};

} // namespace seonchak::http
