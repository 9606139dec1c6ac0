// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lab/lab_thread.h"

#include <QStringList>

namespace seonchak {

/// What reading a report came to.
struct ReportEnd
{
    enum class Kind { Checked, Planted } kind = Kind::Checked;
    QStringList faults; ///< of the report, or planted ones that were missed
    int planted = 0;
    QString directory = {}; ///< of the report
    bool cancelled = false; ///< what is known is what was found by then, and no verdict
};

/// Checks a report of the lab, or plants faults in it, which takes a while with a million records: on a
/// thread of its own. Lives on the GUI thread; its signals come there.
class ReportWork : public QObject
{
    Q_OBJECT
public:
    /// What does the work: of core/lab/report/report.h, or what a test puts in its place. Called on the other
    /// thread.
    struct Runs
    {
        std::function<QStringList(const QString &directory, const std::stop_token &stop)> verify;
        std::function<QStringList(const QString &directory, int &planted, const std::stop_token &stop)> plant;
    };
    /// Those of core/lab/report/report.h.
    static Runs realRuns();
    explicit ReportWork(Runs runs, QObject *parent = nullptr);

    [[nodiscard]] bool isAtWork() const { return m_thread.isAtWork(); }
    [[nodiscard]] const QString &directory() const { return m_directory; } ///< of the last start()
    /// Does nothing while at work.
    void start(ReportEnd::Kind kind, const QString &directory);
    void cancel() { m_thread.cancel(); }

Q_SIGNALS:
    void started();
    void ended(const seonchak::ReportEnd &end); ///< also where it was cancelled: what was found by then

private:
    const Runs m_runs;
    QString m_directory;
    ReportEnd m_end;
    LabThread m_thread; ///< last: it writes into the above
};

} // namespace seonchak
