// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor_command.h"

#include "app/help_answer.h"
#include "app/log.h"
#include "app/options/doctor_surroundings.h"
#include "app/program.h"
#include "app/terminal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <csignal>
#include <cstdio>

namespace seonchak {

namespace {

const QString jsonOption = QStringLiteral("--json");

int complain(const Error &error)
{
    std::fputs(qPrintable(QStringLiteral("seonchak: %1\n").arg(error.detail)), stderr);
    return ExitUsage;
}

/// Chooses the language like the C library does for messages.
doctor::Tongue tongueOfLocale()
{
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QByteArray value = qgetenv(name);
        if (!value.isEmpty())
            return value.startsWith("ko") ? doctor::Tongue::Korean : doctor::Tongue::English;
    }
    return doctor::Tongue::English;
}

/// A fault that a check reports does not prevent the other checks.
Result<doctor::Surroundings> surroundingsOf(const OptionSources &sources)
{
    const auto secrets = secrets_file::read(secrets_file::beside(sources.configFile()));
    QList<Error> forgiven;
    const auto settings = settingsOf(sources, secrets.value_or(Secrets()), &forgiven);
    if (!settings)
        return std::unexpected(settings.error());
    if (!secrets)
        forgiven.prepend(secrets.error());
    installLog(settings->logLevel, settings->logFormat);
    return surroundingsOf(sources, *settings, forgiven);
}

QByteArray asJson(const std::vector<doctor::Check> &checks)
{
    QJsonArray list;
    for (const auto &check : checks) {
        list.append(QJsonObject{{QStringLiteral("id"), check.id},
                                {QStringLiteral("status"), doctor::statusName(check.status)},
                                {QStringLiteral("found"), check.found},
                                {QStringLiteral("cure"), check.cure}});
    }
    const QJsonObject all{{QStringLiteral("ok"), doctor::isFit(checks)}, {QStringLiteral("checks"), list}};
    return QJsonDocument(all).toJson(QJsonDocument::Indented);
}

QByteArray asLines(const std::vector<doctor::Check> &checks, doctor::Tongue tongue)
{
    static constexpr std::array<std::array<const char *, 4>, 2> colours{
        {{"green ", "yellow", "red   ", "-     "}, {"초록", "노랑", "빨강", "생략"}}};
    QString text;
    for (const auto &check : checks) {
        const auto *colour = colours[std::size_t(tongue)][std::size_t(check.status)];
        text += QStringLiteral("%1 %2 %3")
                    .arg(QString::fromUtf8(colour), check.id.leftJustified(18), check.found);
        text += check.cure.isEmpty() ? QStringLiteral("\n") : QStringLiteral(" → %1\n").arg(check.cure);
    }
    return text.toUtf8();
}

const char *helpText()
{
    return "Usage: seonchakd doctor [--json] [options]\n\n"
           "Checks the surroundings before a sale: Redis, the database, the partner, disk, descriptors, "
           "port,\n"
           "config file and secrets. One line per check, with the cure where one is not green.\n"
           "It takes the options, the environment and the config file of the server, see seonchakd "
           "--help.\n\n"
           "  --json   one JSON object: {\"ok\":…,\"checks\":[{\"id\",\"status\",\"found\",\"cure\"},…]}\n\n"
           "Exit code: 0 no check is red, 1 one is, 2 bad usage or configuration.\n";
}

} // namespace

int runDoctor(const QStringList &arguments)
{
    QStringList options = arguments;
    const bool json = options.removeAll(jsonOption) > 0;
    const auto sources = OptionSources::gather(QStringList(QStringLiteral("seonchakd")) + options,
                                               QProcessEnvironment::systemEnvironment());
    if (!sources)
        return complain(sources.error());
    if (const auto answered = answeredHelp(*sources, helpText()))
        return *answered;
    const auto surroundings = surroundingsOf(*sources);
    if (!surroundings)
        return complain(surroundings.error());
    std::signal(SIGPIPE, SIG_IGN);
    const auto tongue = tongueOfLocale();
    const auto checks = doctor::examine(*surroundings, tongue);
    print(json ? asJson(checks) : asLines(checks, tongue));
    return doctor::isFit(checks) ? ExitFine : ExitOther;
}

} // namespace seonchak
