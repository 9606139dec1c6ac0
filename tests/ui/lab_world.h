// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/page_world.h"
#include "ui/lab/lab_page.h"

#include <QSemaphore>
#include <QTemporaryDir>

namespace seonchak {

inline lab::Trial trialOf(Strategy strategy, qint64 lost = 0)
{
    lab::Trial trial;
    trial.cell = {QStringLiteral("sqlite"), strategy, 0};
    trial.verdict.requests = 1500;
    trial.verdict.issued = trial.verdict.issuedInBook = trial.verdict.matched = 1000 - lost;
    trial.verdict.generated = 1000;
    trial.verdict.soldOut = 391;
    trial.verdict.partnerFailed = 109;
    trial.verdict.lost = lost;
    trial.verdict.throughput = 12'345;
    trial.verdict.latencyIssued.corrected = {1000, 1, 2, 3, 4.25, 5, 6};
    return trial;
}

/// One of a strategy that makes a coupon for whoever asks.
inline lab::Trial trialWithoutStock()
{
    lab::Trial trial = trialOf(Strategy::UserCache);
    trial.verdict.issued = trial.verdict.issuedInBook = trial.verdict.matched = trial.verdict.generated =
        1500;
    trial.verdict.soldOut = trial.verdict.partnerFailed = 0;
    return trial;
}

/// An experiment that goes on when the test says so, on the thread of the real one.
struct FakeLab
{
    LabWork::Run run = [this](const lab::Setting &setting, const std::stop_token &stop,
                              const lab::Watchers &watchers) -> Result<QList<lab::Trial>> {
        asked = setting;
        lab::Progress progress{1, 2, {QStringLiteral("sqlite"), Strategy::Saga, 0}, 750, 1500, 65};
        watchers.progress(progress);
        go.acquire();
        if (trouble)
            return std::unexpected(*trouble);
        if (stop.stop_requested())
            return QList<lab::Trial>{};
        for (const auto &trial : trials)
            watchers.finished(trial);
        return trials;
    };
    lab::Setting asked;
    QSemaphore go;
    QList<lab::Trial> trials{trialOf(Strategy::Saga), trialOf(Strategy::RedisLpopLossy, 100)};
    std::optional<Error> trouble;
};

/// The page of the lab on a fake experiment, in a folder of its own.
struct LabWorld
{
    QTemporaryDir dir;
    FakeLab fake;
    PageWorld desk;
    Lab lab{fake.run, {QStringLiteral("/bin/seonchakd"), dir.path()}};
    LabPage page{lab, desk.context};

    LabWorld()
    {
        desk.port.now.stock.available = 0; // Nobody is served meanwhile.
        page.resize(1100, 640);
        page.show();
    }
    ~LabWorld()
    {
        if (lab.work.isAtWork())
            fake.go.release();
    }
};

} // namespace seonchak
