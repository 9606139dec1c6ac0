// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/read_options.h"

#include <QJsonObject>

namespace seonchak {

/// The options as recorded in a dossier: each with its value and source, without passwords and tokens.
QJsonObject recordedSettings(const OptionSources &sources, const Settings &settings);

} // namespace seonchak
