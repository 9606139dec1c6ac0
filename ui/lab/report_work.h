// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lab/lab_thread.h"

#include <QStringList>

namespace seonchak {

/// The result of checking a report.
struct ReportEnd
{
    enum class Kind { Checked, Planted } kind = Kind::Checked;
    QStringList faults; ///< of the report, or planted faults that were missed
    int planted = 0;
    QString directory = {}; ///< of the report
    bool cancelled = false; ///< incomplete: the findings so far, no verdict
};

/// Checks a lab report, or plants faults in it, on its own thread because it takes a while with a million
/// records. Lives on the GUI thread and emits its signals there.
class ReportWork : public QObject
{
    Q_OBJECT
public:
    /// The worker functions: those of core/lab/report/report.h, or a test's replacements. Called on the other
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
    /// Ignored while working.
    void start(ReportEnd::Kind kind, const QString &directory);
    void cancel() { m_thread.cancel(); }

Q_SIGNALS:
    void started();
    void ended(const seonchak::ReportEnd &end); ///< also if it was cancelled: with the findings so far

private:
    const Runs m_runs;
    QString m_directory;
    ReportEnd m_end;
    LabThread m_thread; ///< last member: its thread writes into the members above
};

} // namespace seonchak
