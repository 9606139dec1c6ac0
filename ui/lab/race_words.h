// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/race/race_finding.h"

#include <QCoreApplication>
#include <QString>

namespace seonchak {

/// The window's texts about a race, as plain text.
class RaceWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::RaceWords)
public:
    static QString scenario(lab::RaceScenario scenario);
    /// "A · user 1"
    static QString lane(const lab::RaceTrace &trace, int lane);
    /// "200 · has RACE-1", "404 · sold out"
    static QString answer(const lab::RaceLane &lane);
    /// The effect of this step, as a sentence.
    static QString sentence(const lab::RaceTrace &trace, int step);
    static QString finding(const lab::RaceTrace &trace, const lab::RaceFinding &finding);

private:
    static QString command(const lab::RaceTrace &trace, int step, const QString &who);
    static QString effect(const lab::RaceTrace &trace, int step);
};

} // namespace seonchak
