// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lab/lab_draft.h"
#include "ui/lab/lab_work.h"
#include "ui/lab/race_work.h"
#include "ui/lab/report_shelf.h"
#include "ui/lab/report_work.h"
#include "ui/lab/run_clock.h"
#include "ui/lab/trial_model.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

#include <optional>

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
    /// A clock that only goes forward, by which `clock` is read.
    [[nodiscard]] qint64 nowMs() const { return m_timer.elapsed(); }
    /// Begins a comparison; `setting` names its directory. Does nothing while one is under way.
    void start(const lab::Setting &setting);
    /// Remembers what was chosen in the form, also for the next start: the disk has it a second later, or
    /// when a comparison starts or the program ends.
    void keepDraft(const LabDraft &chosen);
    /// Tells all work to stop, and does not wait.
    void cancel();
    /// The same, and runs the event loop until it has stopped: the lab's servers have ended then. For the
    /// orderly end of the program, once the window is gone.
    void end();

    const LabPlaces places;
    LabWork work;
    RaceWork race;
    ReportWork reading;
    ReportShelf shelf;
    TrialModel trials{work};
    LabDraft draft;
    RunClock clock;                     ///< of the experiment under way
    std::optional<lab::Setting> shown;  ///< of the experiment whose runs `trials` holds
    QHash<QString, ReportEnd> readings; ///< what reading each report came to since the start, by directory
    QString report; ///< the directory of the last one that wrote a report; empty: none yet

private:
    void keepReading(const ReportEnd &end);
    void saveDraft();

    QElapsedTimer m_timer;
    QTimer m_saving;       ///< from the last change on, until it is written
    bool m_isSaved = true; ///< the file has the draft
};

} // namespace seonchak
