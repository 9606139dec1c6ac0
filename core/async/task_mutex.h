// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <deque>
#include <utility>

namespace seonchak {

/// A mutex for coroutines of one thread: waiting suspends the coroutine, never the thread. First come, first
/// served.
///     const auto turn = co_await mutex.lock();   // released when `turn` goes out of scope
class TaskMutex
{
public:
    class Turn
    {
    public:
        explicit Turn(TaskMutex *mutex)
            : m_mutex(mutex)
        {
        }
        Turn(Turn &&other) noexcept
            : m_mutex(std::exchange(other.m_mutex, nullptr))
        {
        }
        Turn &operator=(Turn &&) = delete;
        ~Turn()
        {
            if (m_mutex)
                m_mutex->release();
        }

    private:
        TaskMutex *m_mutex;
    };

    class Waiting
    {
    public:
        explicit Waiting(TaskMutex *mutex)
            : m_mutex(mutex)
        {
        }
        [[nodiscard]] bool await_ready() const noexcept { return !std::exchange(m_mutex->m_held, true); }
        void await_suspend(std::coroutine_handle<> waiter) const { m_mutex->m_waiters.push_back(waiter); }
        [[nodiscard]] Turn await_resume() const noexcept { return Turn(m_mutex); }

    private:
        TaskMutex *m_mutex;
    };

    [[nodiscard]] Waiting lock() { return Waiting(this); }

private:
    void release()
    {
        if (m_waiters.empty()) {
            m_held = false;
            return;
        }
        const auto next = m_waiters.front();
        m_waiters.pop_front();
        next.resume();
    }

    bool m_held = false;
    std::deque<std::coroutine_handle<>> m_waiters;
};

} // namespace seonchak
