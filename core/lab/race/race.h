// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/lab/race/race_trace.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <stop_token>

namespace seonchak::lab {

struct RaceSetting
{
    Strategy strategy = Strategy::Saga;
    RaceScenario scenario = RaceScenario::TwoUsers;
    QString database = QStringLiteral("sqlite"); ///< or a postgresql:// URL, as in Setting
    QString redis = QStringLiteral("private");   ///< or a URL
    QString serverProgram;                       ///< seonchakd
};

/// BadInput names the option that makes the race impossible.
Result<void> check(const RaceSetting &setting);

/// Runs one real race: its own server on its own stores, two requests over HTTP, stepped against each other
/// by the server's failpoints; after each step both stores are read. Removes everything again. Blocks its
/// thread; `progress` is called on it, after each step. Unavailable: something could not be started, a
/// request got stuck, or it was cancelled.
Result<RaceTrace> runRace(const RaceSetting &setting, const std::stop_token &stop,
                          const std::function<void(const RaceStep &)> &progress = {});

/// A race and its findings, for programs; and as text lines for people.
QJsonObject raceJson(const RaceTrace &trace);
QStringList raceText(const RaceTrace &trace);

} // namespace seonchak::lab
