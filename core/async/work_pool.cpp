// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/work_pool.h"

namespace seonchak {

WorkPool::WorkPool()
{
    m_pool.setExpiryTimeout(
        -1); // otherwise an expired thread could not be told from a later one with its number
}

WorkPool::WorkPool(int threads)
    : WorkPool()
{
    m_pool.setMaxThreadCount(threads);
}

WorkPool::~WorkPool()
{
    m_pool.waitForDone();
    m_exit.await();
}

void WorkPool::start(std::function<void()> work)
{
    m_pool.start([this, work = std::move(work)] {
        m_exit.noteThis();
        work();
    });
}

} // namespace seonchak
