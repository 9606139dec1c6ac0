// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/report_shelf.h"

namespace seonchak {

ReportShelf::ReportShelf(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    connect(&m_thread, &LabThread::ended, this, [this] {
        if (m_thread.isCancelled())
            return;
        m_reports = m_found;
        m_reports.removeIf([this](const lab::ReportSummary &one) { return one.directory == m_underWay; });
        m_read = true;
        Q_EMIT changed();
        if (std::exchange(m_again, false))
            refresh();
    });
}

void ReportShelf::refresh()
{
    if (m_thread.isAtWork()) {
        m_again = true;
        return;
    }
    m_thread.start([this](const std::stop_token &stop) {
        m_found = m_folder.isEmpty() ? QList<lab::ReportSummary>() : lab::listReports(m_folder, stop);
    });
}

} // namespace seonchak
