// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include "app/option_table.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QRandomGenerator>
#include <QSettings>
#include <QStandardPaths>
#include <QThread>

#include <sys/stat.h>

namespace seonchak {

namespace {

using Texts = QHash<QString, QStringList>;

std::unexpected<Error> bad(const QString &sentence)
{
    return failure(Trouble::BadInput, sentence);
}

/// SEONCHAK_DATA_DIR for data-dir.
QString environmentName(const QString &option)
{
    return QStringLiteral("SEONCHAK_") + option.toUpper().replace(QLatin1Char('-'), QLatin1Char('_'));
}

QString defaultConfigFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
           QStringLiteral("/seonchak.ini");
}

Result<Texts> readConfigFile(const QString &path, const QList<Option> &options)
{
    const QSettings file(path, QSettings::IniFormat);
    if (!QFileInfo(path).isReadable() || file.status() != QSettings::NoError)
        return bad(QStringLiteral("the config file %1 cannot be read as an INI file").arg(path));
    Texts texts;
    for (const auto &key : file.allKeys()) {
        if (std::ranges::find(options, key, &Option::name) == options.end())
            return bad(QStringLiteral("the config file %1 has an unknown key \"%2\"").arg(path, key));
        const QStringList values =
            file.value(key).toStringList(); // An INI value with commas reads as a list.
        texts[key] = key == QLatin1String("allow-host") ? values : QStringList(values.join(QLatin1Char(',')));
    }
    return texts;
}

Result<void> readAdminToken(RawSettings &raw)
{
    if (raw.adminTokenFile.isEmpty())
        return {};
    const QString name = QStringLiteral("admin-token-file %1").arg(raw.adminTokenFile);
    QFile file(raw.adminTokenFile);
    if (!file.open(QIODevice::ReadOnly))
        return bad(QStringLiteral("%1 cannot be read: %2").arg(name, file.errorString()));
    struct stat about = {};
    if (::fstat(file.handle(), &about) != 0 || (about.st_mode & 077) != 0)
        return bad(QStringLiteral("%1 can be read by others: chmod 600 it").arg(name));
    raw.settings.server.adminToken = file.read(4096).trimmed();
    if (raw.settings.server.adminToken.isEmpty())
        return bad(QStringLiteral("%1 is empty").arg(name));
    return {};
}

Result<void> checkListen(const Settings &settings)
{
    const auto &server = settings.server;
    const bool loopback = server.host == QLatin1String("localhost") || QHostAddress(server.host).isLoopback();
    if (loopback || !server.adminToken.isEmpty())
        return {};
    return bad(QStringLiteral("listen %1 is not a loopback address: that needs --admin-token-file")
                   .arg(server.host));
}

/// What one option's text depends on another's for.
Result<Settings> finish(RawSettings raw)
{
    auto &sale = raw.settings.sale;
    sale.dataDir = QDir(raw.dataDir).absolutePath();
    auto database = DatabaseUrl::parse(raw.database, sale.dataDir);
    if (!database)
        return bad(QStringLiteral("--database: %1").arg(database.error().detail));
    sale.database = std::move(*database);
    for (const auto &checked : {readAdminToken(raw), checkListen(raw.settings)}) {
        if (!checked)
            return std::unexpected(checked.error());
    }
    return std::move(raw.settings);
}

RawSettings defaults()
{
    RawSettings raw;
    raw.dataDir = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    raw.settings.sale.workers = raw.settings.server.workers = std::max(1, QThread::idealThreadCount());
    raw.settings.sale.partner.seed = QRandomGenerator::system()->generate64() >> 1;
    return raw;
}

void addOptions(QCommandLineParser &parser, const QList<Option> &options)
{
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    for (const auto &option : options)
        parser.addOption({option.name, option.help, option.valueName});
    parser.addOption({QStringLiteral("config"), QString(), QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("help"), QString()});
    parser.addOption({QStringLiteral("version"), QString()});
}

Result<Texts> configTexts(const QCommandLineParser &parser, const QProcessEnvironment &environment,
                          const QList<Option> &options)
{
    const QString config = QStringLiteral("config");
    QString path = parser.value(config);
    if (path.isEmpty())
        path = environment.value(environmentName(config));
    if (!path.isEmpty())
        return readConfigFile(path, options);
    path = defaultConfigFile();
    return QFileInfo::exists(path) ? readConfigFile(path, options) : Texts{};
}

} // namespace

Result<Settings> readSettings(const QStringList &arguments, const QProcessEnvironment &environment)
{
    const auto options = optionTable();
    QCommandLineParser parser;
    addOptions(parser, options);
    if (!parser.parse(arguments))
        return bad(parser.errorText() + QStringLiteral(" See --help."));
    RawSettings raw = defaults();
    raw.settings.showHelp = parser.isSet(QStringLiteral("help"));
    raw.settings.showVersion = parser.isSet(QStringLiteral("version"));
    if (raw.settings.showHelp || raw.settings.showVersion)
        return raw.settings;
    if (!parser.positionalArguments().isEmpty())
        return bad(
            QStringLiteral("\"%1\" is not an option. See --help.").arg(parser.positionalArguments().first()));
    const auto file = configTexts(parser, environment, options);
    if (!file)
        return std::unexpected(file.error());
    for (const auto &option : options) {
        const QString variable = environmentName(option.name);
        QString source = QStringLiteral("--") + option.name;
        QStringList texts = parser.values(option.name);
        if (texts.isEmpty() && environment.contains(variable)) {
            source = variable;
            texts = option.repeatable ? environment.value(variable).split(QLatin1Char(','))
                                      : QStringList(environment.value(variable));
        }
        if (texts.isEmpty()) {
            source = QStringLiteral("config key ") + option.name;
            texts = file->value(option.name);
        }
        for (const auto &text :
             option.repeatable ? texts : texts.mid(std::max<qsizetype>(texts.size() - 1, 0))) {
            const auto read = option.read(raw, text);
            if (!read)
                return bad(QStringLiteral("%1: %2").arg(source, read.error().detail));
        }
    }
    return finish(std::move(raw));
}

QString helpText(const QString &program)
{
    QString text =
        QStringLiteral("Usage: %1 [options]\n\n"
                       "Each option is also SEONCHAK_<NAME> in the environment and a key of the config\n"
                       "file; the command line wins, then the environment, then the file.\n\n")
            .arg(program);
    const auto line = [&text](const QString &left, const QString &right) {
        text += QStringLiteral("  %1 %2\n").arg(left, -28).arg(right);
    };
    line(QStringLiteral("--config FILE"), QStringLiteral("INI file (%1)").arg(defaultConfigFile()));
    for (const auto &option : optionTable())
        line(QStringLiteral("--%1 %2").arg(option.name, option.valueName),
             QStringLiteral("%1 (%2)").arg(option.help, option.defaultText));
    line(QStringLiteral("--version"), QStringLiteral("print the version"));
    line(QStringLiteral("--help"), QStringLiteral("print this"));
    return text;
}

} // namespace seonchak
