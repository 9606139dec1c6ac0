// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print_command.h"

#include "app/completion.h"
#include "app/exit_status.h"
#include "app/manual.h"
#include "app/options/nearest_name.h"
#include "app/options/option_table.h"

#include <cstdio>

namespace seonchak {

namespace {

struct Printed
{
    const char *name;
    const char *help;
    QString (*make)();
};

QStringList printedNames();

constexpr Printed table[] = {
    {"config", "a configuration file that explains every key; KEY=VALUE … sets some of them",
     [] { return manual::configFile(); }},
    {"bash-completion", "completion of both programs for bash",
     [] { return completion::bash(printedNames()); }},
    {"zsh-completion", "completion of both programs for zsh", [] { return completion::zsh(printedNames()); }},
    {"man-options", "AsciiDoc: the options of both programs", manual::options},
    {"man-commands", "AsciiDoc: the commands of seonchakd", manual::commands},
    {"man-keys", "AsciiDoc: the keys of the configuration file", manual::keys},
    {"man-environment", "AsciiDoc: the variables of the environment", manual::environment},
    {"man-files", "AsciiDoc: the files", manual::files},
    {"man-exit-status", "AsciiDoc: the exit codes", manual::exitStatus},
};

QStringList printedNames()
{
    QStringList names;
    for (const auto &printed : table)
        names.append(QString::fromLatin1(printed.name));
    return names;
}

QString helpText()
{
    QString text = QStringLiteral("Usage: seonchakd print WHAT\n\n");
    for (const auto &printed : table)
        text += QStringLiteral("  %1 %2\n")
                    .arg(QString::fromLatin1(printed.name), -16)
                    .arg(QString::fromUtf8(printed.help));
    return text;
}

int say(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const bool written =
        std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout) == std::size_t(bytes.size());
    return written && std::fflush(stdout) == 0 ? ExitFine : ExitOther;
}

int refused(const QString &sentence)
{
    std::fputs(qPrintable(QStringLiteral("seonchak: %1\n").arg(sentence)), stderr);
    return ExitUsage;
}

int printConfig(const QStringList &assignments)
{
    const auto options = optionTable();
    ConfigTexts set;
    for (const auto &assignment : assignments) {
        const QString key = assignment.section(QLatin1Char('='), 0, 0);
        const auto option = std::ranges::find(options, key, &Option::name);
        if (option == options.end() || !assignment.contains(QLatin1Char('=')))
            return refused(QStringLiteral("print config: \"%1\" is not KEY=VALUE with the key of an option")
                               .arg(assignment));
        set[key].append(assignment.section(QLatin1Char('='), 1));
    }
    return say(manual::configFile(set));
}

} // namespace

int runPrint(const QStringList &arguments)
{
    const QString what = arguments.value(0);
    if (what == QLatin1String("--help"))
        return say(helpText());
    if (what == QLatin1String("config"))
        return printConfig(arguments.mid(1));
    for (const auto &printed : table) {
        if (what == QLatin1String(printed.name) && arguments.size() == 1)
            return say(printed.make());
    }
    const QString meant = nearestName(what, printedNames());
    return refused(
        QStringLiteral("print: \"%1\" is nothing that can be printed%2. See seonchakd print --help.")
            .arg(arguments.join(QLatin1Char(' ')),
                 meant.isEmpty() ? QString() : QStringLiteral(": did you mean %1?").arg(meant)));
}

} // namespace seonchak
