// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual.h"

#include "app/exit_status.h"
#include "app/options/command_table.h"
#include "app/options/option_table.h"

namespace seonchak::manual {

namespace {

constexpr qsizetype commentWidth = 100;

/// Formats the text as comment lines of the INI file.
QString commented(const QString &text)
{
    QString lines;
    QString line = QStringLiteral(";");
    for (const auto &word : text.split(QLatin1Char(' '))) {
        if (line.size() > 1 && line.size() + word.size() >= commentWidth) {
            lines += line + QLatin1Char('\n');
            line = QStringLiteral(";");
        }
        line += QLatin1Char(' ') + word;
    }
    return lines + line + QLatin1Char('\n');
}

/// A literal text, without AsciiDoc's formatting.
QString literal(const QString &text)
{
    return QStringLiteral("++") + text + QStringLiteral("++");
}

QString described(const QString &term, const QString &text)
{
    return term + QStringLiteral("::\n  ") + text + QStringLiteral("\n\n");
}

QString strong(const QString &text)
{
    return QLatin1Char('*') + literal(text) + QLatin1Char('*');
}

QString emphasis(const QString &text)
{
    return QLatin1Char('_') + literal(text) + QLatin1Char('_');
}

QString explained(const Option &option)
{
    return literal(option.explanation + QStringLiteral(" Default: ") + option.documentedDefault() +
                   QLatin1Char('.'));
}

QString entryOf(const Option &option, const ConfigTexts &set)
{
    QString text = commented(option.explanation);
    text += commented(QStringLiteral("Default: ") + option.documentedDefault());
    if (set.contains(option.name))
        return text + config::line(option.name, set[option.name]) + QLatin1Char('\n');
    const QString value = option.example.isEmpty() ? option.defaultText : option.example;
    return text + QLatin1Char(';') + config::line(option.name, {value}) + QLatin1Char('\n');
}

/// What a reader of the file must know before the keys.
QString preamble()
{
    const auto s = [](const char *text) { return commented(QString::fromUtf8(text)); };
    return s("Configuration of Seonchak: one key=value a line. A line that begins with ; is a comment.") +
           QStringLiteral(";\n") +
           s("Every key is shown with its default, or with an example where the default is no value: take "
             "away the ; "
             "to set it. Each is also an option of the command line (--key) and a variable of the "
             "environment "
             "(SEONCHAK_KEY, with _ for -). The command line wins, then the environment, then this file.") +
           QStringLiteral(";\n") +
           s("A value with a semicolon, a comma that belongs to it, or blanks around it stands in "
             "\"quotes\".") +
           s("Passwords may stand in secrets.ini beside this file (mode 0600) instead of the URLs.") +
           QStringLiteral(";\n") +
           s("Whether this file is sound: seonchakd --check-config --config THIS-FILE");
}

} // namespace

QString configFile(const ConfigTexts &set)
{
    QString text = preamble() + QStringLiteral("\n[General]\n\n");
    for (const auto &group : optionGroups()) {
        text += QStringLiteral("; ---- %1 ----\n\n").arg(group.title);
        for (const auto &option : group.options)
            text += entryOf(option, set);
    }
    return text.chopped(1);
}

QString options()
{
    QString text;
    for (const auto &group : optionGroups()) {
        for (const auto &option : group.options)
            text += described(strong(QStringLiteral("--") + option.name) + QLatin1Char(' ') +
                                  emphasis(option.valueName),
                              explained(option));
    }
    for (const auto &option : commandLineOnly()) {
        const QString value =
            option.valueName.isEmpty() ? QString() : QLatin1Char(' ') + emphasis(option.valueName);
        text += described(strong(QStringLiteral("--") + option.name) + value,
                          literal(option.help + QLatin1Char('.')));
    }
    return text;
}

QString commands()
{
    QString text;
    for (const auto &command : commandTable())
        text += described(strong(QStringLiteral("seonchakd ") + command.name) + QLatin1Char(' ') +
                              literal(command.arguments),
                          literal(command.help + QLatin1Char('.')));
    return text;
}

QString keys()
{
    QString text;
    for (const auto &group : optionGroups()) {
        text += QStringLiteral("=== %1\n\n").arg(group.title);
        for (const auto &option : group.options)
            text += described(strong(option.name) + QLatin1Char('=') + emphasis(option.valueName),
                              explained(option));
    }
    return text;
}

QString environment()
{
    const auto s = [](const char *text) { return literal(QString::fromUtf8(text)); };
    QString text = described(strong(environmentName(QStringLiteral("config"))),
                             s("The configuration file, as --config does."));
    for (const auto &option : optionTable())
        text += described(strong(environmentName(option.name)),
                          literal(QStringLiteral("As --%1 %2 does.").arg(option.name, option.valueName)));
    text += described(
        strong(QStringLiteral("NOTIFY_SOCKET")) + QStringLiteral(", ") +
            strong(QStringLiteral("WATCHDOG_USEC")) + QStringLiteral(", ") +
            strong(QStringLiteral("WATCHDOG_PID")),
        s("Set by systemd: where the start, the end and the state are told, and how often a sign of life "
          "is wanted. See sd_notify(3)."));
    text +=
        described(strong(QStringLiteral("JOURNAL_STREAM")),
                  s("Set by systemd: where standard error is the journal, each line of the log carries its "
                    "priority and no time of its own."));
    text += described(
        strong(QStringLiteral("XDG_CONFIG_HOME")) + QStringLiteral(", ") +
            strong(QStringLiteral("XDG_DATA_HOME")),
        s("Where the configuration file and the data dir are looked for where nothing else is said."));
    return text;
}

QString files()
{
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    const QList<std::pair<QString, QString>> all{
        {s("/etc/seonchak/seonchakd.conf"), s("The configuration of the system service.")},
        {s("~/.config/seonchak/seonchak.ini"), s("The configuration of both programs where --config names no "
                                                 "other and they are no system service.")},
        {s("secrets.ini"),
         s("Beside the configuration file: passwords and the admin token. Its mode must be 0600.")},
        {s("/var/lib/seonchak"), s("The data dir of the system service.")},
        {s("~/.local/share/seonchak"), s("The data dir where --data-dir names no other.")},
        {s("seonchak.sqlite"), s("In the data dir: the database, unless --database names another.")},
        {s("/usr/libexec/seonchak/seonchak-lab"),
         s("What lab becomes, and what judges its reports; in the package seonchak-lab.")},
        {s("~/.config/seonchak/desk.ini"), s("Language, colours and size of the window.")},
    };
    QString text;
    for (const auto &[path, meaning] : all)
        text += described(emphasis(path), literal(meaning));
    return text;
}

QString exitStatus()
{
    QString text;
    for (const auto &status : exitStatusTable())
        text += described(strong(QString::number(status.code)), literal(status.meaning));
    return text;
}

} // namespace seonchak::manual
