// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/lab_work.h"

#include <QPointer>

namespace seonchak {

LabWork::LabWork(Run run, QObject *parent)
    : QObject(parent)
    , m_run(std::move(run))
{
}

LabWork::~LabWork()
{
    m_stop.request_stop();
    if (m_thread)
        m_thread->wait();
}

void LabWork::start(const lab::Setting &setting)
{
    if (m_thread)
        return;
    m_stop = {};
    lab::Watchers watchers;
    // Queued to this thread; what still waits when this object goes is dropped with it.
    watchers.progress = [this](const lab::Progress &progress) {
        QMetaObject::invokeMethod(
            this, [this, progress] { Q_EMIT progressed(progress); }, Qt::QueuedConnection);
    };
    watchers.finished = [this](const lab::Trial &trial) {
        QMetaObject::invokeMethod(this, [this, trial] { Q_EMIT runFinished(trial); }, Qt::QueuedConnection);
    };
    m_thread.reset(QThread::create(
        [this, setting, watchers, stop = m_stop.get_token()] { m_result = m_run(setting, stop, watchers); }));
    connect(m_thread.get(), &QThread::finished, this, &LabWork::end, Qt::QueuedConnection);
    m_thread->start();
    Q_EMIT started();
}

void LabWork::cancel()
{
    m_stop.request_stop();
}

void LabWork::end()
{
    m_thread->wait();
    m_thread.reset();
    const LabEnd how{m_stop.stop_requested(), m_result};
    Q_EMIT ended(how);
}

} // namespace seonchak
