// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/migrations.h"

#include "core/database/engine/rows.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <vector>

// Outside the namespace: the macro declares a function of the resource compiler. Without the call the linker
// would omit this static library's files.
static void linkMigrations()
{
    Q_INIT_RESOURCE(database_sql);
}

namespace seonchak {

namespace {

struct Migration
{
    qint64 version = 0;
    QString file;
};

/// The files for this engine in order, without those for the other engine.
std::vector<Migration> migrationsFor(DatabaseUrl::Engine engine)
{
    linkMigrations();
    const QString other = engine == DatabaseUrl::Engine::Sqlite ? QStringLiteral(".postgresql.sql")
                                                                : QStringLiteral(".sqlite.sql");
    const QDir folder(QStringLiteral(":/sql"));
    std::vector<Migration> result;
    const QStringList files = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        if (!file.endsWith(other))
            result.push_back({file.section(u'_', 0, 0).toLongLong(), folder.filePath(file)});
    }
    std::ranges::sort(result, {}, &Migration::version);
    return result;
}

/// One statement per semicolon at the end of a line; comment lines are dropped.
QStringList statementsOf(const QString &text)
{
    QStringList statements;
    QString statement;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(QStringLiteral("--")))
            continue;
        statement += trimmed + u' ';
        if (trimmed.endsWith(u';')) {
            statements.append(statement.trimmed().chopped(1));
            statement.clear();
        }
    }
    return statements;
}

Result<void> apply(Session &session, const Migration &migration)
{
    QFile file(migration.file);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Trouble::Internal,
                       QStringLiteral("the migration %1 cannot be read").arg(migration.file));
    const QStringList statements = statementsOf(QString::fromUtf8(file.readAll()));
    for (const QString &statement : statements) {
        if (auto done = session.execute(statement); !done)
            return done;
    }
    const auto noted =
        affected(session, QStringLiteral("INSERT INTO schema_version (version, applied_at) VALUES (?, ?)"),
                 {migration.version, QDateTime::currentMSecsSinceEpoch()});
    return noted ? Result<void>{} : std::unexpected(noted.error());
}

/// One step under a lock, so that two programs do not both take it.
Result<void> stepTo(Session &session, const Migration &next)
{
    return session.transaction([&]() -> Result<void> {
        if (session.engine() == DatabaseUrl::Engine::Postgresql) {
            constexpr auto lock =
                "SELECT pg_advisory_xact_lock(7203446172021)"; // any number, the same in every program
            if (auto locked = session.execute(QString::fromLatin1(lock)); !locked)
                return locked;
        }
        const auto version = schemaVersion(session);
        if (!version)
            return std::unexpected(version.error());
        if (*version >= next.version)
            return {};
        const auto table =
            session.execute(QStringLiteral("CREATE TABLE IF NOT EXISTS schema_version (version bigint "
                                           "PRIMARY KEY, applied_at bigint NOT NULL)"));
        return table ? apply(session, next) : table;
    });
}

} // namespace

/// PostgreSQL's catalogue tables are read because to_regclass() may return the state before the lock was
/// acquired.
Result<qint64> schemaVersion(Session &session)
{
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const auto known =
        number(session, sqlite ? QStringLiteral("SELECT count(*) FROM sqlite_master"
                                                " WHERE type = 'table' AND name = 'schema_version'")
                               : QStringLiteral("SELECT count(*) FROM information_schema.tables WHERE"
                                                " table_name = 'schema_version'"
                                                " AND table_schema = current_schema()"));
    if (!known || *known == 0)
        return known;
    return number(session, QStringLiteral("SELECT max(version) FROM schema_version"));
}

qint64 newestSchema(DatabaseUrl::Engine engine)
{
    const auto migrations = migrationsFor(engine);
    return migrations.empty() ? 0 : migrations.back().version;
}

Result<void> migrate(Session &session)
{
    const auto migrations = migrationsFor(session.engine());
    const auto version = schemaVersion(session);
    if (!version)
        return std::unexpected(version.error());
    const qint64 newest = migrations.empty() ? 0 : migrations.back().version;
    if (*version > newest) {
        return failure(
            Trouble::BadInput,
            QStringLiteral("The database has schema version %1, this program knows up to %2: use a newer"
                           " program.")
                .arg(*version)
                .arg(newest));
    }
    return migrateTo(session, newest);
}

Result<void> migrateTo(Session &session, qint64 version)
{
    const auto present = schemaVersion(session);
    if (!present)
        return std::unexpected(present.error());
    for (const Migration &migration : migrationsFor(session.engine())) {
        if (migration.version <= *present || migration.version > version)
            continue;
        if (auto done = stepTo(session, migration); !done)
            return done;
    }
    return {};
}

} // namespace seonchak
