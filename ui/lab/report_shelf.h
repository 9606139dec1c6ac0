// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/report/report_summary.h"
#include "ui/lab/lab_thread.h"

#include <QStringList>

namespace seonchak {

/// The reports in the lab's folder, read on a separate thread. Lives on the GUI thread and emits its signals
/// there.
class ReportShelf : public QObject
{
    Q_OBJECT
public:
    /// `folder` may not exist yet; empty: no reports.
    explicit ReportShelf(QString folder, QObject *parent = nullptr);

    /// Excludes the directory of a comparison that has not ended yet; empty: none is running.
    void leaveOut(const QString &directory) { m_underWay = directory; }
    /// Reads the folder again; if it is being read already, once more afterwards.
    void refresh();
    /// False: the folder has not been read yet, and the list is meaningless.
    [[nodiscard]] bool isRead() const { return m_read; }
    /// Newest first.
    [[nodiscard]] const QList<lab::ReportSummary> &reports() const { return m_reports; }
    void cancel() { m_thread.cancel(); }

Q_SIGNALS:
    void changed();

private:
    const QString m_folder;
    QString m_underWay;
    QList<lab::ReportSummary> m_found;
    QList<lab::ReportSummary> m_reports;
    bool m_read = false;
    bool m_again = false;
    LabThread m_thread; ///< last member: its thread writes into m_found
};

} // namespace seonchak
