// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/race_work.h"

namespace seonchak {

RaceWork::RaceWork(Run run, QObject *parent)
    : QObject(parent)
    , m_run(std::move(run))
{
    connect(&m_thread, &LabThread::ended, this, &RaceWork::end);
}

void RaceWork::start(const lab::RaceSetting &setting)
{
    if (isAtWork())
        return;
    const auto tell = [this, steps = 0](const lab::RaceStep &) mutable {
        // Queued to this thread; what still waits when this object goes is dropped with it.
        QMetaObject::invokeMethod(
            this, [this, count = ++steps] { Q_EMIT stepped(count); }, Qt::QueuedConnection);
    };
    m_thread.start(
        [this, setting, tell](const std::stop_token &stop) { m_result = m_run(setting, stop, tell); });
}

void RaceWork::end()
{
    if (m_result)
        m_trace = *m_result;
    const RaceEnd how{m_thread.isCancelled(), m_result};
    Q_EMIT ended(how);
}

} // namespace seonchak
