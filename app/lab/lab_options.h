// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/plan/setting.h"

#include <QStringList>

namespace seonchak {

/// Parses the arguments after `seonchakd lab`. BadInput: one sentence that names the option and what to do.
Result<lab::Setting> readLabSetting(const QStringList &arguments);
/// The strategies of a list with commas, each once. BadInput: one sentence that names --strategies.
Result<QList<Strategy>> strategiesIn(const QString &list);
QString labHelp();

} // namespace seonchak
