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

/// What the lab needs to know about its program.
struct LabPlaces
{
    QString serverProgram; ///< seonchakd
    QString reports;       ///< a directory with a subdirectory for each experiment
};

/// The lab behind its page. It outlives the page: running work continues while the window is rebuilt in
/// another language, and ends after the window was closed.
struct Lab
{
    Lab(LabWork::Run run, LabPlaces where, RaceWork::Run runRace = lab::runRace,
        ReportWork::Runs readReports = ReportWork::realRuns());

    [[nodiscard]] bool isAtWork() const;
    /// A monotonic time, used by `clock`.
    [[nodiscard]] qint64 nowMs() const { return m_timer.elapsed(); }
    /// Starts a comparison; `setting` names its directory. Ignored while one is running.
    void start(const lab::Setting &setting);
    /// Stores the form's choices, also for the next start: they are written a second later, or when a
    /// comparison starts or the program ends.
    void keepDraft(const LabDraft &chosen);
    /// Asks all work to stop, without waiting.
    void cancel();
    /// The same, and runs the event loop until it has stopped: the lab's servers have then ended. For the
    /// orderly end of the program, after the window is gone.
    void end();

    const LabPlaces places;
    LabWork work;
    RaceWork race;
    ReportWork reading;
    ReportShelf shelf;
    TrialModel trials{work};
    LabDraft draft;
    RunClock clock;                     ///< of the running experiment
    std::optional<lab::Setting> shown;  ///< of the experiment whose runs are in `trials`
    QHash<QString, ReportEnd> readings; ///< the results of checked reports since the start, by directory
    QString report;                     ///< the directory of the last one written; empty: none yet

private:
    void keepReading(const ReportEnd &end);
    void saveDraft();

    QElapsedTimer m_timer;
    QTimer m_saving;       ///< from the last change until it is written
    bool m_isSaved = true; ///< the file is up to date
};

} // namespace seonchak
