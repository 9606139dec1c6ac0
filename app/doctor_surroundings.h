// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/read_options.h"
#include "core/doctor/doctor.h"

namespace seonchak {

/// What the doctor looks at, by the options of the programs. `forgiven`: faults that a check tells about, as
/// settingsOf() gathers them.
doctor::Surroundings surroundingsOf(const OptionSources &sources, const Settings &settings,
                                    const QList<Error> &forgiven);

} // namespace seonchak
