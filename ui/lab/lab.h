// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lab/lab_work.h"
#include "ui/lab/race_work.h"
#include "ui/lab/report_work.h"
#include "ui/lab/trial_model.h"

namespace seonchak {

/// What the lab needs to know of the program it runs in.
struct LabPlaces
{
    QString serverProgram; ///< seonchakd
    QString reports;       ///< a directory; each experiment gets one of its own in it
};

/// The lab behind its page. It outlives the page: what is under way goes on while the window is built anew
/// for another language, and ends behind a window that was closed.
struct Lab
{
    Lab(LabWork::Run run, LabPlaces where, RaceWork::Run runRace = lab::runRace,
        ReportWork::Runs readReports = ReportWork::realRuns());

    [[nodiscard]] bool isAtWork() const;
    /// Tells all work to stop, and does not wait.
    void cancel();
    /// The same, and runs the event loop until it has stopped: the lab's servers have ended then. For the
    /// orderly end of the program, once the window is gone.
    void end();

    const LabPlaces places;
    LabWork work;
    RaceWork race;
    ReportWork reading;
    TrialModel trials{work};
    QString running; ///< the directory of the experiment under way
    QString report;  ///< that of the last finished one; empty: none yet
};

} // namespace seonchak
