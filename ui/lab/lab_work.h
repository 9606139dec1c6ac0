// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/compare/experiment.h"
#include "ui/lab/lab_thread.h"

namespace seonchak {

/// How an experiment ended.
struct LabEnd
{
    bool cancelled = false;
    Result<QList<lab::Trial>> trials;
};

/// One experiment at a time, on a thread of its own. Lives on the GUI thread; its signals come there.
class LabWork : public QObject
{
    Q_OBJECT
public:
    /// What does the work: lab::runExperiment, or what a test puts in its place. Called on the other thread.
    using Run = std::function<Result<QList<lab::Trial>>(const lab::Setting &, const std::stop_token &,
                                                        const lab::Watchers &)>;
    explicit LabWork(Run run, QObject *parent = nullptr);

    [[nodiscard]] bool isAtWork() const { return m_thread.isAtWork(); }
    [[nodiscard]] bool isCancelled() const { return m_thread.isCancelled(); }
    /// Does nothing while at work.
    void start(const lab::Setting &setting);
    void cancel() { m_thread.cancel(); }

Q_SIGNALS:
    void started();
    void progressed(const seonchak::lab::Progress &progress);
    void runFinished(const seonchak::lab::Trial &trial);
    void ended(const seonchak::LabEnd &end);

private:
    const Run m_run;
    Result<QList<lab::Trial>> m_result;
    LabThread m_thread; ///< last: it writes into the above
};

} // namespace seonchak
