// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/read_options.h"
#include "ui/port/settings_port.h"

namespace seonchak {

/// The option table as the settings page's rows, in its order, with a row for each secret.
/// `running` and `runningSecrets` are what the program was started with.
QList<SettingRow> settingRows(const OptionSources &sources, const OptionSources &running,
                              const Secrets &secrets, const Secrets &runningSecrets);

/// "redis-password" belongs to "redis"; empty for what is no password's row.
QString optionOfPassword(const QString &rowKey);
/// A repeatable option's texts as one text, and back.
QString joinTexts(const QStringList &texts);
QStringList splitTexts(const Option &option, const QString &text);

} // namespace seonchak
