// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/database_exam.h"

#include "core/database/engine/migrations.h"
#include "core/database/engine/rows.h"
#include "core/doctor/reach.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <array>

namespace seonchak::doctor {

namespace {

constexpr int patienceMs = 2000; // for a lock that a running sale holds
constexpr int commits = 9;

void skip(Sheet &sheet, std::initializer_list<const char *> checks, const char *name)
{
    for (const char *id : checks)
        sheet.add(id, name);
}

/// There is no file yet, and the doctor creates none.
void examineFolder(const Surroundings &surroundings, Sheet &sheet)
{
    const QString path = surroundings.database.path;
    const bool fits = folderTrouble(surroundings.database, surroundings.dataDir).isEmpty();
    sheet.add("database-reachable", "will-make", {path});
    sheet.add("database-writable", fits ? "folder" : "no-folder", {QFileInfo(path).absolutePath()});
    sheet.add("database-schema", "will-make");
    skip(sheet, {"database-unique"}, "no-file");
    sheet.add("database-pooler", "file");
    skip(sheet, {"database-fsync"}, "no-file");
}

Result<QString> textOf(Session &session, const QString &sql)
{
    QString text;
    const auto read =
        eachRow(session, sql, {}, [&](const QSqlQuery &row) { text = row.value(0).toString(); });
    return read ? Result<QString>(text) : std::unexpected(read.error());
}

} // namespace

void examineDatabase(const Surroundings &surroundings, Sheet &sheet)
{
    DatabaseUrl url = surroundings.database;
    url.busyTimeoutMs = patienceMs;
    const bool isFile = url.engine == DatabaseUrl::Engine::Sqlite;
    if (isFile && !QFileInfo::exists(url.path))
        return examineFolder(surroundings, sheet);
    auto session = Session::open(url);
    if (!session) {
        sheet.add("database-reachable", "away", {url.masked(), session.error().detail});
        return skip(
            sheet,
            {"database-writable", "database-schema", "database-unique", "database-pooler", "database-fsync"},
            "no-database");
    }
    DatabaseExam(surroundings, **session, sheet).run();
}

DatabaseExam::DatabaseExam(const Surroundings &surroundings, Session &session, Sheet &sheet)
    : m_surroundings(surroundings)
    , m_session(session)
    , m_sheet(sheet)
{
}

void DatabaseExam::run()
{
    const auto version = versionOf(m_session);
    m_sheet.add("database-reachable", "answers",
                {version.value_or(m_surroundings.database.engineName()), m_surroundings.database.masked()});
    m_version = schemaVersion(m_session).value_or(0);
    for (const auto step :
         {&DatabaseExam::tryToWrite, &DatabaseExam::judgeSchema, &DatabaseExam::lookForUnique,
          &DatabaseExam::lookForPooler, &DatabaseExam::judgeDurability}) {
        if (!m_sheet.isStopped())
            (this->*step)();
    }
}

/// Tries the server's first writes and rolls them back.
void DatabaseExam::tryToWrite()
{
    std::optional<Error> trouble;
    const auto attempt = [&](const QString &sql) -> Result<void> {
        auto done = m_session.execute(sql);
        if (!done)
            trouble = done.error();
        return done;
    };
    const auto ended = m_session.transaction([&]() -> Result<void> {
        const auto made = attempt(m_version > 0 ? QStringLiteral("INSERT INTO meta (key, value)"
                                                                 " VALUES ('doctor', 'rolled back')")
                                                : QStringLiteral("CREATE TABLE seonchak_doctor (n bigint)"));
        // Permissions are checked even if no row is touched.
        for (const char *sql :
             {"UPDATE coupon SET version = version WHERE id = -1", "DELETE FROM issue WHERE user_id = -1",
              "INSERT INTO audit (at, actor, action, detail, result) SELECT 0, '', '', '', ''"
              " FROM coupon WHERE id = -1"}) {
            if (made && m_version > 0 && !attempt(QString::fromLatin1(sql)))
                break;
        }
        return failure(Trouble::Internal, QStringLiteral("taken back on purpose"));
    });
    if (!trouble && !ended && m_session.isBroken())
        trouble = ended.error();
    // BEGIN IMMEDIATE itself fails on a read-only or locked SQLite file.
    if (!trouble && !ended && !ended.error().detail.contains(QLatin1String("on purpose")))
        trouble = ended.error();
    if (trouble)
        return m_sheet.add("database-writable", "refuses", {trouble->detail});
    m_sheet.add("database-writable", "writes");
}

void DatabaseExam::judgeSchema()
{
    const qint64 newest = newestSchema(m_session.engine());
    const char *name = m_version == 0       ? "will-make"
                       : m_version > newest ? "newer"
                       : m_version < newest ? "older"
                                            : "current";
    m_sheet.add("database-schema", name, {QString::number(m_version), QString::number(newest)});
}

Result<bool> DatabaseExam::hasUnique(const QString &table, const QString &column)
{
    // A unique index on only this column, over all rows; on SQLite also the rowid.
    const QString sqlite = QStringLiteral(
        "SELECT (SELECT count(*) FROM pragma_index_list(?) AS l WHERE l.\"unique\" = 1 AND l.partial = 0"
        " AND (SELECT group_concat(name) FROM pragma_index_info(l.name)) = ?)"
        " + (SELECT count(*) FROM pragma_table_info(?) WHERE pk = 1 AND name = ?"
        " AND (SELECT count(*) FROM pragma_table_info(?) WHERE pk > 0) = 1)");
    const QString postgresql = QStringLiteral(
        "SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
        " JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()"
        " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]"
        " WHERE c.relname = ? AND a.attname = ? AND i.indisunique AND i.indisvalid AND i.indnkeyatts = 1"
        " AND i.indpred IS NULL");
    const auto found = isSqlite() ? number(m_session, sqlite, {table, column, table, column, table})
                                  : number(m_session, postgresql, {table, column});
    return found ? Result<bool>(*found > 0) : std::unexpected(found.error());
}

void DatabaseExam::lookForUnique()
{
    if (m_version == 0)
        return m_sheet.add("database-unique", "no-schema");
    constexpr std::array wanted{std::pair{"issue", "user_id"}, std::pair{"issue", "coupon_id"},
                                std::pair{"coupon", "code"}};
    QStringList missing;
    for (const auto &[table, column] : wanted) {
        const auto there = hasUnique(QString::fromLatin1(table), QString::fromLatin1(column));
        if (!there)
            return m_sheet.add("database-unique", "not-asked", {there.error().detail});
        if (!*there)
            missing.append(QStringLiteral("%1(%2)").arg(QLatin1String(table), QLatin1String(column)));
    }
    m_sheet.add("database-unique", missing.isEmpty() ? "there" : "missing",
                {missing.join(QStringLiteral(", "))});
}

Result<qint64> DatabaseExam::backend(Session &session)
{
    return number(session, QStringLiteral("SELECT pg_backend_pid()"));
}

/// A server has a process for each connection; a pooler lets idle connections share one.
void DatabaseExam::lookForPooler()
{
    if (isSqlite())
        return m_sheet.add("database-pooler", "file");
    const auto second = Session::open(m_surroundings.database);
    if (!second)
        return m_sheet.add("database-pooler", "full", {second.error().detail});
    const auto first = backend(m_session);
    const auto other = backend(**second);
    const auto again = backend(m_session);
    for (const auto &answer : {first, other, again}) {
        if (!answer)
            return m_sheet.add("database-pooler", "not-asked", {answer.error().detail});
    }
    const bool shared = *first == *other || *first != *again;
    m_sheet.add("database-pooler", shared ? "pooled" : "direct");
}

void DatabaseExam::judgeDurability()
{
    if (!isSqlite()) { // synchronous_commit does not matter: each of our transactions turns it on
        for (const QString &name : {QStringLiteral("fsync"), QStringLiteral("full_page_writes")}) {
            const auto value = textOf(m_session, QStringLiteral("SELECT current_setting('%1')").arg(name));
            if (!value)
                return m_sheet.add("database-fsync", "not-asked", {value.error().detail});
            if (*value == QLatin1String("off"))
                return m_sheet.add("database-fsync", m_surroundings.live ? "off-live" : "off", {name});
        }
    }
    measureCommits();
}

Result<std::vector<double>> DatabaseExam::commitTimes(Session &session, const QString &sql)
{
    std::vector<double> times;
    for (int i = 0; i < commits; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto done = session.transaction([&] { return session.execute(sql); });
        if (!done)
            return std::unexpected(done.error());
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return times;
}

/// Uses a separate database beside the book, or, on PostgreSQL, log messages of the server that are in no
/// table.
void DatabaseExam::measureCommits()
{
    constexpr double slowMs = 20;
    Result<std::vector<double>> times;
    if (isSqlite()) {
        const QString folder = QFileInfo(m_surroundings.database.path).absolutePath();
        const QTemporaryDir aside(folder + QStringLiteral("/seonchak-doctor-XXXXXX"));
        DatabaseUrl url = m_surroundings.database;
        url.path = aside.path() + QStringLiteral("/commits.sqlite");
        const auto session =
            aside.isValid() ? Session::open(url) : failure(Trouble::Unavailable, aside.errorString());
        const auto made = session ? (*session)->execute(QStringLiteral("CREATE TABLE n (n INTEGER)"))
                                  : Result<void>(std::unexpected(session.error()));
        times = made ? commitTimes(**session, QStringLiteral("INSERT INTO n VALUES (1)"))
                     : Result<std::vector<double>>(std::unexpected(made.error()));
    } else {
        times =
            commitTimes(m_session, QStringLiteral("SELECT pg_logical_emit_message(true, 'seonchak', '')"));
    }
    if (!times)
        return m_sheet.add("database-fsync", "unmeasured", {times.error().detail});
    const double median = medianMs(*times);
    m_sheet.add("database-fsync", median > slowMs ? "slow" : "durable", {shownMs(median)});
}

} // namespace seonchak::doctor
