// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/session.h"

#include "core/database/engine/inline_values.h"
#include "core/database/engine/list_statement.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>

#include <utility>

namespace seonchak {

namespace {

/// PostgreSQL ends a writing transaction whose program does nothing for so long: a program that hangs must
/// not keep its locks.
constexpr int idleInTransactionMs = 10'000;

QString writingWords()
{
    return QStringLiteral("BEGIN; SET LOCAL idle_in_transaction_session_timeout = %1")
        .arg(idleInTransactionMs);
}

/// The first words of a statement, enough to identify it in a log.
QString headOf(const QString &sql)
{
    constexpr qsizetype most = 60;
    return sql.simplified().left(most);
}

/// As SQLite takes it. A file that stays still is read as it lies, without locks and without a log.
QString sqliteName(const DatabaseUrl &url)
{
    if (!url.still)
        return url.path;
    // Two slashes at the beginning would name a host.
    const QString path = QDir::cleanPath(QFileInfo(url.path).absoluteFilePath());
    return QStringLiteral("file:%1?immutable=1").arg(QString::fromLatin1(QUrl::toPercentEncoding(path, "/")));
}

} // namespace

Session::Session(DatabaseUrl url)
    : m_url(std::move(url))
    , m_name(QStringLiteral("seonchak-%1").arg(quintptr(this), 0, 16))
{
}

Session::~Session()
{
    m_log.reset();
    m_lists.clear();
    m_controls.clear();
    m_statements.clear();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Session>> Session::open(const DatabaseUrl &url)
{
    std::unique_ptr<Session> session(new Session(url));
    if (const auto connected = session->connect(); !connected)
        return std::unexpected(connected.error());
    if (const auto tuned = session->tune(); !tuned)
        return std::unexpected(tuned.error());
    return session;
}

Result<void> Session::connect()
{
    const bool sqlite = m_url.engine == DatabaseUrl::Engine::Sqlite;
    auto database =
        QSqlDatabase::addDatabase(sqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"), m_name);
    if (!database.isValid())
        return failure(Trouble::Internal,
                       QStringLiteral("Qt's %1 driver is not installed").arg(m_url.engineName()));
    if (sqlite) {
        database.setDatabaseName(sqliteName(m_url));
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(m_url.busyTimeoutMs) +
                                   (m_url.readOnly ? QStringLiteral(";QSQLITE_OPEN_READONLY") : QString()) +
                                   (m_url.still ? QStringLiteral(";QSQLITE_OPEN_URI") : QString()));
    } else {
        database.setHostName(m_url.host);
        database.setPort(m_url.port);
        database.setUserName(m_url.user);
        database.setPassword(m_url.password);
        database.setDatabaseName(m_url.name);
        database.setConnectOptions(m_url.libpqOptions());
    }
    if (!database.open())
        return explain(database.lastError(), QStringLiteral("open"));
    return {};
}

Result<void> Session::tune()
{
    // On PostgreSQL settings belong to a transaction, see begin(). One that changes nothing reveals here,
    // instead of in the first write, a pooler that switches the server process for each statement.
    if (m_url.engine == DatabaseUrl::Engine::Postgresql)
        return transaction([this] { return execute(QStringLiteral("SELECT 1")); });
    if (m_url.readOnly)
        return execute(QStringLiteral("PRAGMA query_only=ON"));
    for (const char *pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
                               "PRAGMA cache_size=-32768", "PRAGMA temp_store=MEMORY"}) {
        if (auto done = execute(QString::fromLatin1(pragma)); !done)
            return done;
    }
    m_sqlite = SqliteStatement::connectionOf(QSqlDatabase::database(m_name, false));
    return {};
}

Result<void> Session::keepLog(SqliteLog::Tell tell)
{
    if (!m_sqlite)
        return {};
    m_log = std::make_unique<SqliteLog>(m_sqlite, std::move(tell));
    return transaction([this]() -> Result<void> {
        m_log->makeRoom(m_url.path);
        return {};
    });
}

Result<SqliteStatement *> Session::listStatement(const ListStatement &list, std::size_t rows)
{
    auto &slot = m_lists[{&list, rows}];
    if (!slot)
        slot = SqliteStatement::prepare(m_sqlite, list.text(rows));
    if (!slot)
        return explainNative(list.before);
    return slot.get();
}

std::unexpected<Error> Session::explainNative(const QByteArray &sql)
{
    return explain(SqliteStatement::failed(m_sqlite), headOf(QString::fromUtf8(sql)));
}

Result<QSqlQuery *> Session::run(const QString &sql, const QVariantList &values)
{
    auto &slot = m_statements[sql];
    if (m_url.engine == DatabaseUrl::Engine::Postgresql)
        return runInline(slot, sql, values);
    if (!slot) {
        auto query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_name, false));
        query->setForwardOnly(true);
        if (!query->prepare(sql)) {
            m_statements.erase(sql);
            return explain(query->lastError(), headOf(sql));
        }
        slot = std::move(query);
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        slot->bindValue(int(i), values[i]);
    if (!slot->exec()) {
        const QSqlError error = slot->lastError();
        slot->finish();
        return explain(error, headOf(sql));
    }
    return slot.get();
}

Result<QSqlQuery *> Session::runInline(std::unique_ptr<QSqlQuery> &slot, const QString &sql,
                                       const QVariantList &values, const QString &ending)
{
    const auto database = QSqlDatabase::database(m_name, false);
    if (!slot) // Not forward-only: that means single-row mode, which is slower for our small results.
        slot = std::make_unique<QSqlQuery>(database);
    if (!execWithBeginning(*slot, inlineValues(sql, values, *database.driver()) + ending))
        return explain(slot->lastError(), headOf(sql));
    return slot.get();
}

bool Session::execWithBeginning(QSqlQuery &query, const QString &sql)
{
    const QString beginning = std::exchange(m_beginning, QString());
    bool done = query.exec(beginning + sql);
    // Each statement of a message has a result of its own; the last one is ours.
    for (qsizetype before = beginning.count(u';'); done && before > 0; --before)
        done = query.nextResult();
    return done;
}

Result<void> Session::execute(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (!execWithBeginning(query, sql))
        return explain(query.lastError(), headOf(sql));
    return {};
}

Result<void> Session::control(const QString &sql)
{
    if (m_url.engine == DatabaseUrl::Engine::Postgresql)
        return execute(sql);
    if (m_sqlite)
        return controlNatively(sql);
    const auto done = run(sql);
    return done ? Result<void>{} : std::unexpected(done.error());
}

Result<void> Session::controlNatively(const QString &sql)
{
    auto &slot = m_controls[sql];
    if (!slot)
        slot = SqliteStatement::prepare(m_sqlite, sql.toUtf8());
    const bool done = slot && slot->step() == SqliteStatement::Step::Done;
    const auto error = done ? Result<void>{} : explainNative(sql.toUtf8());
    if (slot)
        slot->reset();
    return error;
}

void Session::setLockWait(int ms)
{
    m_url.busyTimeoutMs = ms; // PostgreSQL gets it with each transaction.
    if (m_url.engine != DatabaseUrl::Engine::Sqlite || m_broken)
        return;
    if (const auto set = execute(QStringLiteral("PRAGMA busy_timeout=%1").arg(ms)); !set)
        qWarning("%s", qUtf8Printable(set.error().detail));
}

Result<void> Session::transaction(const std::function<Result<void>()> &work)
{
    const bool sqlite = m_url.engine == DatabaseUrl::Engine::Sqlite;
    return within(sqlite ? QStringLiteral("BEGIN IMMEDIATE") : writingWords(), work);
}

Result<void> Session::transactionOfOne(const QString &sql, const QVariantList &values,
                                       const std::function<void(const QSqlQuery &)> &take)
{
    m_last = {};
    if (auto begun = begin(writingWords()); !begun)
        return begun;
    const auto query = runInline(m_statements[sql], sql, values, QStringLiteral("; COMMIT"));
    Result<void> done = query ? Result<void>{} : std::unexpected(query.error());
    if (query) {
        while ((*query)->next())
            take(std::as_const(**query));
        if (!(*query)->nextResult())
            done = explain((*query)->lastError(), QStringLiteral("COMMIT"));
        (*query)->finish();
    }
    if (!done && m_last.connectionLost)
        return commitLost(done.error());
    if (!done)
        rollback();
    return done;
}

Result<void> Session::snapshot(const std::function<Result<void>()> &work)
{
    const bool sqlite = m_url.engine == DatabaseUrl::Engine::Sqlite;
    return within(sqlite ? QStringLiteral("BEGIN")
                         : QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
                  work);
}

Result<void> Session::begin(const QString &words)
{
    if (m_url.engine == DatabaseUrl::Engine::Sqlite)
        return control(words);
    // For this transaction only: behind a pooler a session's setting would affect other programs and not us.
    // On a server configured without durable commits, our "committed" would be wrong; stronger settings stay.
    // With old statistics PostgreSQL overestimates our small statements and compiles them: 30 ms each time.
    m_beginning =
        words +
        QStringLiteral(
            "; SET LOCAL client_min_messages = warning; SET LOCAL jit = off; SET LOCAL lock_timeout = %1;"
            " SELECT set_config('synchronous_commit', 'on', true)"
            " WHERE current_setting('synchronous_commit') = 'off'; ")
            .arg(m_url.busyTimeoutMs);
    return {};
}

Result<void> Session::within(const QString &beginning, const std::function<Result<void>()> &work)
{
    if (m_inTransaction)
        return work();
    m_last = {};
    if (auto begun = begin(beginning); !begun)
        return begun;
    m_inTransaction = true;
    m_failedInside = false;
    auto worked = work();
    if (worked && m_failedInside)
        worked = failure(Trouble::Internal, QStringLiteral("a statement of the transaction had failed"));
    if (worked)
        worked = commit();
    if (!worked)
        rollback();
    m_inTransaction = false;
    return worked;
}

Result<void> Session::commit()
{
    if (!std::exchange(m_beginning, QString()).isEmpty())
        return {}; // Nothing was sent.
    auto committed = control(QStringLiteral("COMMIT"));
    if (!committed && m_last.commitUnknown)
        return commitLost(committed.error());
    return committed;
}

std::unexpected<Error> Session::commitLost(const Error &why)
{
    m_broken = true;
    m_commitUnknown = true;
    return failure(Trouble::Uncertain, QStringLiteral("the commit's outcome is unknown: ") + why.detail);
}

void Session::rollback()
{
    if (m_broken || !std::exchange(m_beginning, QString()).isEmpty())
        return;
    // SQLite may have rolled back by itself; the error of a second rollback is ignored.
    const SqlDiagnosis cause = m_last;
    const bool undone = control(QStringLiteral("ROLLBACK")).has_value();
    if (!undone && m_url.engine == DatabaseUrl::Engine::Postgresql)
        m_broken = true;
    m_last = cause;
}

std::unexpected<Error> Session::explain(const QSqlError &error, const QString &what)
{
    m_last = diagnose(m_url.engine, error);
    m_broken = m_broken || m_last.connectionLost;
    m_failedInside = m_failedInside || m_url.engine == DatabaseUrl::Engine::Postgresql;
    QString detail = m_url.engineName() + QStringLiteral(": ");
    const bool opening =
        m_last.connectionLost && !m_last.hopeless && !QSqlDatabase::database(m_name, false).isOpen();
    if (!m_last.hint.isEmpty() && !opening) // "the connection is gone" is wrong for one that never existed
        detail += m_last.hint + QStringLiteral(": ");
    const QString words = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return failure(m_last.trouble, detail + words.simplified() + QStringLiteral(" (") + what + u')');
}

} // namespace seonchak
