// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/dossier_settings.h"

#include "app/options/url_password.h"

#include <QJsonArray>

namespace seonchak {

namespace {

QString sourceName(OptionSource source)
{
    switch (source) {
    case OptionSource::Default:
        break;
    case OptionSource::File:
        return QStringLiteral("file");
    case OptionSource::Environment:
        return QStringLiteral("environment");
    case OptionSource::CommandLine:
        return QStringLiteral("command line");
    }
    return QStringLiteral("default");
}

QStringList recorded(const Option &option, const GivenTexts &given, const Settings &settings)
{
    if (option.name == QLatin1String("database"))
        return {settings.sale.database.masked()};
    if (option.name == QLatin1String("redis"))
        return {settings.sale.redis.masked()};
    if (given.texts.isEmpty())
        return {option.documentedDefault()};
    const QStringList texts = option.repeatable ? given.texts : QStringList{given.texts.last()};
    QStringList safe;
    for (const QString &text : texts)
        safe << (option.name == QLatin1String("webhook") ? shownHookUrl(text) : UrlPassword::split(text).url);
    return safe;
}

} // namespace

QJsonObject recordedSettings(const OptionSources &sources, const Settings &settings)
{
    QJsonObject options;
    for (const Option &option : optionTable()) {
        if (option.isForLab)
            continue;
        const auto given = sources.given(option);
        options[option.name] =
            QJsonObject{{"value", QJsonArray::fromStringList(recorded(option, given, settings))},
                        {"source", sourceName(given.source)}};
    }
    return {{"configFile", sources.hasConfigFile() ? QJsonValue(sources.configFile()) : QJsonValue()},
            {"options", options}};
}

} // namespace seonchak
