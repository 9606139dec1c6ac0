// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/race_work.h"

namespace seonchak {

RaceWork::RaceWork(Run run, QObject *parent)
    : QObject(parent)
    , m_run(std::move(run))
{
}

RaceWork::~RaceWork()
{
    m_stop.request_stop();
    if (m_thread)
        m_thread->wait();
}

void RaceWork::start(const lab::RaceSetting &setting)
{
    if (m_thread)
        return;
    m_stop = {};
    const auto tell = [this, steps = 0](const lab::RaceStep &) mutable {
        // Queued to this thread; what still waits when this object goes is dropped with it.
        QMetaObject::invokeMethod(
            this, [this, count = ++steps] { Q_EMIT stepped(count); }, Qt::QueuedConnection);
    };
    m_thread.reset(QThread::create(
        [this, setting, tell, stop = m_stop.get_token()] { m_result = m_run(setting, stop, tell); }));
    connect(m_thread.get(), &QThread::finished, this, &RaceWork::end, Qt::QueuedConnection);
    m_thread->start();
}

void RaceWork::cancel()
{
    m_stop.request_stop();
}

void RaceWork::end()
{
    m_thread->wait();
    m_thread.reset();
    if (m_result)
        m_trace = *m_result;
    const RaceEnd how{m_stop.stop_requested(), m_result};
    Q_EMIT ended(how);
}

} // namespace seonchak
