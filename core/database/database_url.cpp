// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database_url.h"

#include <QUrl>

#include <algorithm>

namespace seonchak {

namespace {

std::unexpected<Error> badUrl(const char *why)
{
    return failure(Trouble::BadInput, QStringLiteral("The database URL ") + QString::fromUtf8(why) + u'.');
}

Result<DatabaseUrl> parseSqlite(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || !url.host().isEmpty() || !text.startsWith(QStringLiteral("sqlite:///")))
        return badUrl("of a SQLite file must read sqlite:///path");
    if (url.hasQuery() || url.hasFragment())
        return badUrl("of a SQLite file takes no options");
    DatabaseUrl result;
    result.path = url.path(QUrl::FullyDecoded);
    if (result.path.endsWith(u'/'))
        return badUrl("names no SQLite file");
    return result;
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

Result<void> parsePort(DatabaseUrl &url, const QString &text)
{
    bool ok = false;
    url.port = text.toUShort(&ok);
    return ok && url.port > 0 ? Result<void>{} : badUrl("has a port that is no number from 1 to 65535");
}

Result<void> applyOption(DatabaseUrl &url, const QString &key, const QString &value)
{
    if (key == QStringLiteral("port"))
        return parsePort(url, value);
    if (key == QStringLiteral("host"))
        url.host = value;
    else if (key == QStringLiteral("user"))
        url.user = value;
    else if (key == QStringLiteral("password"))
        url.password = value;
    else if (key == QStringLiteral("sslmode"))
        url.sslMode = value;
    else
        return failure(Trouble::BadInput,
                       QStringLiteral("The database URL has an unknown option '%1'.").arg(key));
    return {};
}

/// "user:password@host:port", every part optional, the host possibly [::1].
Result<void> applyAuthority(DatabaseUrl &url, const QString &authority)
{
    const qsizetype at = authority.lastIndexOf(u'@');
    if (at >= 0) {
        const QString login = authority.left(at);
        url.user = decoded(login.section(u':', 0, 0));
        url.password = decoded(login.section(u':', 1));
    }
    QString host = authority.mid(at + 1);
    const qsizetype colon = host.indexOf(u':', std::max<qsizetype>(host.indexOf(u']'), 0));
    if (colon >= 0) {
        if (auto port = parsePort(url, host.mid(colon + 1)); !port)
            return port;
        host.truncate(colon);
    }
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    url.host = decoded(host);
    return {};
}

/// By hand, as libpq reads it: QUrl refuses a login without a host, which is how a Unix socket is written.
Result<DatabaseUrl> parsePostgresql(const QString &text)
{
    DatabaseUrl result;
    result.engine = DatabaseUrl::Engine::Postgresql;
    const QString rest = text.section(QStringLiteral("://"), 1);
    const QString place = rest.section(u'?', 0, 0);
    if (auto applied = applyAuthority(result, place.section(u'/', 0, 0)); !applied)
        return std::unexpected(applied.error());
    result.name = decoded(place.section(u'/', 1));
    const QStringList options = rest.section(u'?', 1).split(u'&', Qt::SkipEmptyParts);
    for (const QString &option : options) {
        const QString value = decoded(option.section(u'=', 1));
        if (auto applied = applyOption(result, decoded(option.section(u'=', 0, 0)), value); !applied)
            return std::unexpected(applied.error());
    }
    if (result.name.isEmpty())
        return badUrl("names no database: postgresql://user@host/name");
    return result;
}

} // namespace

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text, const QString &dataDir)
{
    if (text == QStringLiteral("sqlite")) {
        DatabaseUrl result;
        result.path = dataDir + QStringLiteral("/seonchak.sqlite");
        return result;
    }
    if (text.startsWith(QStringLiteral("sqlite:")))
        return parseSqlite(text);
    if (text.startsWith(QStringLiteral("postgresql://")) || text.startsWith(QStringLiteral("postgres://")))
        return parsePostgresql(text);
    return badUrl("must be sqlite, sqlite:///path or postgresql://user:password@host:port/name");
}

QString DatabaseUrl::masked() const
{
    const auto encoded = [](const QString &text, const char *literally = "") -> QString {
        return QString::fromLatin1(QUrl::toPercentEncoding(text, literally));
    };
    if (engine == Engine::Sqlite)
        return QStringLiteral("sqlite://") + encoded(path, "/");
    QString text = QStringLiteral("postgresql://");
    if (!user.isEmpty())
        text += encoded(user) + (password.isEmpty() ? QStringLiteral("@") : QStringLiteral(":***@"));
    const bool socket = host.startsWith(u'/');
    if (!socket && !host.isEmpty())
        text += (host.contains(u':') ? QString(u'[' + host + u']') : encoded(host)) + u':' +
                QString::number(port);
    text += u'/' + encoded(name);
    if (socket)
        text += QStringLiteral("?host=") + encoded(host, "/");
    if (socket && port != DatabaseUrl().port)
        text += QStringLiteral("&port=") + QString::number(port);
    return text;
}

QString DatabaseUrl::engineName() const
{
    return engine == Engine::Sqlite ? QStringLiteral("sqlite") : QStringLiteral("postgresql");
}

} // namespace seonchak
