// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/address.h"

#include "core/coupon/socket_path.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QUrlQuery>

#include <algorithm>

namespace seonchak {
namespace {

// Errors name the invalid part and never quote the whole text, which may contain a password.
std::unexpected<Error> bad(const QString &sentence)
{
    return failure(Trouble::BadInput, sentence);
}

constexpr int databaseMost = 65535;

/// The text split into its parts, still percent-encoded.
struct Pieces
{
    QString scheme;
    QString userInfo;
    bool hasUserInfo = false;
    QString hosts;
    QString path; ///< with its leading slash
    QString query;
};

Result<QString> decoded(const QString &text, const QString &what)
{
    const auto isHex = [](QChar c) { return QStringView(u"0123456789abcdefABCDEF").contains(c); };
    for (qsizetype i = text.indexOf(u'%'); i >= 0; i = text.indexOf(u'%', i + 3)) {
        if (i + 2 >= text.size() || !isHex(text[i + 1]) || !isHex(text[i + 2]))
            return bad(
                QStringLiteral("The %1 of the Redis address has a % without two hex digits.").arg(what));
    }
    const QString plain = QUrl::fromPercentEncoding(text.toUtf8());
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (std::any_of(plain.begin(), plain.end(), isControl) || plain.contains(QChar::ReplacementCharacter))
        return bad(QStringLiteral("The %1 of the Redis address has characters that are not text.").arg(what));
    return plain;
}

Result<Pieces> cut(const QString &text)
{
    const qsizetype colon = text.indexOf(QLatin1String("://"));
    if (colon <= 0)
        return bad(
            QStringLiteral("The Redis address is neither \"private\" nor a URL such as redis://host:6379."));
    Pieces pieces;
    pieces.scheme = text.left(colon).toLower();
    QString rest = text.mid(colon + 3);
    if (const qsizetype mark = rest.indexOf(u'?'); mark >= 0) {
        pieces.query = rest.mid(mark + 1);
        rest.truncate(mark);
    }
    const qsizetype slash = rest.indexOf(u'/');
    QString authority = slash < 0 ? rest : rest.left(slash);
    pieces.path = slash < 0 ? QString() : rest.mid(slash);
    if (const qsizetype at = authority.lastIndexOf(u'@'); at >= 0) {
        pieces.hasUserInfo = true;
        pieces.userInfo = authority.left(at);
        authority.remove(0, at + 1);
    }
    pieces.hosts = authority;
    const bool strayAt = pieces.scheme != QLatin1String("unix") && pieces.path.contains(u'@');
    if (strayAt || pieces.query.contains(u'@') || text.contains(u'#'))
        return bad(QStringLiteral("In the Redis address, / ? # and @ inside a user or password must be "
                                  "percent-encoded (%2F %3F %23 %40)."));
    return pieces;
}

Result<quint16> portFrom(const QString &text, quint16 usual)
{
    if (text.isEmpty())
        return usual;
    bool isNumber = false;
    const uint port = text.toUInt(&isNumber);
    if (!isNumber || !text[0].isDigit() || port < 1 || port > 65535)
        return bad(
            QStringLiteral("The port of the Redis address is \"%1\"; it must be 1 to 65535.").arg(text));
    return static_cast<quint16>(port);
}

Result<std::pair<QString, quint16>> hostFrom(const QString &text, quint16 usualPort)
{
    QString host = text;
    QString port;
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        host = end < 0 ? QString() : text.mid(1, end - 1);
        port = end < 0 ? QString() : text.mid(end + 1);
        if (QHostAddress(host).protocol() != QAbstractSocket::IPv6Protocol)
            return bad(QStringLiteral("The Redis address has brackets, but no IPv6 address in them."));
        if (!port.isEmpty() && !port.startsWith(u':'))
            return bad(
                QStringLiteral("The Redis address has something other than :port after the brackets."));
        port.remove(0, 1);
    } else if (const qsizetype colon = text.indexOf(u':'); colon >= 0) {
        host = text.left(colon);
        port = text.mid(colon + 1);
        if (port.contains(u':'))
            return bad(QStringLiteral(
                "An IPv6 host in the Redis address must stand in brackets, as in [::1]:6379."));
    }
    if (host.isEmpty())
        return bad(QStringLiteral("The Redis address has an empty host."));
    const auto name = decoded(host, QStringLiteral("host"));
    if (!name)
        return std::unexpected(name.error());
    const bool isHidden = !text.startsWith(u'[') && name->contains(u':'); // a%3Ab
    if (isHidden || name->contains(u' ') || name->contains(u',') || name->contains(u'/'))
        return bad(QStringLiteral("The host \"%1\" of the Redis address is not a host name.").arg(*name));
    const auto number = portFrom(port, usualPort);
    if (!number)
        return std::unexpected(number.error());
    return std::pair(*name, *number);
}

Result<int> databaseFrom(const QString &text)
{
    bool isNumber = false;
    const uint number = text.toUInt(&isNumber);
    if (!isNumber || !text[0].isDigit() || number > databaseMost)
        return bad(QStringLiteral("The database of the Redis address is \"%1\"; it must be 0 to %2.")
                       .arg(text)
                       .arg(databaseMost));
    return static_cast<int>(number);
}

Result<void> takeUserInfo(const Pieces &pieces, RedisAddress &into)
{
    if (!pieces.hasUserInfo)
        return {};
    const qsizetype colon = pieces.userInfo.indexOf(u':');
    if (colon < 0 || colon + 1 == pieces.userInfo.size())
        return bad(QStringLiteral("The Redis address has a user without a password; write user:password@ or "
                                  ":password@."));
    const auto user = decoded(pieces.userInfo.left(colon), QStringLiteral("user"));
    const auto password = decoded(pieces.userInfo.mid(colon + 1), QStringLiteral("password"));
    if (!user || !password)
        return std::unexpected(user ? password.error() : user.error());
    into.user = *user;
    into.password = *password;
    return {};
}

/// `?db=n` and nothing else.
Result<void> takeQuery(const Pieces &pieces, bool dbAllowed, RedisAddress &into)
{
    const auto items = QUrlQuery(pieces.query).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        if (!dbAllowed || key != QLatin1String("db"))
            return bad(QStringLiteral("The Redis address has an unknown option \"%1\".").arg(key));
        const auto database = databaseFrom(value);
        if (!database)
            return std::unexpected(database.error());
        into.database = *database;
    }
    return {};
}

/// `?ca=FILE&cert=FILE&key=FILE`, each of them optional.
Result<void> takeTlsFiles(const Pieces &pieces, RedisTls &into)
{
    const auto items = QUrlQuery(pieces.query).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, file] : items) {
        QString *place = key == QLatin1String("ca")     ? &into.caFile
                         : key == QLatin1String("cert") ? &into.certFile
                         : key == QLatin1String("key")  ? &into.keyFile
                                                        : nullptr;
        if (!place)
            return bad(QStringLiteral("The Redis address has an unknown option \"%1\".").arg(key));
        if (const QFileInfo info(file); !info.isFile() || !info.isReadable())
            return bad(
                QStringLiteral("The file %1 of the Redis address (%2) cannot be read.").arg(file, key));
        *place = file;
    }
    if (into.certFile.isEmpty() != into.keyFile.isEmpty())
        return bad(QStringLiteral("The Redis address has only one of cert and key; a certificate of our own "
                                  "needs both."));
    return {};
}

Result<void> takePeers(const Pieces &pieces, quint16 usualPort, RedisAddress &into)
{
    const auto parts = pieces.hosts.split(u',');
    for (const QString &part : parts) {
        const auto peer = hostFrom(part, usualPort);
        if (!peer)
            return std::unexpected(peer.error());
        into.peers.append(*peer);
    }
    return {};
}

Result<void> takeHostAndDatabase(const Pieces &pieces, RedisAddress &into)
{
    into.kind = RedisAddress::Kind::Tcp;
    const auto host = hostFrom(pieces.hosts, 6379);
    if (!host)
        return std::unexpected(host.error());
    std::tie(into.host, into.port) = *host;
    if (pieces.path.size() > 1) {
        const auto database = databaseFrom(pieces.path.mid(1));
        if (!database)
            return std::unexpected(database.error());
        into.database = *database;
    }
    return {};
}

Result<void> takeTcp(const Pieces &pieces, RedisAddress &into)
{
    if (const auto taken = takeHostAndDatabase(pieces, into); !taken)
        return taken;
    return takeQuery(pieces, false, into);
}

Result<void> takeTls(const Pieces &pieces, RedisAddress &into)
{
    if (!tls::isBuiltIn())
        return bad(
            QStringLiteral("rediss:// needs TLS, which the Redis client of this build does not have; use "
                           "redis:// through a tunnel."));
    if (const auto taken = takeHostAndDatabase(pieces, into); !taken)
        return taken;
    into.tls = RedisTls{into.host, {}, {}, {}};
    return takeTlsFiles(pieces, *into.tls);
}

Result<void> takeUnix(const Pieces &pieces, RedisAddress &into)
{
    into.kind = RedisAddress::Kind::Unix;
    const auto path = decoded(pieces.path, QStringLiteral("path"));
    if (!path)
        return std::unexpected(path.error());
    if (!pieces.hosts.isEmpty() || path->size() < 2)
        return bad(
            QStringLiteral("A unix address of Redis needs an absolute path, as in unix:///run/redis.sock."));
    if (path->toUtf8().size() > longestSocketPath)
        return bad(QStringLiteral(
                       "The path of the Redis address is longer than the %1 bytes a Unix socket can have.")
                       .arg(longestSocketPath));
    into.path = *path;
    return takeQuery(pieces, true, into);
}

Result<void> takeSentinel(const Pieces &pieces, RedisAddress &into)
{
    into.kind = RedisAddress::Kind::Sentinel;
    const auto master = decoded(pieces.path.mid(1), QStringLiteral("master name"));
    if (!master)
        return std::unexpected(master.error());
    if (master->isEmpty() || master->contains(u'/') || master->contains(u' '))
        return bad(
            QStringLiteral("A sentinel address of Redis needs the name of the master after the hosts, as in "
                           "sentinel://host:26379/mymaster."));
    into.master = *master;
    if (const auto peers = takePeers(pieces, 26379, into); !peers)
        return peers;
    return takeQuery(pieces, true, into);
}

Result<void> takeCluster(const Pieces &pieces, RedisAddress &into)
{
    into.kind = RedisAddress::Kind::Cluster;
    if (pieces.path.size() > 1)
        return bad(
            QStringLiteral("A Redis cluster has database 0 alone: a cluster address ends after its hosts."));
    if (const auto peers = takePeers(pieces, 6379, into); !peers)
        return peers;
    return takeQuery(pieces, false, into);
}

Result<void> takeByScheme(const Pieces &pieces, RedisAddress &into)
{
    if (pieces.scheme == QLatin1String("redis"))
        return takeTcp(pieces, into);
    if (pieces.scheme == QLatin1String("unix"))
        return takeUnix(pieces, into);
    if (pieces.scheme == QLatin1String("sentinel"))
        return takeSentinel(pieces, into);
    if (pieces.scheme == QLatin1String("cluster"))
        return takeCluster(pieces, into);
    if (pieces.scheme == QLatin1String("rediss"))
        return takeTls(pieces, into);
    return bad(
        QStringLiteral("The Redis address has the unknown scheme \"%1\"; known are redis, rediss, unix, "
                       "sentinel and cluster.")
            .arg(pieces.scheme));
}

QString hostPort(const QString &host, quint16 port)
{
    // Encoded: a name may contain decoded percent escapes, and a zone has its %.
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(host, ":"));
    const QString name = host.contains(u':') ? QString(u'[' + encoded + u']') : encoded;
    return name + u':' + QString::number(port);
}

QString optionsOf(const RedisTls &tls)
{
    QStringList options;
    for (const auto &[key, file] :
         {std::pair("ca=", tls.caFile), {"cert=", tls.certFile}, {"key=", tls.keyFile}})
        if (!file.isEmpty())
            options.append(QLatin1String(key) + QString::fromLatin1(QUrl::toPercentEncoding(file, "/")));
    return options.isEmpty() ? QString() : QString(u'?' + options.join(u'&'));
}

} // namespace

Result<RedisAddress> RedisAddress::parse(const QString &text)
{
    RedisAddress address;
    if (text == QLatin1String("private"))
        return address;
    const auto pieces = cut(text);
    if (!pieces)
        return std::unexpected(pieces.error());
    if (const auto user = takeUserInfo(*pieces, address); !user)
        return std::unexpected(user.error());
    if (const auto taken = takeByScheme(*pieces, address); !taken)
        return std::unexpected(taken.error());
    return address;
}

QString RedisAddress::masked() const
{
    QString credentials;
    if (!password.isEmpty())
        credentials = QString::fromLatin1(QUrl::toPercentEncoding(user)) + QLatin1String(":***@");
    QStringList names;
    for (const auto &[name, number] : peers)
        names.append(hostPort(name, number));
    const QString option =
        database == 0 ? QString() : QString(QLatin1String("?db=") + QString::number(database));
    switch (kind) {
    case Kind::Private:
        if (path.isEmpty())
            return QStringLiteral("private");
        [[fallthrough]];
    case Kind::Unix:
        return QLatin1String("unix://") + credentials +
               QString::fromLatin1(QUrl::toPercentEncoding(path, "/")) + option;
    case Kind::Tcp:
        return QLatin1String(tls ? "rediss://" : "redis://") + credentials + hostPort(host, port) +
               (database == 0 ? QString() : QString(u'/' + QString::number(database))) +
               (tls ? optionsOf(*tls) : QString());
    case Kind::Sentinel:
        return QLatin1String("sentinel://") + credentials + names.join(u',') + u'/' +
               QString::fromLatin1(QUrl::toPercentEncoding(master)) + option;
    case Kind::Cluster:
        return QLatin1String("cluster://") + credentials + names.join(u',');
    }
    return {};
}

QString RedisAddress::mode() const
{
    switch (kind) {
    case Kind::Private:
        return QStringLiteral("private");
    case Kind::Tcp:
        return QStringLiteral("tcp");
    case Kind::Unix:
        return QStringLiteral("unix");
    case Kind::Sentinel:
        return QStringLiteral("sentinel");
    case Kind::Cluster:
        return QStringLiteral("cluster");
    }
    return {};
}

std::vector<std::vector<QByteArray>> RedisAddress::greeting() const
{
    std::vector<std::vector<QByteArray>> commands;
    if (!password.isEmpty() && user.isEmpty())
        commands.push_back({"AUTH", password.toUtf8()});
    else if (!password.isEmpty())
        commands.push_back({"AUTH", user.toUtf8(), password.toUtf8()});
    if (database != 0)
        commands.push_back({"SELECT", QByteArray::number(database)});
    if (kind == Kind::Sentinel)
        commands.push_back({"ROLE"});
    commands.push_back({"PING"});
    return commands;
}

} // namespace seonchak
