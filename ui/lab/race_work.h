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

/// One race at a time, on a thread of its own. Lives on the GUI thread; its signals come there.
class RaceWork : public QObject
{
    Q_OBJECT
public:
    /// What does the work: lab::runRace, or what a test puts in its place. Called on the other thread.
    using Run = std::function<Result<lab::RaceTrace>(const lab::RaceSetting &, const std::stop_token &,
                                                     const std::function<void(const lab::RaceStep &)> &)>;
    explicit RaceWork(Run run, QObject *parent = nullptr);

    [[nodiscard]] bool isAtWork() const { return m_thread.isAtWork(); }
    /// Does nothing while at work.
    void start(const lab::RaceSetting &setting);
    void cancel() { m_thread.cancel(); }
    /// The last race that came to its end; empty: none has.
    [[nodiscard]] const std::optional<lab::RaceTrace> &trace() const { return m_trace; }

Q_SIGNALS:
    void stepped(int steps); ///< how many so far
    void ended(const seonchak::RaceEnd &end);

private:
    void end();

    const Run m_run;
    Result<lab::RaceTrace> m_result;
    std::optional<lab::RaceTrace> m_trace;
    LabThread m_thread; ///< last: it writes into the above
};

} // namespace seonchak
