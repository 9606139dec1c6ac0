// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/config_file.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <optional>

namespace seonchak {

/// A secret kept outside the config file. Keys: redis, database, store (their URLs' passwords), admin-token.
struct Secret
{
    QString place; ///< whom a password is for (UrlPassword::place()); it is told to nobody else
    QString value;
    bool inKeychain = false; ///< else in secrets.ini

    /// One line for the keychain or the file, and back.
    [[nodiscard]] QString packed() const;
    static Secret unpacked(const QString &text, bool inKeychain);
};

using Secrets = QHash<QString, Secret>;

/// Asks the system's keychain for these keys; packed secrets by key. Bounded in time.
using AskKeychain = std::function<QHash<QString, QString>(const QStringList &keys)>;

/// Where there is no keychain, as on servers: `secrets.ini` beside the config file, mode 0600.
namespace secrets_file {

QString beside(const QString &configFile);
/// No file: no secrets. BadInput where others could read it, or where it is no INI file.
Result<Secrets> read(const QString &path);
/// The file's bytes for those that are not in the keychain.
QByteArray toIni(const Secrets &secrets);

} // namespace secrets_file

const QStringList &passwordKeys(); ///< the options whose URLs may hold a password
QString adminTokenKey();

/// `text`, an option's URL of the config file, with its password where one is kept for just that place.
QString withSecret(const QString &key, const QString &text, const Secrets &secrets);

} // namespace seonchak
