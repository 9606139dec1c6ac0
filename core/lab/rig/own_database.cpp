// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/rig/own_database.h"

#include "core/database/engine/rows.h"
#include "core/lab/plan/lab_names.h"

#include <QSqlQuery>

namespace seonchak::lab {

namespace {

/// The same server and login, another database.
QString withName(const QString &where, const QString &name)
{
    // Edited by hand: QUrl does not support URLs with several hosts.
    const qsizetype query = where.indexOf(u'?');
    const QString place = where.left(query);
    const qsizetype path = place.indexOf(u'/', place.indexOf(QLatin1String("://")) + 3);
    QStringList options = query < 0 ? QStringList() : where.mid(query + 1).split(u'&');
    options.removeIf([](const QString &option) { return option.startsWith(QLatin1String("dbname=")); });
    return place.left(path) + u'/' + name +
           (options.isEmpty() ? QString() : QString(u'?' + options.join(u'&')));
}

Result<void> onServer(const DatabaseUrl &server, const QString &sql)
{
    const auto session = Session::open(server);
    return session ? (*session)->execute(sql) : std::unexpected(session.error());
}

} // namespace

Result<std::unique_ptr<OwnDatabase>> OwnDatabase::create(const QString &where, const QString &dataDir,
                                                         const QString &name)
{
    std::unique_ptr<OwnDatabase> own(new OwnDatabase);
    own->m_option = where == QLatin1String("sqlite") ? where : withName(where, name);
    auto url = DatabaseUrl::parse(own->m_option, dataDir);
    if (!url)
        return std::unexpected(url.error());
    own->m_url = std::move(*url);
    if (own->m_url.engine == DatabaseUrl::Engine::Sqlite)
        return own;
    auto server = DatabaseUrl::parse(where, dataDir);
    if (!server)
        return std::unexpected(server.error());
    const auto created = onServer(*server, QStringLiteral("CREATE DATABASE \"%1\"").arg(name));
    if (!created)
        return failure(Trouble::Unavailable, QStringLiteral("no database of the lab's own on %1: %2")
                                                 .arg(server->masked(), created.error().detail));
    own->m_server = std::move(*server);
    return own;
}

OwnDatabase::~OwnDatabase()
{
    if (m_url.engine == DatabaseUrl::Engine::Sqlite || m_server.name.isEmpty())
        return;
    const auto dropped =
        onServer(m_server, QStringLiteral("DROP DATABASE IF EXISTS \"%1\" WITH (FORCE)").arg(m_url.name));
    if (!dropped)
        qWarning("the lab's database %s stays behind: %s", qUtf8Printable(m_url.name),
                 qUtf8Printable(dropped.error().detail));
}

Result<void> OwnDatabase::check(const QString &where)
{
    if (where == QLatin1String("sqlite"))
        return {};
    const auto server = DatabaseUrl::parse(where, {});
    if (!server)
        return std::unexpected(server.error());
    const auto refused = [&](const QString &why) {
        return failure(Trouble::Unavailable, QStringLiteral("--database %1: %2").arg(server->masked(), why));
    };
    const auto session = Session::open(*server);
    if (!session)
        return refused(session.error().detail);
    const auto may =
        number(**session, QStringLiteral("SELECT count(*) FROM pg_roles WHERE rolname = current_user"
                                         " AND (rolcreatedb OR rolsuper)"));
    if (!may || *may == 0)
        return refused(may ? QStringLiteral("this user may not create databases") : may.error().detail);
    return {};
}

Result<void> OwnDatabase::dropAbandoned(const QString &where, const QString &family)
{
    if (where == QLatin1String("sqlite"))
        return {};
    const auto server = DatabaseUrl::parse(where, {});
    const auto session = server ? Session::open(*server) : std::unexpected(server.error());
    if (!session)
        return std::unexpected(session.error());
    QStringList names;
    const auto read = eachRow(**session, QStringLiteral("SELECT datname FROM pg_database"), {},
                              [&](const QSqlQuery &row) { names << row.value(0).toString(); });
    if (!read)
        return read;
    for (const QString &name : names) {
        if (!isAbandoned(name, family))
            continue;
        const auto dropped =
            (*session)->execute(QStringLiteral("DROP DATABASE IF EXISTS \"%1\" WITH (FORCE)").arg(name));
        if (!dropped)
            return dropped;
    }
    return {};
}

} // namespace seonchak::lab
