// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/lab_thread.h"

namespace seonchak {

LabThread::~LabThread()
{
    cancel();
}

void LabThread::start(std::function<void(const std::stop_token &stop)> work)
{
    if (m_thread)
        return;
    m_stop = {};
    m_thread =
        std::make_unique<WorkThread>([work = std::move(work), stop = m_stop.get_token()] { work(stop); });
    connect(
        m_thread.get(), &QThread::finished, this,
        [this] {
            m_thread.reset();
            Q_EMIT ended();
        },
        Qt::QueuedConnection);
    m_thread->start();
}

} // namespace seonchak
