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
    std::function<Result<void>(RawSettings &, const QString &)> read = {};
    QString example = {};     ///< a value, if the default cannot be given in a file for everybody
    QString defaultRule = {}; ///< if `defaultText` depends on this machine: the general rule

    /// A valid value of an option that has a fixed list of them.
    struct Choice
    {
        QString value;
        const char *label = nullptr; ///< as `label` below; null: the page shows the value
    };
    QList<Choice> choices = {}; ///< all valid values; empty: not a fixed list
    struct Range
    {
        qint64 least = 0;
        qint64 most = 0;

        /// "1 to 256"
        [[nodiscard]] QString words() const;
    };
    Range range = {}; ///< of whole numbers

    bool repeatable = false;
    bool isForLab = false;     ///< not shown in the window
    bool isSwitch = false;     ///< given on the command line without a value, it is on
    bool decidesSale = false;  ///< which coupons the next start finds depends on it
    bool countsAtOnce = false; ///< a change takes effect while the program runs

    enum class Kind { Text, Number, Share, Choice, Path, Url, List };
    /// How the settings page shows it.
    struct Page
    {
        const char *group = nullptr; ///< null: not at all
        Kind kind = Kind::Text;
        bool mayBeEmpty = false; ///< then `defaultText` is words and no value
    };
    Page page = {};
    /// What the settings page calls and says of it, in English. Marked with QT_TRANSLATE_NOOP as texts of
    /// SettingWords, which translates them.
    const char *label = nullptr;
    const char *hint = nullptr;
    const char *accepted = nullptr;    ///< said of an invalid text; null: the reader's sentence
    const char *placeholder = nullptr; ///< of an empty field; null: a usual one

    /// A secret that belongs to the option and is stored apart from it: the password of its URL, or a token.
    /// It has a row of its own on the settings page.
    struct Apart
    {
        enum class Kind { Nothing, Password, Token };
        Kind kind = Kind::Nothing;
        const char *label = nullptr;
        const char *hint = nullptr;
        const char *accepted = nullptr;
    };
    Apart apart = {};

    [[nodiscard]] QStringList choiceValues() const;
    /// Whether `defaultText` is a value for everybody.
    [[nodiscard]] bool hasDefaultValue() const { return example.isEmpty(); }
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
/// The options whose URLs may contain a password.
const QStringList &passwordKeys();

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
