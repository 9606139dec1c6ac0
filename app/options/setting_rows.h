// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/read_options.h"
#include "ui/port/settings_port.h"

namespace seonchak {

/// The option table as rows of the settings page, in the table's order, with a row for each secret. `running`
/// and `runningSecrets` are what the program was started with.
QList<SettingRow> settingRows(const OptionSources &sources, const OptionSources &running,
                              const Secrets &secrets, const Secrets &runningSecrets);

/// "redis-password" belongs to "redis"; empty if it is not a password's row.
QString optionOfPassword(const QString &rowKey);
/// Joins a repeatable option's texts, and splits them again.
QString joinTexts(const QStringList &texts);
QStringList splitTexts(const Option &option, const QString &text);

} // namespace seonchak
