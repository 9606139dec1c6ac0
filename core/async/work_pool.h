// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/thread_exit.h"

#include <QThreadPool>

#include <functional>

namespace seonchak {

/// A thread pool owned by this object. The destructor waits for the work and for the end of the threads.
class WorkPool
{
public:
    WorkPool();
    /// At most `threads` threads.
    explicit WorkPool(int threads);
    ~WorkPool();
    WorkPool(const WorkPool &) = delete;
    WorkPool &operator=(const WorkPool &) = delete;

    /// Runs `work` on one of the threads. Thread-safe.
    void start(std::function<void()> work);

private:
    QThreadPool m_pool;
    ThreadExit m_exit;
};

} // namespace seonchak
