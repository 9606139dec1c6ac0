// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/settings_port.h"

#include <QCoreApplication>

namespace seonchak {

/// Shares and times with their unit, as people read and type them: "10 %", "2 s". The settings' own texts are
/// a share from 0 to 1 and milliseconds.
class SettingUnits
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::SettingUnits)
public:
    /// Whether it is a number of milliseconds, by the option's name.
    static bool isTime(const SettingRow &row);
    /// The field's text for a setting's text.
    static QString shown(const SettingRow &row, const QString &text);
    /// The setting's text for a typed text; an invalid text is returned unchanged, and refused later.
    static QString meant(const SettingRow &row, const QString &typed);
    /// "2 s", "250 ms".
    static QString time(qint64 milliseconds);
};

} // namespace seonchak
