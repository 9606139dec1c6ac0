// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task_home.h"
#include "core/async/thread_exit.h"

#include <QMetaObject>
#include <QObject>
#include <QThread>

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <memory>

namespace seonchak {

/// A thread with an event loop, owned by this object. The destructor quits the loop and joins. Objects that
/// live on the thread are created by `call`, so that their sockets and timers belong to it. Before they are
/// destroyed, the owner cancels their tasks and awaits them with finishTasks().
class OwnedThread
{
public:
    explicit OwnedThread(const QString &name)
    {
        m_thread.setObjectName(name);
        m_anchor.moveToThread(&m_thread);
        m_thread.start();
        call([this] {
            m_home = TaskHome::current();
            m_exit.noteThis();
        });
    }
    ~OwnedThread() { stop(); }
    OwnedThread(const OwnedThread &) = delete;
    OwnedThread &operator=(const OwnedThread &) = delete;

    /// Runs `work` on the thread and waits for it. Must not be called on the thread itself.
    void call(const std::function<void()> &work)
    {
        QMetaObject::invokeMethod(&m_anchor, work, Qt::BlockingQueuedConnection);
    }
    /// Runs `work` on the thread later.
    void post(std::function<void()> work)
    {
        QMetaObject::invokeMethod(&m_anchor, std::move(work), Qt::QueuedConnection);
    }
    /// How many tasks wait for an answer on the thread. A running task does not count, see TaskHome.
    [[nodiscard]] int waitingTasks() const { return m_home->waiting(); }
    /// Waits until no task of the thread waits for an answer, and runs `destroy` on the thread at that
    /// moment, so that no task can begin in between. Must not be called on the thread itself. Returns false,
    /// without running `destroy`, if tasks still wait after `most`: then nothing that they use may be
    /// destroyed while the thread runs.
    [[nodiscard]] bool finishTasks(std::chrono::milliseconds most, const std::function<void()> &destroy)
    {
        struct End
        {
            std::atomic<bool> isDecided = false; ///< by the thread, which destroys, or by us, who give up
            std::promise<void> destroyed;
        };
        const auto end = std::make_shared<End>();
        auto destroyed = end->destroyed.get_future();
        whenIdle([end, destroy] {
            if (end->isDecided.exchange(true))
                return;
            destroy();
            end->destroyed.set_value();
        });
        if (destroyed.wait_for(most) != std::future_status::ready && !end->isDecided.exchange(true))
            return false;
        destroyed.wait(); // It may be at it now.
        return true;
    }
    /// Runs `idle` on the thread once no task of the thread waits for an answer, see TaskHome.
    void whenIdle(std::function<void()> idle) { m_home->whenIdle(std::move(idle)); }
    void stop()
    {
        m_thread.quit();
        m_thread.wait();
        m_exit.await();
    }
    /// An object that lives on the thread, for runOn and context-bound connects.
    [[nodiscard]] QObject *context() { return &m_anchor; }

private:
    QThread m_thread;
    ThreadExit m_exit;
    QObject m_anchor;
    std::shared_ptr<TaskHome> m_home;
};

} // namespace seonchak
