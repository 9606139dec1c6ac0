// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/settings.h"

#include <QList>

#include <functional>

namespace seonchak {

/// The parsed options, before they are checked against each other.
struct RawSettings
{
    Settings settings;
    QString dataDir;
    QString database = QStringLiteral("sqlite");
    QString adminTokenFile;
    QString hookSecretFile;
    QString deskSocket; ///< empty: the default path
    QString book;       ///< empty: none
};

/// One option: the same name on the command line, in the environment and in the config file. The help, the
/// settings page, the completion, the manual and the commented configuration file are all made from it.
struct Option
{
    QString name;        ///< "data-dir"
    QString valueName;   ///< "DIR"; FILE, DIR and SOCKET are completed as paths
    QString defaultText; ///< a valid value, or a description if there is an `example`
    QString help;        ///< short, for --help
    QString explanation; ///< full sentences, for the manual and the configuration file
    std::function<Result<void>(RawSettings &, const QString &)> read;
    QString example = {};     ///< a value, if the default cannot be given in a file for everybody
    QString defaultRule = {}; ///< if `defaultText` depends on this machine: the general rule
    QStringList choices = {}; ///< all valid values; empty: not a fixed list
    bool repeatable = false;
    bool isForLab = false; ///< not shown in the window
    bool isSwitch = false; ///< given on the command line without a value, it is on

    enum class Kind { Text, Number, Share, Choice, Path, Url, List };
    /// How the settings page shows it.
    struct Page
    {
        const char *group = nullptr; ///< null: not at all
        Kind kind = Kind::Text;
        qint64 least = 0; ///< of numbers
        qint64 most = 0;
        bool mayBeEmpty = false; ///< then `defaultText` is words and no value
    };
    Page page = {};
    /// What the settings page calls and says of it, in English. Marked with QT_TRANSLATE_NOOP as texts of
    /// SettingWords, which translates them.
    const char *label = nullptr;
    const char *hint = nullptr;

    /// The default as documents name it, the same on each machine.
    [[nodiscard]] const QString &documentedDefault() const
    {
        return defaultRule.isEmpty() ? defaultText : defaultRule;
    }
};

struct OptionGroup
{
    QString title; ///< of its section in the manual and the configuration file
    QList<Option> options;
};

QList<OptionGroup> optionGroups();
/// The options of all groups.
QList<Option> optionTable();

/// An option that exists only on the command line.
struct CommandLineOnly
{
    QString name;
    QString valueName; ///< empty: a switch
    QString help;
};

QList<CommandLineOnly> commandLineOnly();

/// SEONCHAK_DATA_DIR for data-dir.
QString environmentName(const QString &option);

} // namespace seonchak
