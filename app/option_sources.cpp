// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/option_sources.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QStandardPaths>

namespace seonchak {

namespace {

std::unexpected<Error> bad(const QString &sentence)
{
    return failure(Trouble::BadInput, sentence);
}

/// SEONCHAK_DATA_DIR for data-dir.
QString environmentName(const QString &option)
{
    return QStringLiteral("SEONCHAK_") + option.toUpper().replace(QLatin1Char('-'), QLatin1Char('_'));
}

const QString configOption = QStringLiteral("config");

void addOptions(QCommandLineParser &parser, const QList<Option> &options)
{
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    for (const auto &option : options)
        parser.addOption({option.name, option.help, option.valueName});
    parser.addOption({configOption, QString(), QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("help"), QString()});
    parser.addOption({QStringLiteral("version"), QString()});
}

} // namespace

QString OptionSources::defaultConfigFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
           QStringLiteral("/seonchak.ini");
}

Result<ConfigTexts> OptionSources::readFile(const QString &path)
{
    auto texts = config::read(path);
    if (!texts)
        return texts;
    const auto options = optionTable();
    for (auto one = texts->begin(); one != texts->end(); ++one) {
        const auto option = std::ranges::find(options, one.key(), &Option::name);
        if (option == options.end())
            return bad(QStringLiteral("the config file %1 has an unknown key \"%2\": see --help for those "
                                      "there are, and correct or remove it")
                           .arg(path, one.key()));
        if (!option->repeatable)
            one.value() = QStringList(one->join(QLatin1Char(',')));
    }
    return texts;
}

Result<void> OptionSources::takeCommandLine(const QStringList &arguments, QString &config)
{
    const auto options = optionTable();
    QCommandLineParser parser;
    addOptions(parser, options);
    if (!parser.parse(arguments))
        return bad(parser.errorText() + QStringLiteral(" See --help."));
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
                                            const QProcessEnvironment &environment)
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
        auto file = readFile(sources.m_configFile);
        if (!file)
            return std::unexpected(file.error());
        sources.m_file = std::move(*file);
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
                QStringLiteral("config key %1 of %2").arg(option.name, m_configFile)};
    return {};
}

OptionSources OptionSources::withFile(ConfigTexts texts) const
{
    OptionSources other = *this;
    other.m_file = std::move(texts);
    return other;
}

} // namespace seonchak
