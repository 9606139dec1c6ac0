// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/doctor_surroundings.h"

namespace seonchak {

namespace {

/// Whether a text of the config file contains a password.
bool hasPassword(const ConfigTexts &file)
{
    return std::ranges::any_of(passwordKeys(), [&](const QString &key) {
        const QStringList texts = file.value(key);
        return std::ranges::any_of(texts, [](const QString &text) {
            const auto at = text.indexOf(QLatin1Char('@'));
            const auto start = text.indexOf(QLatin1String("://"));
            return start >= 0 && at > start && text.mid(start + 3, at - start - 3).contains(QLatin1Char(':'));
        });
    });
}

/// The files that contain a secret.
QStringList secretFiles(const OptionSources &sources)
{
    QStringList files{secrets_file::beside(sources.configFile())};
    for (const auto &option : optionTable()) {
        const auto given = sources.given(option).texts;
        if (option.name == QLatin1String("admin-token-file") && !given.isEmpty())
            files.append(given.last());
    }
    return files;
}

} // namespace

doctor::Surroundings surroundingsOf(const OptionSources &sources, const Settings &settings,
                                    const QList<Error> &forgiven)
{
    doctor::Surroundings around;
    around.configFile = sources.configFile();
    around.configHasSecrets = hasPassword(sources.file());
    around.secretFiles = secretFiles(sources);
    for (const Error &error : forgiven) {
        if (error.names.contains("store"))
            continue; // The partner's examination reports it.
        const bool ofListen = error.names.contains("listen");
        (ofListen ? around.listenTrouble : around.tokenTrouble) = error.detail;
    }
    const SaleOptions &sale = settings.sale;
    around.redis = sale.redis;
    around.keyPrefix = sale.keyPrefix;
    around.refusesForeign = sale.foreignKeys == ForeignChoice::Refuse;
    around.home = stockHome(sale.strategy);
    around.database = sale.database;
    around.partner = sale.partner;
    around.live = sale.saleLive;
    around.dataDir = sale.dataDir;
    around.host = settings.server.host;
    around.port = settings.server.port;
    around.hasToken = !settings.server.adminToken.isEmpty();
    return around;
}

} // namespace seonchak
