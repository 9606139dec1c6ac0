// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/option_sources.h"

#include "app/options/nearest_name.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace seonchak {

namespace {

std::unexpected<Error> bad(const QString &sentence)
{
    return failure(Trouble::BadInput, sentence);
}

const QString configOption = QStringLiteral("config");

void addOptions(QCommandLineParser &parser, const QList<Option> &options)
{
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    for (const auto &option : options)
        parser.addOption({option.name, option.help, option.valueName});
    for (const auto &option : commandLineOnly())
        parser.addOption({option.name, option.help, option.valueName});
}

/// Adds the value "on" to switches without a value, because the parser requires one.
QStringList withSwitchesOn(QStringList arguments, const QList<Option> &options)
{
    for (const auto &option : options) {
        const QString plain = QStringLiteral("--") + option.name;
        if (option.isSwitch)
            std::ranges::replace(arguments, plain, plain + QStringLiteral("=on"));
    }
    return arguments;
}

/// The parser's error, with the option that was probably meant.
QString mistake(const QCommandLineParser &parser, const QList<Option> &options)
{
    QStringList names;
    for (const auto &option : options)
        names.append(option.name);
    for (const auto &option : commandLineOnly())
        names.append(option.name);
    const QString meant = nearestName(parser.unknownOptionNames().value(0), names);
    if (meant.isEmpty())
        return parser.errorText() + QStringLiteral(" See --help.");
    return QStringLiteral("%1 Did you mean --%2? See --help.").arg(parser.errorText(), meant);
}

/// The file's keys that are not options, in the order of its lines.
QList<Error> unknownKeys(const QString &path, const ConfigTexts &texts, const QList<Option> &options)
{
    QStringList names;
    for (const auto &option : options)
        names.append(option.name);
    const auto lines = config::lineNumbers(path);
    QMap<int, Error> found;
    for (const auto &key : texts.keys()) {
        if (names.contains(key))
            continue;
        const int line = lines.value(key);
        const QString where = line > 0 ? QStringLiteral(" in line %1").arg(line) : QString();
        const QString meant = nearestName(key, names);
        const QString cure = meant.isEmpty()
                                 ? QStringLiteral("see --help for those there are, and correct or remove it")
                                 : QStringLiteral("did you mean %1? --help lists all keys").arg(meant);
        found.insert(line > 0 ? line : -int(found.size()),
                     Error{Trouble::BadInput,
                           QStringLiteral("the config file %1 has an unknown key \"%2\"%3: %4")
                               .arg(path, key, where, cure),
                           {},
                           std::nullopt});
    }
    return found.values();
}

/// A text with commas is read as several; join them unless the option is repeatable.
void joinSingle(ConfigTexts &texts, const QList<Option> &options)
{
    for (const auto &option : options) {
        if (const auto one = texts.find(option.name); one != texts.end() && !option.repeatable)
            one.value() = QStringList(one->join(QLatin1Char(',')));
    }
}

} // namespace

QString OptionSources::defaultConfigFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
           QStringLiteral("/seonchak.ini");
}

Result<ConfigTexts> OptionSources::readFile(const QString &path, QList<Error> *unknown)
{
    auto texts = config::read(path);
    if (!texts)
        return texts;
    const auto options = optionTable();
    const auto strangers = unknownKeys(path, *texts, options);
    if (!strangers.isEmpty() && !unknown)
        return std::unexpected(strangers.first());
    if (unknown)
        *unknown += strangers;
    joinSingle(*texts, options);
    return texts;
}

Result<void> OptionSources::takeCommandLine(const QStringList &arguments, QString &config)
{
    const auto options = optionTable();
    QCommandLineParser parser;
    addOptions(parser, options);
    if (!parser.parse(withSwitchesOn(arguments, options)))
        return bad(mistake(parser, options));
    m_showHelp = parser.isSet(QStringLiteral("help"));
    m_showVersion = parser.isSet(QStringLiteral("version"));
    if (m_showHelp || m_showVersion)
        return {};
    if (!parser.positionalArguments().isEmpty())
        return bad(
            QStringLiteral("\"%1\" is not an option. See --help.").arg(parser.positionalArguments().first()));
    for (const auto &option : options) {
        if (const auto texts = parser.values(option.name); !texts.isEmpty())
            m_commandLine[option.name] = texts;
    }
    config = parser.value(configOption);
    return {};
}

Result<OptionSources> OptionSources::gather(const QStringList &arguments,
                                            const QProcessEnvironment &environment, QList<Error> *unknown)
{
    OptionSources sources;
    sources.m_environment = environment;
    QString config;
    if (const auto taken = sources.takeCommandLine(arguments, config); !taken)
        return std::unexpected(taken.error());
    if (sources.m_showHelp || sources.m_showVersion)
        return sources;
    if (config.isEmpty())
        config = environment.value(environmentName(configOption));
    const bool mustExist = !config.isEmpty();
    sources.m_configFile = QFileInfo(mustExist ? config : defaultConfigFile()).absoluteFilePath();
    if (mustExist || QFileInfo::exists(sources.m_configFile)) {
        auto file = readFile(sources.m_configFile, unknown);
        if (!file)
            return std::unexpected(file.error());
        sources.m_file = std::move(*file);
        sources.m_hasFile = true;
        sources.m_lines = config::lineNumbers(sources.m_configFile);
    }
    return sources;
}

GivenTexts OptionSources::given(const Option &option) const
{
    const QString variable = environmentName(option.name);
    if (const auto texts = m_commandLine.value(option.name); !texts.isEmpty())
        return {texts, OptionSource::CommandLine, QStringLiteral("--") + option.name};
    if (m_environment.contains(variable)) {
        const QString text = m_environment.value(variable);
        return {option.repeatable ? text.split(QLatin1Char(',')) : QStringList(text),
                OptionSource::Environment, variable};
    }
    if (const auto texts = m_file.value(option.name); !texts.isEmpty())
        return {texts, OptionSource::File,
                QStringLiteral("config key %1 of %2%3")
                    .arg(option.name, m_configFile,
                         m_lines.contains(option.name) ? QStringLiteral(", line %1").arg(m_lines[option.name])
                                                       : QString())};
    return {};
}

bool OptionSources::takesValue(const QString &argument)
{
    for (const auto &option : optionTable()) {
        if (argument == QStringLiteral("--") + option.name)
            return !option.isSwitch;
    }
    const auto alone = commandLineOnly();
    return std::ranges::any_of(alone, [&](const CommandLineOnly &one) {
        return argument == QStringLiteral("--") + one.name && !one.valueName.isEmpty();
    });
}

OptionSources OptionSources::withFile(ConfigTexts texts) const
{
    OptionSources other = *this;
    other.m_file = std::move(texts);
    other.m_lines.clear();
    return other;
}

} // namespace seonchak
