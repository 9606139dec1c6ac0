// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/doctor.h"

/// The examinations, one per part of the surroundings. Private to core/doctor.
namespace seonchak::doctor {

void examineRedis(const Surroundings &surroundings, Sheet &sheet);
void examineDatabase(const Surroundings &surroundings, Sheet &sheet);
void examinePartner(const Surroundings &surroundings, Sheet &sheet);
/// Disk, descriptors, secret files.
void examineMachine(const Surroundings &surroundings, Sheet &sheet);
void examinePort(const Surroundings &surroundings, Sheet &sheet);

/// The dir itself, or its nearest existing parent.
QString existingDir(const QString &dir);

/// The median of some measured times.
double medianMs(std::vector<double> times);
QString shownMs(double milliseconds);

} // namespace seonchak::doctor
