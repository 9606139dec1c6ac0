// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/report_work.h"

#include "core/lab/report/report.h"

namespace seonchak {

ReportWork::Runs ReportWork::realRuns()
{
    return {lab::verifyReport, lab::testTheTester};
}

ReportWork::ReportWork(Runs runs, QObject *parent)
    : QObject(parent)
    , m_runs(std::move(runs))
{
    connect(&m_thread, &LabThread::ended, this, [this] {
        m_end.cancelled = m_thread.isCancelled();
        Q_EMIT ended(m_end);
    });
}

void ReportWork::start(ReportEnd::Kind kind, const QString &directory)
{
    if (isAtWork())
        return;
    m_directory = directory;
    m_thread.start([this, kind, directory](const std::stop_token &stop) {
        m_end = {kind, {}, 0, directory, false};
        m_end.faults = kind == ReportEnd::Kind::Checked ? m_runs.verify(directory, stop)
                                                        : m_runs.plant(directory, m_end.planted, stop);
    });
    Q_EMIT started();
}

} // namespace seonchak
