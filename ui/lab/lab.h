// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lab/lab_work.h"
#include "ui/lab/race_work.h"
#include "ui/lab/trial_model.h"

namespace seonchak {

/// What the lab needs to know of the program it runs in.
struct LabPlaces
{
    QString serverProgram; ///< seonchakd
    QString reports;       ///< a directory; each experiment gets one of its own in it
};

/// The lab behind its page. It outlives the page: an experiment goes on while the window is built anew for
/// another language.
struct Lab
{
    Lab(LabWork::Run run, LabPlaces where, RaceWork::Run runRace = lab::runRace)
        : places(std::move(where))
        , work(std::move(run))
        , race(std::move(runRace))
    {
    }

    const LabPlaces places;
    LabWork work;
    RaceWork race;
    TrialModel trials{work};
    QString running; ///< the directory of the experiment under way
    QString report;  ///< that of the last finished one; empty: none yet
};

} // namespace seonchak
