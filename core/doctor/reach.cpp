// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/reach.h"

#include "core/database/engine/session.h"
#include "core/doctor/exams.h"
#include "core/doctor/redis_link.h"
#include "core/partner/curl_multi.h"
#include "core/partner/http_exchange.h"
#include "core/redis/private_redis.h"
#include "core/redis/vanishing_keys.h"

#include <QDir>
#include <QFileInfo>

namespace seonchak::doctor {

Result<QString> reachRedis(const RedisAddress &address, std::chrono::milliseconds limit,
                           const std::stop_token &stop)
{
    if (address.kind == RedisAddress::Kind::Private && address.path.isEmpty())
        return PrivateRedis::findProgram();
    RedisLink link(address, limit, stop);
    if (const auto opened = link.open(); !opened)
        return std::unexpected(opened.error());
    const auto info = link.ask({"INFO", "server"});
    if (!info && !link.connection().isReady())
        return std::unexpected(info.error());
    // INFO may be forbidden: it is still a Redis.
    const QByteArray version = info ? infoValue(info->text, "redis_version") : QByteArray();
    return QStringLiteral("Redis %1").arg(QString::fromLatin1(version)).trimmed();
}

Result<QString> versionOf(Session &session)
{
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const auto query = session.run(sqlite ? QStringLiteral("SELECT sqlite_version()")
                                          : QStringLiteral("SELECT current_setting('server_version')"));
    if (!query)
        return std::unexpected(query.error());
    const QString version = (*query)->next() ? (*query)->value(0).toString() : QString();
    (*query)->finish();
    return (sqlite ? QStringLiteral("SQLite %1") : QStringLiteral("PostgreSQL %1")).arg(version);
}

/// The program creates its data dir, but no other folder.
QString folderTrouble(const DatabaseUrl &url, const QString &dataDir)
{
    const QString folder = QFileInfo(url.path).absolutePath();
    const bool willBeMade = !dataDir.isEmpty() && folder == QDir(dataDir).absolutePath();
    const QFileInfo there(willBeMade ? existingDir(folder) : folder);
    if (there.isDir() && there.isWritable())
        return {};
    return QStringLiteral("the folder %1 is not there, or cannot be written").arg(folder);
}

Result<QString> reachDatabase(const DatabaseUrl &url, const QString &dataDir)
{
    if (url.engine == DatabaseUrl::Engine::Sqlite && !QFileInfo::exists(url.path)) {
        const QString trouble = folderTrouble(url, dataDir);
        return trouble.isEmpty() ? Result<QString>(QStringLiteral("SQLite (%1)").arg(url.path))
                                 : failure(Trouble::Unavailable, trouble);
    }
    const auto session = Session::open(url);
    return session ? versionOf(**session) : std::unexpected(session.error());
}

Result<QString> reachPartner(const QUrl &url, std::chrono::milliseconds limit)
{
    if (url.isEmpty())
        return QStringLiteral("mock");
    const CurlLibrary library;
    const HttpExchange exchange(HttpTarget(url.adjusted(QUrl::RemoveUserInfo)), {}, limit);
    if (!exchange.easy())
        return failure(Trouble::Internal, QStringLiteral("out of memory"));
    const CURLcode code = curl_easy_perform(exchange.easy());
    long status = 0;
    curl_easy_getinfo(exchange.easy(), CURLINFO_RESPONSE_CODE, &status);
    if (status > 0)
        return QStringLiteral("HTTP %1").arg(status);
    return failure(Trouble::Unavailable, code == CURLE_OPERATION_TIMEDOUT
                                             ? QStringLiteral("no answer in time")
                                             : QString::fromUtf8(curl_easy_strerror(code)));
}

} // namespace seonchak::doctor
