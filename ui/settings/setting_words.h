// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/settings_port.h"

#include <QCoreApplication>

namespace seonchak {

/// The settings in the reader's language: what each is called, what it does, and why a text will not do.
class SettingWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::SettingWords)
public:
    static QString group(const QString &group);
    /// The option's own name where there is no better one.
    static QString label(const QString &key);
    static QString help(const SettingRow &row);
    static QString choice(const QString &key, const QString &choice);
    /// Where there is nothing typed: the default in words.
    static QString placeholder(const SettingRow &row, const QString &secretsFile);
    /// What is wanted instead; `detail` is the reader's English sentence for what we know no better.
    static QString reason(const SettingRow &row, const QString &detail);
    /// What is wrong with the config file, and what to do; the detail itself is in English.
    static QString fileFault(const QString &detail);
    /// Who decides a fixed setting.
    static QString fixed(const SettingRow &row);
    /// What this program runs with until it is restarted.
    static QString running(const SettingRow &row);
    /// What a service answered to a test.
    static QString reached(const QString &key, const QString &value, const QString &answer);
};

} // namespace seonchak
