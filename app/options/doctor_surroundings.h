// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/read_options.h"
#include "core/doctor/doctor.h"

namespace seonchak {

/// The surroundings that the doctor examines, from the programs' options. `forgiven`: faults that a check
/// reports, as gathered by settingsOf().
doctor::Surroundings surroundingsOf(const OptionSources &sources, const Settings &settings,
                                    const QList<Error> &forgiven);

} // namespace seonchak
