// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/secrets.h"

#include "app/options/option_table.h"
#include "app/options/url_password.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <sys/stat.h>

namespace seonchak {

QString Secret::packed() const
{
    // Percent-encoded, the value has no space: the last space separates them.
    return place + QLatin1Char(' ') + QString::fromLatin1(QUrl::toPercentEncoding(value));
}

Secret Secret::unpacked(const QString &text, bool inKeychain)
{
    const qsizetype space = text.lastIndexOf(QLatin1Char(' '));
    return {text.left(std::max<qsizetype>(space, 0)), QUrl::fromPercentEncoding(text.mid(space + 1).toUtf8()),
            inKeychain};
}

QString adminTokenKey()
{
    return QStringLiteral("admin-token");
}

QString withSecret(const QString &key, const QString &text, const Secrets &secrets)
{
    UrlPassword parts = UrlPassword::split(text);
    const auto found = secrets.find(key);
    if (found == secrets.end() || !passwordKeys().contains(key) || !parts.password.isEmpty() ||
        found->place != parts.place() || found->place.isEmpty())
        return text;
    parts.password = found->value;
    return parts.join();
}

namespace secrets_file {

QString beside(const QString &configFile)
{
    return QFileInfo(configFile).absolutePath() + QStringLiteral("/secrets.ini");
}

Result<Secrets> read(const QString &path)
{
    struct stat about = {};
    if (::stat(QFile::encodeName(path).constData(), &about) != 0)
        return Secrets{};
    if ((about.st_mode & 077) != 0)
        return failure(Trouble::BadInput,
                       QStringLiteral("the secrets file %1 can be read by others: chmod 600 it, and change "
                                      "the passwords in it")
                           .arg(path));
    const auto texts = config::read(path);
    if (!texts)
        return failure(Trouble::BadInput,
                       QString(texts.error().detail)
                           .replace(QLatin1String("the config file"), QLatin1String("the secrets file")));
    Secrets secrets;
    for (auto one = texts->begin(); one != texts->end(); ++one)
        secrets[one.key()] = Secret::unpacked(one->join(QLatin1Char(',')), false);
    return secrets;
}

QByteArray toIni(const Secrets &secrets)
{
    ConfigTexts texts;
    for (auto one = secrets.begin(); one != secrets.end(); ++one) {
        if (!one->inKeychain)
            texts[one.key()] = QStringList(one->packed());
    }
    return config::toIni(texts);
}

} // namespace secrets_file

} // namespace seonchak
