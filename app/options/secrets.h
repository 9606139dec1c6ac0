// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/config_file.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <optional>

namespace seonchak {

/// A secret stored outside the config file. Keys: redis, database, store (their URLs' passwords),
/// admin-token.
struct Secret
{
    QString place; ///< the server that a password is for (UrlPassword::place()); it is sent to no other
    QString value;
    bool inKeychain = false; ///< false: in secrets.ini

    /// One line for the keychain or the file, and its parser.
    [[nodiscard]] QString packed() const;
    static Secret unpacked(const QString &text, bool inKeychain);
};

using Secrets = QHash<QString, Secret>;

/// Queries the system's keychain for these keys; returns packed secrets by key. Limited in time.
using AskKeychain = std::function<QHash<QString, QString>(const QStringList &keys)>;

/// Without a keychain, as on servers: `secrets.ini` beside the config file, mode 0600.
namespace secrets_file {

QString beside(const QString &configFile);
/// No file: no secrets. BadInput if others could read it, or if it is not an INI file.
Result<Secrets> read(const QString &path);
/// The file's bytes for secrets that are not in the keychain.
QByteArray toIni(const Secrets &secrets);

} // namespace secrets_file

QString adminTokenKey();

/// `text`, an option's URL of the config file, with the stored password for exactly that server, if any.
QString withSecret(const QString &key, const QString &text, const Secrets &secrets);

} // namespace seonchak
