// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/config_file.h"
#include "app/options/option_table.h"

#include <QProcessEnvironment>

namespace seonchak {

enum class OptionSource { Default, File, Environment, CommandLine };

/// The texts given for one option, and their source.
struct GivenTexts
{
    QStringList texts; ///< empty: not given
    OptionSource source = OptionSource::Default;
    QString place; ///< for people: "--workers", "SEONCHAK_WORKERS", "config key workers of FILE, line 3"
};

/// The unparsed texts of all options: command line, environment, config file, in this order of precedence. A
/// value type.
class OptionSources
{
public:
    /// `arguments` includes the program's name. BadInput: one sentence that says what to do. If `unknown` is
    /// given, it gets the faults about unknown keys of the file; all other errors are returned.
    static Result<OptionSources> gather(const QStringList &arguments, const QProcessEnvironment &environment,
                                        QList<Error> *unknown = nullptr);

    [[nodiscard]] GivenTexts given(const Option &option) const;
    [[nodiscard]] const QString &configFile() const { return m_configFile; }
    /// Whether a config file was read.
    [[nodiscard]] bool hasConfigFile() const { return m_hasFile; }
    [[nodiscard]] const ConfigTexts &file() const { return m_file; }
    /// A copy with other texts for the config file.
    [[nodiscard]] OptionSources withFile(ConfigTexts texts) const;
    [[nodiscard]] bool showHelp() const { return m_showHelp; }
    [[nodiscard]] bool showVersion() const { return m_showVersion; }

    /// The file's texts, if every key is an option, or if `unknown` takes the others.
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
