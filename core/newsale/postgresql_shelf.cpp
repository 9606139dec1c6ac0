// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/migrations.h"
#include "core/database/engine/rows.h"
#include "core/newsale/shelf.h"

#include <thread>

namespace seonchak::newsale {

namespace {

/// All tables of the migrations. Sequences move with the tables that own them.
constexpr const char *bookTables[] = {"schema_version", "meta",       "coupon",    "push",
                                      "issue",          "doubt",      "set_aside", "audit",
                                      "life",           "chronicle",  "act",       "tally",
                                      "refusal",        "stock_turn", "webhook",   "webhook_receiver",
                                      "standing",       "token",      "approval"};
constexpr const char *bookFunctions[] = {
    "audit_only_grows()", "tally_fold()", "tally_coupon()", "tally_issue()",
    "issue_batch(bigint[], text[], bigint[], bigint[], bigint[], bigint)"};

/// A running server reads its tokens once a second, whatever else it does.
constexpr std::chrono::milliseconds serverSpeaks{2500};

/// Fails if a server of ours uses the database. A connection kept open by a pooler proves nothing: it must
/// have been used recently.
Result<void> isAlone(Session &session)
{
    QString since;
    const auto asked = eachRow(session, QStringLiteral("SELECT CAST(clock_timestamp() AS text)"), {},
                               [&since](const QSqlQuery &row) { since = row.value(0).toString(); });
    if (!asked)
        return asked;
    std::this_thread::sleep_for(serverSpeaks);
    const auto others = number(session,
                               QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE datname ="
                                              " current_database() AND pid <> pg_backend_pid() AND"
                                              " application_name = current_setting('application_name') AND"
                                              " query_start > CAST(? AS timestamptz)"),
                               {since});
    if (!others)
        return std::unexpected(others.error());
    return *others > 0 ? failure(Trouble::Conflict,
                                 QStringLiteral("another server works on this database: end it first"),
                                 {serviceTrouble, anotherServer})
                       : Result<void>{};
}

Result<void> moveBook(Session &session, const QString &name)
{
    const QString schema = QStringLiteral("\"%1\"").arg(name); // shelfName() permits no quotes
    if (const auto made = session.execute(QStringLiteral("CREATE SCHEMA ") + schema); !made)
        return made;
    const auto move = [&](const char *kind, const char *what) {
        return session.execute(QStringLiteral("ALTER %1 %2 SET SCHEMA %3")
                                   .arg(QLatin1String(kind), QLatin1String(what), schema));
    };
    for (const char *table : bookTables) {
        if (const auto moved = move("TABLE", table); !moved)
            return moved;
    }
    for (const char *function : bookFunctions) {
        if (const auto moved = move("FUNCTION", function); !moved)
            return moved;
    }
    return {};
}

Result<void> turnInOne(Session &session, const Turn &turn, const AtStep &at)
{
    const auto figures = figuresOf(session);
    const auto tokens = book::tokens(session);
    if (!figures || !tokens)
        return std::unexpected(figures ? tokens.error() : figures.error());
    auto done = mayEnd(*figures);
    if (done)
        done = noteEnd(session, turn, *figures);
    if (done)
        done = at(Step::EndNoted);
    if (done)
        done = moveBook(session, turn.name);
    if (done)
        done = at(Step::Kept);
    if (done)
        done = migrate(session);
    if (done)
        done = noteBeginning(session, turn, *tokens);
    return done ? at(Step::FreshMade) : done;
}

} // namespace

/// A schema in the login's search path would hide the empty book behind the old one.
Result<void> isFreeSchema(const DatabaseUrl &url, const QString &name)
{
    const auto session = Session::open(url);
    if (!session)
        return std::unexpected(session.error());
    const auto taken =
        number(**session, QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = ?"), {name});
    const auto searched = number(
        **session,
        QStringLiteral(
            "SELECT CASE WHEN current_user = CAST(? AS text) OR CAST(? AS text) = ANY (string_to_array("
            "translate(current_setting('search_path'), '\" ', ''), ',')) THEN 1 ELSE 0 END"),
        {name, name});
    if (!taken || !searched)
        return std::unexpected(taken ? searched.error() : taken.error());
    if (*taken > 0)
        return failure(Trouble::Conflict,
                       QStringLiteral("there is a schema named \"%1\" in the database").arg(name),
                       {nameTaken});
    return *searched > 0 ? failure(Trouble::Conflict,
                                   QStringLiteral(
                                       "\"%1\" is where this login looks for its tables: choose another name")
                                       .arg(name),
                                   {nameTaken})
                         : Result<void>{};
}

Result<void> examinePostgresql(const DatabaseUrl &url, const QString &name)
{
    if (const auto isFree = isFreeName(url, name); !isFree)
        return isFree;
    const auto session = Session::open(url);
    return session ? isAlone(**session) : std::unexpected(session.error());
}

Result<void> keepPostgresql(const DatabaseUrl &url, const Turn &turn, const AtStep &at)
{
    const auto session = Session::open(url);
    if (!session)
        return std::unexpected(session.error());
    return (*session)->transaction([&] { return turnInOne(**session, turn, at); });
}

} // namespace seonchak::newsale
