// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config_file.h"
#include "app/option_table.h"

#include <QProcessEnvironment>

namespace seonchak {

enum class OptionSource { Default, File, Environment, CommandLine };

/// What was given for one option, by whom.
struct GivenTexts
{
    QStringList texts; ///< empty: nothing was given
    OptionSource source = OptionSource::Default;
    QString place; ///< for people: "--workers", "SEONCHAK_WORKERS", "config key workers"
};

/// The texts of all options, before anything reads them: command line, environment, config file, in this
/// order of precedence. A value.
class OptionSources
{
public:
    /// `arguments` includes the program's name. BadInput: one sentence that says what to do.
    static Result<OptionSources> gather(const QStringList &arguments, const QProcessEnvironment &environment);

    [[nodiscard]] GivenTexts given(const Option &option) const;
    [[nodiscard]] const QString &configFile() const { return m_configFile; }
    [[nodiscard]] const ConfigTexts &file() const { return m_file; }
    /// The same with other texts in the config file.
    [[nodiscard]] OptionSources withFile(ConfigTexts texts) const;
    [[nodiscard]] bool showHelp() const { return m_showHelp; }
    [[nodiscard]] bool showVersion() const { return m_showVersion; }

    /// The file's texts, where it exists and every key of it is an option.
    static Result<ConfigTexts> readFile(const QString &path);
    static QString defaultConfigFile();

private:
    Result<void> takeCommandLine(const QStringList &arguments, QString &config);

    ConfigTexts m_commandLine;
    QProcessEnvironment m_environment;
    ConfigTexts m_file;
    QString m_configFile;
    bool m_showHelp = false;
    bool m_showVersion = false;
};

} // namespace seonchak
