// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/config_check.h"

#include "app/options/nearest_name.h"

namespace seonchak {

namespace {

/// Variables with names similar to ours. Not faults: they may be meant for another program.
QStringList strangeVariables(const QProcessEnvironment &environment)
{
    QStringList names{QStringLiteral("config")};
    for (const auto &option : optionTable())
        names.append(option.name);
    const QString prefix = environmentName(QString());
    QStringList hints;
    for (const auto &variable : environment.keys()) {
        const QString meant = nearestName(variable.mid(prefix.size()), names);
        if (variable.startsWith(prefix) && !meant.isEmpty() && environmentName(meant) != variable)
            hints.append(QStringLiteral("the variable %1 has no effect: did you mean %2?")
                             .arg(variable, environmentName(meant)));
    }
    return hints;
}

} // namespace

ConfigCheck checkConfig(const QStringList &arguments, const QProcessEnvironment &environment,
                        const AskKeychain &ask)
{
    ConfigCheck check;
    check.hints = strangeVariables(environment);
    const auto sources = OptionSources::gather(arguments, environment, &check.faults);
    if (!sources) {
        check.faults.append(sources.error());
        return check;
    }
    if (sources->hasConfigFile())
        check.file = sources->configFile();
    const auto secrets = readSecrets(*sources, ask);
    if (!secrets)
        check.faults.append(secrets.error());
    check.faults += judgeStart(*sources, secrets.value_or(Secrets())).faults;
    return check;
}

} // namespace seonchak
