// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <vector>

#include <sys/types.h>

namespace seonchak {

/// Waits for the actual end of threads that Qt manages.
///
/// QThread::wait() and QThreadPool::waitForDone() return before the thread-local data of a thread is
/// destroyed: Qt's threads are detached. At program exit that destruction (Qt's own, OpenSSL's, Kerberos')
/// races with the exit handlers of the same libraries and damages the heap.
class ThreadExit
{
public:
    /// Registers the calling thread for await().
    void noteThis();
    /// Blocks until the kernel has ended every registered thread. Call it after wait() or waitForDone().
    void await();

private:
    std::mutex m_mutex;
    std::vector<pid_t> m_threads; ///< kernel thread ids
};

} // namespace seonchak
