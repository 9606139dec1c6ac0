// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/settings_port.h"

#include <QCoreApplication>

namespace seonchak {

/// The settings in the user's language: names, descriptions, and why a text is invalid.
class SettingWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::SettingWords)
public:
    static QString group(const QString &group);
    static QString label(const SettingRow &row);
    /// The key itself if it is none of the rows.
    static QString label(const QList<SettingRow> &rows, const QString &key);
    static QString help(const SettingRow &row);
    static QString choice(const SettingRow::Choice &choice);
    /// Shown in an empty field: the default in words.
    static QString placeholder(const SettingRow &row, const QString &secretsFile);
    /// What is expected instead; `detail` is the reader's English sentence, used if there is no better text.
    static QString reason(const SettingRow &row, const QString &detail);
    /// What is wrong with the config file, and what to do; the detail is in English.
    static QString fileFault(const QString &detail);
    /// The source of a fixed setting.
    static QString fixed(const SettingRow &row);
    /// The value that this program uses until it is restarted.
    static QString running(const SettingRow &row);
    /// A service's answer to a test.
    static QString reached(const QString &key, const QString &value, const QString &answer);
};

} // namespace seonchak
