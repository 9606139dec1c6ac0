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

/// One experiment at a time, on its own thread. Lives on the GUI thread and emits its signals there.
class LabWork : public QObject
{
    Q_OBJECT
public:
    /// The worker function: lab::runExperiment, or a test's replacement. Called on the other thread.
    using Run = std::function<Result<QList<lab::Trial>>(const lab::Setting &, const std::stop_token &,
                                                        const lab::Watchers &)>;
    explicit LabWork(Run run, QObject *parent = nullptr);

    [[nodiscard]] bool isAtWork() const { return m_thread.isAtWork(); }
    [[nodiscard]] bool isCancelled() const { return m_thread.isCancelled(); }
    /// Ignored while working.
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
    LabThread m_thread; ///< last member: its thread writes into the members above
};

} // namespace seonchak
