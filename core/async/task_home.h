// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/short_lived.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace seonchak {

/// One thread as its tasks see it: the scope in which they are suspended and resumed.
///
/// A home counts the tasks that wait for an answer on its thread, so that the thread's owner can wait for
/// them before destroying what they use. A closed home drops late answers: they never reach a thread or an
/// object that is gone. Shared ownership lets an answer outlive its thread.
class TaskHome
{
public:
    /// The calling thread's home, created by the first call on that thread and closed when the thread ends.
    static const std::shared_ptr<TaskHome> &current();

    TaskHome();
    ~TaskHome();
    TaskHome(const TaskHome &) = delete;
    TaskHome &operator=(const TaskHome &) = delete;

    /// Whether the caller runs on this home's thread.
    [[nodiscard]] bool isHere() const { return current().get() == this; }

    /// The type of the events that carry work, which are only ever posted to homes.
    static constexpr auto workType = QEvent::User;
    /// Runs `work` from the thread's event loop. Thread-safe. A closed home drops it.
    template <typename Function>
    void post(Function &&work) const
    {
        const std::lock_guard lock(m_mutex);
        if (m_anchor)
            QCoreApplication::postEvent(m_anchor.get(),
                                        new WorkOf<std::decay_t<Function>>(std::forward<Function>(work)));
    }

    /// How many tasks are suspended here. Exact on the home's own thread; on other threads a task that is
    /// running now does not count.
    [[nodiscard]] int waiting() const { return m_waiting.load(std::memory_order_acquire); }

    /// Runs `idle` once on this thread, from its event loop, at a moment when no task waits here, so that no
    /// task can be running. Thread-safe. A home that is closed before drops it.
    void whenIdle(std::function<void()> idle);

    /// For awaiters, on the home's thread: a task was suspended, or is about to be resumed.
    void suspended() { m_waiting.fetch_add(1, std::memory_order_relaxed); }
    void resumed()
    {
        if (m_waiting.fetch_sub(1, std::memory_order_release) == 1 && !m_whenIdle.empty())
            post([this] { lookWhetherIdle(); }); // The resumed task may suspend itself again.
    }

private:
    /// Work on its way to the thread.
    class Work : public QEvent, public ShortLived
    {
    public:
        Work()
            : QEvent(workType)
        {
        }
        virtual void run() = 0;
    };
    template <typename Function>
    class WorkOf final : public Work
    {
    public:
        explicit WorkOf(Function function)
            : m_function(std::move(function))
        {
        }
        void run() override { m_function(); }

    private:
        Function m_function;
    };
    struct Anchor : QObject
    {
        bool event(QEvent *event) override;
    };

    void lookWhetherIdle();
    void close();

    mutable std::mutex m_mutex;
    std::unique_ptr<Anchor> m_anchor; ///< receives the posted work; null once the home is closed
    std::atomic<int> m_waiting = 0;
    std::deque<std::function<void()>> m_whenIdle; ///< used on this thread only
};

} // namespace seonchak
