// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/thread_exit.h"

#include <QThread>

#include <functional>

namespace seonchak {

/// One piece of work on its own thread. The destructor waits for the work and for the end of the thread.
class WorkThread final : public QThread
{
public:
    explicit WorkThread(std::function<void()> work);
    ~WorkThread() override;

protected:
    void run() override;

private:
    const std::function<void()> m_work;
    ThreadExit m_exit;
};

/// Runs `work` on its own thread, and the caller's event loop until the work has ended.
void runBesideLoop(std::function<void()> work);

} // namespace seonchak
