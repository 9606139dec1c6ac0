// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_acts.h"

#include "core/database/book/book_audit.h"
#include "core/database/book/row_names.h"
#include "core/database/engine/rows.h"

namespace seonchak::book {

namespace {

constexpr WallMs keptFor = 24LL * 3600 * 1000;
constexpr WallMs decidedWithin = 30 * keptFor; ///< how long an interrupted act is offered
constexpr int keptMost = 5000;
constexpr qint64 keptBytes = 64LL * 1024 * 1024;
/// More than one slice: the trail should show that it has begun.
constexpr qint64 longAct = 5000;

Result<std::vector<Act>> acts(Session &session, const QString &where, const QVariantList &values)
{
    std::vector<Act> found;
    const QString columns =
        QStringLiteral("SELECT id, keyed, fingerprint, owner, beat, state, actor, action, detail, total,"
                       " slice, made, moved, note, begun_at FROM act WHERE ");
    const auto read = eachRow(session, columns + where, values, [&](const QSqlQuery &row) {
        const auto text = [&](int column) { return row.value(column).toString(); };
        const auto n = [&](int column) { return row.value(column).toLongLong(); };
        found.push_back({text(0), n(1) != 0, text(2), text(3), n(4), n(5) == int(ActState::Done),
                         n(5) == int(ActState::Cut), text(6), text(7), text(8), n(9), n(10), n(11), n(12),
                         row.value(13).toByteArray(), n(14)});
    });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

/// PostgreSQL: blocks other changes of this act, and waits for a try whose commit is still under way.
QString locked(const Session &session)
{
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    return sqlite ? QString() : QStringLiteral(" FOR UPDATE");
}

Result<void> tell(Session &session, const Act &act, const QString &result, WallMs now)
{
    return writeAudit(session, {0, now, act.actor, act.action, act.detail, result});
}

/// Deletes answers older than a day, and the oldest beyond a number and a size; acts that wait for a decision
/// later.
Result<void> prune(Session &session, WallMs now)
{
    return withoutCount(affected(
        session,
        "DELETE FROM act WHERE owner = '' AND ((state = {act.Cut} AND ended_at < ?) OR"
        " (state <> {act.Cut} AND (ended_at < ? OR id IN (SELECT id FROM (SELECT"
        " id, row_number() OVER (ORDER BY ended_at DESC, id) AS place, sum(length(note)) OVER"
        " (ORDER BY ended_at DESC, id) AS bytes FROM act WHERE owner = '' AND state <> {act.Cut}) AS a"
        " WHERE place > ? OR (place > 1 AND bytes > ?)))))"_sql,
        {now - decidedWithin, now - keptFor, keptMost, keptBytes}));
}

/// Whether it will take more than one slice.
Result<bool> isLong(Session &session, const Act &act)
{
    if (act.total > 0)
        return act.total > longAct;
    const bool voids = act.action == QStringLiteral("void");
    const auto rows = number(session,
                             "SELECT (SELECT count(*) FROM (SELECT 1 FROM coupon WHERE status = {Staged}"
                             " LIMIT ?) AS s) + (SELECT count(*) FROM (SELECT 1 FROM coupon"
                             " WHERE status = {Available} LIMIT ?) AS a)"_sql,
                             {longAct + 1, voids ? longAct + 1 : 0});
    return rows ? Result<bool>(*rows > longAct) : std::unexpected(rows.error());
}

Result<Begun> insertAct(Session &session, const Act &wanted, WallMs now)
{
    const auto added = affected(session,
                                "INSERT INTO act (id, keyed, fingerprint, owner, beat, state, actor, action,"
                                " detail, total, slice, last_made, made, moved, note, begun_at, ended_at)"
                                " VALUES (?, ?, ?, ?, 0, {act.Open}, ?, ?, ?, ?, 0, 0, 0, 0, ?, ?, ?)"_sql,
                                {wanted.id, wanted.keyed ? 1 : 0, storable(wanted.fingerprint), wanted.owner,
                                 storable(wanted.actor), wanted.action, storable(wanted.detail), wanted.total,
                                 wanted.note.isEmpty() ? QByteArray("") : wanted.note, now, now});
    if (!added)
        return std::unexpected(added.error());
    const auto lengthy = isLong(session, wanted);
    if (!lengthy)
        return std::unexpected(lengthy.error());
    if (*lengthy || wanted.announced) {
        if (const auto told = tell(session, wanted, QStringLiteral("begun"), now); !told)
            return std::unexpected(told.error());
    }
    if (const auto pruned = prune(session, now); !pruned)
        return std::unexpected(pruned.error());
    Begun begun{Begun::Kind::Mine, wanted};
    begun.act.begunAt = now;
    return begun;
}

} // namespace

Result<Begun> beginAct(Session &session, const Act &wanted, qint64 deadBeat, WallMs now)
{
    const auto found = acts(session, QStringLiteral("id = ?") + locked(session), {wanted.id});
    if (!found)
        return std::unexpected(found.error());
    if (found->empty())
        return insertAct(session, wanted, now);
    Begun begun{Begun::Kind::Mine, found->front()};
    Act &act = begun.act;
    if (act.fingerprint != wanted.fingerprint)
        begun.kind = Begun::Kind::Mismatch;
    else if (act.done && act.moved == voidedAtDesk)
        return failure(Trouble::Conflict,
                       QStringLiteral("what this request made has been voided by an operator"));
    else if (act.done)
        begun.kind = Begun::Kind::Answered;
    else if (!act.owner.isEmpty() && act.owner != wanted.owner && act.beat != deadBeat)
        begun.kind = Begun::Kind::Running;
    if (begun.kind != Begun::Kind::Mine || act.owner == wanted.owner)
        return begun;
    const auto taken = affected(session,
                                "UPDATE act SET owner = ?, state = {act.Open}, beat = beat + 1, actor = ?"
                                " WHERE id = ?"_sql,
                                {wanted.owner, storable(wanted.actor), act.id});
    if (!taken)
        return std::unexpected(taken.error());
    act.owner = wanted.owner;
    act.actor = wanted.actor;
    const auto told = tell(session, act, QStringLiteral("goes on after %1").arg(act.made), now);
    return told ? Result<Begun>(begun) : std::unexpected(told.error());
}

Result<qint64> inAct(Session &session, const ActStep &step, const std::function<Result<qint64>()> &work)
{
    if (step.act.isEmpty())
        return work();
    QString owner;
    qint64 slice = -1;
    qint64 before = 0;
    const auto read = eachRow(
        session, QStringLiteral("SELECT owner, slice, last_made FROM act WHERE id = ?") + locked(session),
        {step.act}, [&](const QSqlQuery &row) {
            owner = row.value(0).toString();
            slice = row.value(1).toLongLong();
            before = row.value(2).toLongLong();
        });
    if (!read)
        return std::unexpected(read.error());
    if (slice < 0 || owner != step.owner)
        return failure(Trouble::KeyRunning, QStringLiteral("another server has taken this act over"));
    if (slice >= step.slice)
        return before;
    const auto made = work();
    if (!made)
        return made;
    const auto noted = affected(session,
                                QStringLiteral("UPDATE act SET slice = ?, last_made = ?, made = made + ?,"
                                               " beat = beat + 1 WHERE id = ?"),
                                {step.slice, *made, *made, step.act});
    return noted ? made : noted;
}

Result<Act> readAct(Session &session, const QString &id)
{
    auto found = acts(session, QStringLiteral("id = ?"), {id});
    if (!found)
        return std::unexpected(found.error());
    if (found->empty())
        return failure(Trouble::NotFound, QStringLiteral("there is no such act"));
    return found->front();
}

Result<void> noteAct(Session &session, const QString &id, const QByteArray &note)
{
    return withoutCount(
        affected(session, QStringLiteral("UPDATE act SET note = ? WHERE id = ?"), {note, id}));
}

bool canBeFinished(const Act &act)
{
    return act.action != QStringLiteral("void") || act.total == 0;
}

Result<void> endAct(Session &session, const Act &act, const QString &result, WallMs now)
{
    // The book's counts decide, not the caller's: a repeat must find a keyed act that made something.
    auto ended = Result<qint64>(0);
    if (act.cut && !act.done && canBeFinished(act))
        ended = affected(session,
                         "UPDATE act SET owner = '', state = {act.Cut}, ended_at = ? WHERE id = ?"
                         " AND owner = ? AND made > 0"_sql,
                         {now, act.id, act.owner});
    if (ended && *ended == 0 && (!act.keyed || !act.done))
        ended = affected(
            session, QStringLiteral("DELETE FROM act WHERE id = ? AND owner = ? AND (keyed = 0 OR made = 0)"),
            {act.id, act.owner});
    if (ended && *ended == 0)
        ended =
            affected(session,
                     QStringLiteral("UPDATE act SET owner = '', state = ?, moved = ?, ended_at = ?"
                                    " WHERE id = ? AND owner = ?"),
                     {int(act.done ? ActState::Done : ActState::Open), act.moved, now, act.id, act.owner});
    if (!ended || *ended == 0)
        return withoutCount(ended);
    return tell(session, act, result, now);
}

Result<void> beatActs(Session &session, const QList<QString> &owners)
{
    for (const QString &owner : owners) {
        const auto beaten = affected(
            session, "UPDATE act SET beat = beat + 1 WHERE state = {act.Open} AND owner = ?"_sql, {owner});
        if (!beaten)
            return std::unexpected(beaten.error());
    }
    return {};
}

Result<std::vector<Act>> ownedActs(Session &session)
{
    return acts(session, "state = {act.Open} AND owner <> ''"_sql, {});
}

Result<bool> breakOffAct(Session &session, const Act &act, WallMs now)
{
    const QString same = " WHERE id = ? AND owner = ? AND beat = ? AND state = {act.Open}"_sql;
    const QVariantList which{act.id, act.owner, act.beat};
    const auto ended =
        act.made > 0 && canBeFinished(act)
            ? affected(session, "UPDATE act SET owner = '', state = {act.Cut}, ended_at = ?"_sql + same,
                       QVariantList{now} + which)
        : act.keyed ? affected(session, QStringLiteral("UPDATE act SET owner = '', ended_at = ?") + same,
                               QVariantList{now} + which)
                    : affected(session, QStringLiteral("DELETE FROM act") + same, which);
    if (!ended || *ended == 0)
        return ended ? Result<bool>(false) : std::unexpected(ended.error());
    const QString far = act.total > 0
                            ? QStringLiteral("broke off after %1 of %2").arg(act.made).arg(act.total)
                            : QStringLiteral("broke off after %1").arg(act.made);
    const auto told = tell(session, act, far, now);
    return told ? Result<bool>(true) : std::unexpected(told.error());
}

Result<qint64> undelivered(Session &session, const QString &act)
{
    return number(session,
                  "SELECT count(*) FROM push p JOIN coupon c ON c.id BETWEEN p.first_id AND"
                  " p.last_id AND c.batch = p.batch AND c.status = {Pushing}"
                  " WHERE p.act = ? AND p.finished = 0"_sql,
                  {act});
}

Result<std::vector<qint64>> openPushes(Session &session, const QString &act)
{
    std::vector<qint64> batches;
    const auto read = eachRow(
        session, QStringLiteral("SELECT batch FROM push WHERE act = ? AND finished = 0 ORDER BY batch"),
        {act}, [&](const QSqlQuery &row) { batches.push_back(row.value(0).toLongLong()); });
    if (!read)
        return std::unexpected(read.error());
    return batches;
}

Result<qint64> pushedAmong(Session &session, const std::vector<CouponId> &ids)
{
    return number(
        session,
        "SELECT count(*) FROM coupon WHERE status >= {Available} AND id IN (SELECT value FROM "_sql +
            eachNumber(session) + u')',
        {jsonOf(ids)});
}

Result<void> ownPush(Session &session, qint64 batch, const QString &act)
{
    if (act.isEmpty())
        return {};
    return withoutCount(
        affected(session, QStringLiteral("UPDATE push SET act = ? WHERE batch = ?"), {act, batch}));
}

} // namespace seonchak::book
