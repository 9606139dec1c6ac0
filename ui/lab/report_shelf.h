// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/report/report_summary.h"
#include "ui/lab/lab_thread.h"

#include <QStringList>

namespace seonchak {

/// The reports that lie in the lab's folder, read on a thread of its own. Lives on the GUI thread; its
/// signals come there.
class ReportShelf : public QObject
{
    Q_OBJECT
public:
    /// `folder` may not exist yet; empty: there are no reports.
    explicit ReportShelf(QString folder, QObject *parent = nullptr);

    /// The directory of a comparison that has not ended yet is no report; empty: none is under way.
    void leaveOut(const QString &directory) { m_underWay = directory; }
    /// Reads the folder again, once more where it is being read already.
    void refresh();
    /// False: the folder has not been read yet, and the list means nothing.
    [[nodiscard]] bool isRead() const { return m_read; }
    /// The newest first.
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
    LabThread m_thread; ///< last: it writes into m_found
};

} // namespace seonchak
