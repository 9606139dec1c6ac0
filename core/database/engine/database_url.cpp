// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/database_url.h"

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

Result<quint16> parsePort(const QString &text)
{
    bool ok = false;
    const quint16 port = text.toUShort(&ok);
    return ok && port > 0 ? Result<quint16>(port) : badUrl("has a port that is no number from 1 to 65535");
}

/// "5432" or "5432,,5433": one per host.
Result<void> applyPorts(DatabaseUrl &url, const QString &text)
{
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        if (part.isEmpty() && parts.size() > 1)
            continue; // libpq's default
        const auto port = parsePort(part);
        if (!port)
            return std::unexpected(port.error());
    }
    url.port = parts.first().isEmpty() ? DatabaseUrl().port : parts.first().toUShort();
    url.ports = parts.size() > 1 ? text : QString();
    return {};
}

Result<void> applyOption(DatabaseUrl &url, const QString &key, const QString &value)
{
    static const auto isWord = [](QChar c) { return c.isLetterOrNumber() || c == u'_'; };
    static const auto endsSchema = [](QChar c) {
        return c.isSpace() || c == u'"' || c == u'\'' || c == u'\\' || c == u';';
    };
    if (key == QStringLiteral("port"))
        return applyPorts(url, value);
    if (key == QStringLiteral("host"))
        url.host = value;
    else if (key == QStringLiteral("user"))
        url.user = value;
    else if (key == QStringLiteral("password"))
        url.password = value;
    else if (key == QStringLiteral("dbname"))
        url.name = value;
    else if (key == QStringLiteral("schema") && std::ranges::any_of(value, endsSchema))
        return badUrl("names a schema with a blank, a quote or a back-slash");
    else if (key == QStringLiteral("schema"))
        url.schema = value;
    else if (key == QStringLiteral("ssl") &&
             value == QStringLiteral("true")) // libpq accepts JDBC's spelling, too
        url.options.append({QStringLiteral("sslmode"), QStringLiteral("require")});
    else if (key.isEmpty() || !std::ranges::all_of(key, isWord))
        return badUrl("has an option without a proper name");
    else if (value.contains(u';'))
        return failure(Trouble::BadInput,
                       QStringLiteral("The database URL's option '%1' contains a semicolon, "
                                      "which Qt's PostgreSQL driver cannot pass on.")
                           .arg(key));
    else
        url.options.append({key, value});
    return {};
}

/// "host:port", the host possibly [::1], the port possibly missing.
Result<void> addHost(QStringList &hosts, QStringList &ports, const QString &text)
{
    const qsizetype colon = text.indexOf(u':', std::max<qsizetype>(text.indexOf(u']'), 0));
    QString host = colon < 0 ? text : text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    if (colon >= 0) {
        const auto port = parsePort(text.mid(colon + 1));
        if (!port)
            return std::unexpected(port.error());
    }
    hosts.append(decoded(host));
    ports.append(colon < 0 ? QString() : text.mid(colon + 1));
    return {};
}

/// "user:password@host:port,host:port", every part optional.
Result<void> applyAuthority(DatabaseUrl &url, const QString &authority)
{
    const qsizetype at = authority.lastIndexOf(u'@');
    if (at >= 0) {
        const QString login = authority.left(at);
        url.user = decoded(login.section(u':', 0, 0));
        url.password = decoded(login.section(u':', 1));
    }
    QStringList hosts;
    QStringList ports;
    const QStringList places = authority.mid(at + 1).split(u',');
    for (const QString &place : places) {
        if (auto added = addHost(hosts, ports, place); !added)
            return added;
    }
    url.host = hosts.join(u',');
    if (places.size() > 1)
        return applyPorts(url, ports.join(u','));
    return ports.first().isEmpty() ? Result<void>{} : applyPorts(url, ports.first());
}

/// Parsed by hand, like libpq does: QUrl refuses a login without a host, which is the form for a Unix socket.
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

namespace {

QString encoded(const QString &text, const char *literally = "")
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, literally));
}

/// "host:port,host:port"; a socket's folder is in the query.
QString places(const DatabaseUrl &url)
{
    const QStringList hosts = url.host.split(u',');
    const QStringList ports =
        url.ports.isEmpty() ? QStringList{QString::number(url.port)} : url.ports.split(u',');
    QStringList texts;
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        const QString port = ports.value(ports.size() == 1 ? 0 : i);
        const QString host = hosts[i].contains(u':') ? QString(u'[' + hosts[i] + u']') : encoded(hosts[i]);
        texts.append(host + u':' + (port.isEmpty() ? QString::number(DatabaseUrl().port) : port));
    }
    return texts.join(u',');
}

} // namespace

QString DatabaseUrl::masked() const
{
    if (engine == Engine::Sqlite)
        return QStringLiteral("sqlite://") + encoded(path, "/");
    QString text = QStringLiteral("postgresql://");
    if (!user.isEmpty())
        text += encoded(user) + (password.isEmpty() ? QStringLiteral("@") : QStringLiteral(":***@"));
    const bool socket = host.startsWith(u'/');
    if (!socket && !host.isEmpty())
        text += places(*this);
    text += u'/' + encoded(name);
    QStringList query;
    if (socket)
        query += QStringLiteral("host=") + encoded(host, "/,");
    if (socket && (port != DatabaseUrl().port || !ports.isEmpty()))
        query += QStringLiteral("port=") + (ports.isEmpty() ? QString::number(port) : ports);
    for (const auto &[key, value] : options) {
        const bool secret = key.contains(QStringLiteral("password"));
        query += key + u'=' + (secret ? QStringLiteral("***") : encoded(value, "/,:"));
    }
    if (!schema.isEmpty())
        query += QStringLiteral("schema=") + encoded(schema);
    return query.isEmpty() ? text : QString(text + u'?' + query.join(u'&'));
}

QString DatabaseUrl::libpqOptions() const
{
    // A peer that vanished silently must not block the writer for the kernel's quarter of an hour.
    QString text = QStringLiteral("connect_timeout=5 tcp_user_timeout=10000 application_name=seonchak");
    auto all = options;
    // The last value of a name wins.
    QStringList settings;
    for (const auto &[key, value] : options) {
        if (key == QStringLiteral("options"))
            settings = QStringList{value};
    }
    if (!schema.isEmpty())
        settings += QStringLiteral("-csearch_path=\"%1\"").arg(schema);
    if (readOnly)
        settings += QStringLiteral("-cdefault_transaction_read_only=on");
    if (!schema.isEmpty() || readOnly)
        all.append({QStringLiteral("options"), settings.join(u' ')});
    if (readOnly) // A new sale would count it as a server.
        all.append({QStringLiteral("application_name"), QStringLiteral("seonchak-book")});
    if (!ports.isEmpty())
        all.append({QStringLiteral("port"), ports});
    for (const auto &[key, given] : all) {
        QString value = given;
        value.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
        text += u' ' + key + QStringLiteral("='") + value + u'\'';
    }
    return text;
}

QString DatabaseUrl::engineName() const
{
    return engine == Engine::Sqlite ? QStringLiteral("sqlite") : QStringLiteral("postgresql");
}

} // namespace seonchak
