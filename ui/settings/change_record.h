// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/settings_port.h"

namespace seonchak {

/// The audit trail's text about a save: "changed: redis: redis://a:6379 → redis://b:6379; workers: 4 → 8".
/// Always in English and with the options' own names. A secret is "(secret)" or "(none)", a password in a URL
/// "***", an empty text "(empty)"; long texts end in "…".
QString changeRecord(const QList<SettingRow> &before, const SettingsPort::Changes &changes);

} // namespace seonchak
