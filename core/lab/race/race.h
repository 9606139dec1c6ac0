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

/// BadInput, by the name of the option, where it cannot be run.
Result<void> check(const RaceSetting &setting);

/// Runs one race for real: a server of its own on stores of its own, two requests over HTTP, stepped against
/// each other by the server's failpoints; after each step both stores are read. Takes everything down again.
/// Blocks its thread; `progress` is called on it, after each step. Unavailable: something could not be
/// started, a request got stuck, or it was cancelled.
Result<RaceTrace> runRace(const RaceSetting &setting, const std::stop_token &stop,
                          const std::function<void(const RaceStep &)> &progress = {});

/// All of a race and what there is to point at, for programs; the same as text lines for people.
QJsonObject raceJson(const RaceTrace &trace);
QStringList raceText(const RaceTrace &trace);

} // namespace seonchak::lab
