// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QThread>

#include <functional>

namespace seonchak {

/// A thread with an event loop that somebody owns. The destructor quits the loop and joins.
/// Objects to live on it are made by `call`, so that their sockets and timers are born on the right thread.
class OwnedThread
{
public:
    explicit OwnedThread(const QString &name)
    {
        m_thread.setObjectName(name);
        m_anchor.moveToThread(&m_thread);
        m_thread.start();
    }
    ~OwnedThread() { stop(); }
    OwnedThread(const OwnedThread &) = delete;
    OwnedThread &operator=(const OwnedThread &) = delete;

    /// Runs `work` on the thread and waits for it. Not from the thread itself.
    void call(const std::function<void()> &work)
    {
        QMetaObject::invokeMethod(&m_anchor, work, Qt::BlockingQueuedConnection);
    }
    /// Runs `work` on the thread, some time later.
    void post(std::function<void()> work)
    {
        QMetaObject::invokeMethod(&m_anchor, std::move(work), Qt::QueuedConnection);
    }
    void stop()
    {
        m_thread.quit();
        m_thread.wait();
    }
    /// An object that lives on the thread, for runOn and context-bound connects.
    [[nodiscard]] QObject *context() { return &m_anchor; }

private:
    QThread m_thread;
    QObject m_anchor;
};

} // namespace seonchak
