// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/short_lived.h"

#include <QObject> // moc cannot read <coroutine> first

#include <coroutine>
#include <exception>
#include <optional>
#include <qcoro/qcorotask.h>
#include <type_traits>
#include <utility>

namespace seonchak {

template <typename T>
class Task;

namespace detail {

/// The end of a task: its awaiting coroutine continues in its place, and a task never destroys itself.
struct TaskEnd
{
    [[nodiscard]] bool await_ready() const noexcept { return false; }
    template <typename Promise>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> ended) const noexcept
    {
        const auto waiter = ended.promise().waiter;
        if (waiter)
            return waiter;
        if (ended.promise().isAbandoned)
            ended.destroy();
        return std::noop_coroutine();
    }
    void await_resume() const noexcept {}
};

template <typename T>
struct TaskValue
{
    void return_value(T given) { value.emplace(std::move(given)); }
    template <typename U>
        requires(!std::is_same_v<std::remove_cvref_t<U>, T> && std::is_constructible_v<T, U>)
    void return_value(U &&given)
    {
        value.emplace(std::forward<U>(given));
    }
    T take() { return std::move(*value); }

    std::optional<T> value;
};

template <>
struct TaskValue<void>
{
    void return_void() const noexcept {}
    void take() const noexcept {}
};

template <typename T>
struct TaskPromise : TaskValue<T>, ShortLived
{
    Task<T> get_return_object() noexcept
    {
        return Task<T>(std::coroutine_handle<TaskPromise>::from_promise(*this));
    }
    [[nodiscard]] std::suspend_never initial_suspend() const noexcept { return {}; }
    [[nodiscard]] TaskEnd final_suspend() const noexcept { return {}; }
    [[noreturn]] void unhandled_exception() const noexcept { std::terminate(); } // we throw no exceptions

    std::coroutine_handle<> waiter;
    bool isAbandoned = false;
};

} // namespace detail

/// Like QCoro::Task, for the issue path: it starts immediately, continues without an owner, and is awaited by
/// at most one coroutine, on the thread on which it started. Its frame is ShortLived memory. QCoro's task
/// needs an allocation, and two more for each await: an eighth of the HTTP thread's total time for an answer.
/// The two types may await each other.
template <typename T = void>
class Task
{
public:
    using promise_type = detail::TaskPromise<T>;
    using value_type = T;

    explicit Task(std::coroutine_handle<promise_type> coroutine) noexcept
        : m_coroutine(coroutine)
    {
    }
    Task(Task &&other) noexcept
        : m_coroutine(std::exchange(other.m_coroutine, nullptr))
    {
    }
    Task &operator=(Task &&other) noexcept
    {
        if (this != &other) {
            detach();
            m_coroutine = std::exchange(other.m_coroutine, nullptr);
        }
        return *this;
    }
    ~Task() { detach(); }

    /// Gives up ownership: the task continues to its end.
    void detach() noexcept
    {
        const auto coroutine = std::exchange(m_coroutine, nullptr);
        if (!coroutine)
            return;
        if (coroutine.done())
            coroutine.destroy();
        else
            coroutine.promise().isAbandoned = true;
    }

    [[nodiscard]] bool isReady() const noexcept { return m_coroutine.done(); }

    class Awaiter
    {
    public:
        explicit Awaiter(std::coroutine_handle<promise_type> coroutine) noexcept
            : m_coroutine(coroutine)
        {
        }
        [[nodiscard]] bool await_ready() const noexcept { return m_coroutine.done(); }
        void await_suspend(std::coroutine_handle<> waiter) const noexcept
        {
            m_coroutine.promise().waiter = waiter;
        }
        T await_resume() const { return m_coroutine.promise().take(); }

    private:
        std::coroutine_handle<promise_type> m_coroutine;
    };
    /// Await it once: this takes the value.
    Awaiter operator co_await() const noexcept { return Awaiter(m_coroutine); }

private:
    std::coroutine_handle<promise_type> m_coroutine;
};

} // namespace seonchak
