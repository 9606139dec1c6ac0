// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/short_lived.h"
#include "core/async/task_home.h"

#include <QMetaObject>

#include <qcoro/qcorotask.h>

#include <coroutine>
#include <functional>
#include <memory>
#include <optional>

/// Bridges between callbacks, threads and QCoro::Task. Every awaiter here has a constructor and must be
/// *named* before it is awaited: GCC 12 destroys an aggregate-initialised temporary awaiter twice.
namespace seonchak {

/// A value that arrives once, later, on any thread. The awaiting task resumes on the thread that created the
/// Promised, from its event loop. Copies share the same value. The waiting task counts in its thread's
/// TaskHome; a value for a thread that has ended is dropped.
template <typename T>
class Promised
{
    struct State
    {
        std::shared_ptr<TaskHome> home = TaskHome::current();
        std::optional<T> value;
        std::coroutine_handle<> waiter;
    };

public:
    Promised()
        : m_state(std::allocate_shared<State>(ShortLivedAllocator<State>()))
    {
    }

    /// An empty one: assign another to it before use.
    explicit Promised(std::nullptr_t) {}

    /// Delivers the value. Call it once. On the home thread the waiter resumes immediately, elsewhere by a
    /// queued event on the home thread.
    void deliver(T value) const
    {
        auto put = [state = m_state, v = std::move(value)]() mutable {
            state->value.emplace(std::move(v));
            if (const auto waiter = std::exchange(state->waiter, {})) {
                state->home->resumed();
                waiter.resume();
            }
        };
        if (m_state->home->isHere())
            put();
        else
            m_state->home->post(std::move(put));
    }

    [[nodiscard]] bool await_ready() const noexcept { return m_state->value.has_value(); }
    void await_suspend(std::coroutine_handle<> waiter) const noexcept
    {
        m_state->home->suspended();
        m_state->waiter = waiter;
    }
    T await_resume() const { return std::move(*m_state->value); }

private:
    std::shared_ptr<State> m_state;
};

/// Starts `make()` (which returns a QCoro::Task<T>) on the thread of `context` and awaits its result here.
/// Never resumes if `context` is destroyed first: end the thread's tasks before (OwnedThread::finishTasks).
template <typename T>
QCoro::Task<T> runOn(QObject *context, std::function<QCoro::Task<T>()> make)
{
    Promised<T> result;
    QMetaObject::invokeMethod(
        context,
        [make = std::move(make), result]() -> void {
            // A named coroutine lambda would die before its first resume; parameters live in the frame.
            [](std::function<QCoro::Task<T>()> start, Promised<T> into) -> QCoro::Task<> {
                into.deliver(co_await start());
            }(make, result);
        },
        Qt::QueuedConnection);
    co_return co_await result;
}

} // namespace seonchak
