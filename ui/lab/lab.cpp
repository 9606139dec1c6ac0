// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/lab.h"

#include <QEventLoop>

namespace seonchak {

Lab::Lab(LabWork::Run run, LabPlaces where, RaceWork::Run runRace, ReportWork::Runs readReports)
    : places(std::move(where))
    , work(std::move(run))
    , race(std::move(runRace))
    , reading(std::move(readReports))
{
}

bool Lab::isAtWork() const
{
    return work.isAtWork() || race.isAtWork() || reading.isAtWork();
}

void Lab::cancel()
{
    work.cancel();
    race.cancel();
    reading.cancel();
}

void Lab::end()
{
    cancel();
    QEventLoop loop;
    const auto leave = [&] {
        if (!isAtWork())
            loop.quit();
    };
    QObject::connect(&work, &LabWork::ended, &loop, leave);
    QObject::connect(&race, &RaceWork::ended, &loop, leave);
    QObject::connect(&reading, &ReportWork::ended, &loop, leave);
    if (isAtWork())
        loop.exec();
}

} // namespace seonchak
