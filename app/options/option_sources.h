// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/config_file.h"
#include "app/options/option_table.h"

#include <QProcessEnvironment>

namespace seonchak {

enum class OptionSource { Default, File, Environment, CommandLine };

/// What was given for one option, by whom.
struct GivenTexts
{
    QStringList texts; ///< empty: nothing was given
    OptionSource source = OptionSource::Default;
    QString place; ///< for people: "--workers", "SEONCHAK_WORKERS", "config key workers of FILE, line 3"
};

/// The texts of all options, before anything reads them: command line, environment, config file, in this
/// order of precedence. A value.
class OptionSources
{
public:
    /// `arguments` includes the program's name. BadInput: one sentence that says what to do. Where `unknown`
    /// is given, it takes the keys of the file that are no options, and everything else is returned.
    static Result<OptionSources> gather(const QStringList &arguments, const QProcessEnvironment &environment,
                                        QList<Error> *unknown = nullptr);

    [[nodiscard]] GivenTexts given(const Option &option) const;
    [[nodiscard]] const QString &configFile() const { return m_configFile; }
    /// Whether there was such a file to read.
    [[nodiscard]] bool hasConfigFile() const { return m_hasFile; }
    [[nodiscard]] const ConfigTexts &file() const { return m_file; }
    /// The same with other texts in the config file.
    [[nodiscard]] OptionSources withFile(ConfigTexts texts) const;
    [[nodiscard]] bool showHelp() const { return m_showHelp; }
    [[nodiscard]] bool showVersion() const { return m_showVersion; }

    /// The file's texts, where every key of it is an option, or where `unknown` takes those that are none.
    static Result<ConfigTexts> readFile(const QString &path, QList<Error> *unknown = nullptr);
    static QString defaultConfigFile();
    /// Whether the argument is an option whose value is the next argument.
    static bool takesValue(const QString &argument);

private:
    Result<void> takeCommandLine(const QStringList &arguments, QString &config);

    ConfigTexts m_commandLine;
    QProcessEnvironment m_environment;
    ConfigTexts m_file;
    QHash<QString, int> m_lines; ///< of the keys in the file
    QString m_configFile;
    bool m_hasFile = false;
    bool m_showHelp = false;
    bool m_showVersion = false;
};

} // namespace seonchak
