// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/lab_work.h"

namespace seonchak {

LabWork::LabWork(Run run, QObject *parent)
    : QObject(parent)
    , m_run(std::move(run))
{
    connect(&m_thread, &LabThread::ended, this, [this] {
        const LabEnd how{m_thread.isCancelled(), m_result};
        Q_EMIT ended(how);
    });
}

void LabWork::start(const lab::Setting &setting)
{
    if (isAtWork())
        return;
    lab::Watchers watchers;
    // Queued to this thread; what still waits when this object goes is dropped with it.
    watchers.progress = [this](const lab::Progress &progress) {
        QMetaObject::invokeMethod(
            this, [this, progress] { Q_EMIT progressed(progress); }, Qt::QueuedConnection);
    };
    watchers.finished = [this](const lab::Trial &trial) {
        QMetaObject::invokeMethod(this, [this, trial] { Q_EMIT runFinished(trial); }, Qt::QueuedConnection);
    };
    m_thread.start([this, setting, watchers](const std::stop_token &stop) {
        m_result = m_run(setting, stop, watchers);
    });
    Q_EMIT started();
}

} // namespace seonchak
