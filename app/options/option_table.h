// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/settings.h"

#include <QList>

#include <functional>

namespace seonchak {

/// What the readers make of one option's texts before anything is checked against anything else.
struct RawSettings
{
    Settings settings;
    QString dataDir;
    QString database = QStringLiteral("sqlite");
    QString adminTokenFile;
    QString hookSecretFile;
    QString deskSocket; ///< empty: the usual place
    QString book;       ///< empty: none
};

/// One option: the same name on the command line, in the environment and in the config file. The help, the
/// settings page, the completion, the manual and the commented configuration file are all made from it.
struct Option
{
    QString name;        ///< "data-dir"
    QString valueName;   ///< "DIR"; FILE, DIR and SOCKET are completed as paths
    QString defaultText; ///< a value that could be given, or words where there is an `example`
    QString help;        ///< a few words, for --help
    QString explanation; ///< whole sentences, for the manual and the configuration file
    std::function<Result<void>(RawSettings &, const QString &)> read;
    QString example = {}; ///< a value, where the default is none that could be given in a file for everybody
    QString defaultRule = {}; ///< where `defaultText` is this machine's: what it is on any
    QStringList choices = {}; ///< all values there are; empty: no such list
    bool repeatable = false;
    bool isForLab = false; ///< not shown in the window
    bool isSwitch = false; ///< without a value on the command line it is on

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

    /// The default as documents name it, the same on each machine.
    [[nodiscard]] const QString &documentedDefault() const
    {
        return defaultRule.isEmpty() ? defaultText : defaultRule;
    }
};

struct OptionGroup
{
    QString title; ///< of its part of the manual and the configuration file
    QList<Option> options;
};

QList<OptionGroup> optionGroups();
/// The options of all groups.
QList<Option> optionTable();

/// What can be given on the command line alone.
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
