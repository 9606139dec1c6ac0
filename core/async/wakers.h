// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/waker.h"

#include <mutex>
#include <vector>

namespace seonchak {

/// Those who wait for one object's changes. Thread-safe.
class Wakers
{
public:
    void add(Waker waker)
    {
        const std::lock_guard lock(m_mutex);
        m_wakers.push_back(std::move(waker));
    }
    /// Call it after each change, without a mutex held.
    void wake()
    {
        std::vector<Waker> all;
        {
            const std::lock_guard lock(m_mutex);
            std::erase_if(m_wakers, [](const Waker &waker) { return waker.isVain(); });
            all = m_wakers;
        }
        for (const Waker &waker : all)
            waker.wake();
    }

private:
    std::mutex m_mutex;
    std::vector<Waker> m_wakers;
};

} // namespace seonchak
