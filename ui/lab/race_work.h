// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/race/race.h"
#include "ui/lab/lab_thread.h"

namespace seonchak {

/// How a race ended.
struct RaceEnd
{
    bool cancelled = false;
    Result<lab::RaceTrace> result;
};

/// One race at a time, on its own thread. Lives on the GUI thread and emits its signals there.
class RaceWork : public QObject
{
    Q_OBJECT
public:
    /// The worker function: lab::runRace, or a test's replacement. Called on the other thread.
    using Run = std::function<Result<lab::RaceTrace>(const lab::RaceSetting &, const std::stop_token &,
                                                     const std::function<void(const lab::RaceStep &)> &)>;
    explicit RaceWork(Run run, QObject *parent = nullptr);

    [[nodiscard]] bool isAtWork() const { return m_thread.isAtWork(); }
    /// Ignored while working.
    void start(const lab::RaceSetting &setting);
    void cancel() { m_thread.cancel(); }
    /// The last completed race; nullopt: none yet.
    [[nodiscard]] const std::optional<lab::RaceTrace> &trace() const { return m_trace; }

Q_SIGNALS:
    void stepped(int steps); ///< the number of steps so far
    void ended(const seonchak::RaceEnd &end);

private:
    void end();

    const Run m_run;
    Result<lab::RaceTrace> m_result;
    std::optional<lab::RaceTrace> m_trace;
    LabThread m_thread; ///< last member: its thread writes into the members above
};

} // namespace seonchak
