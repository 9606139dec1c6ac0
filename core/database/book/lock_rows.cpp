// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/lock_rows.h"

#include "core/database/book/coupon_book.h"
#include "core/database/book/hook_rows.h"
#include "core/database/book/row_names.h"
#include "core/database/engine/session.h"

#include <QSqlQuery>

#include <chrono>

namespace seonchak::book {

namespace {

struct Candidate
{
    Coupon coupon;
    int version = 0;
};

Result<std::optional<Candidate>> firstAvailable(Session &session, const QString &lock)
{
    const QString sql = "SELECT id, code, created_at, version FROM coupon WHERE status = {Available}"
                        " ORDER BY id LIMIT 1"_sql +
                        lock;
    const auto query = session.run(sql);
    if (!query)
        return std::unexpected(query.error());
    std::optional<Candidate> found;
    if ((*query)->next()) {
        found.emplace();
        found->coupon.id = (*query)->value(0).toLongLong();
        found->coupon.code = (*query)->value(1).toString().toUtf8();
        found->coupon.createdAt = (*query)->value(2).toLongLong();
        found->version = (*query)->value(3).toInt();
    }
    (*query)->finish();
    return found;
}

/// Marks the row issued if it is unchanged since it was read. Returns false if another transaction was
/// faster.
Result<bool> take(Session &session, Candidate &candidate, UserId user, WallMs now, const QStringList &hooks)
{
    const auto marked = session.run("UPDATE coupon SET status = {Issued}, version = version + 1"
                                    " WHERE id = ? AND version = ? AND status = {Available}"_sql,
                                    {candidate.coupon.id, candidate.version});
    if (!marked)
        return std::unexpected(marked.error());
    if ((*marked)->numRowsAffected() == 0)
        return false;
    const auto written = session.run(QStringLiteral("INSERT INTO issue (user_id, coupon_id, issued_at)"
                                                    " VALUES (?, ?, ?)"),
                                     {user, candidate.coupon.id, now});
    if (!written)
        return std::unexpected(written.error());
    candidate.coupon.status = CouponStatus::Issued;
    candidate.coupon.userId = user;
    candidate.coupon.issuedAt = now;
    const HookEvent event[] = {issuedEvent(candidate.coupon.id, user, now)};
    const auto told = tellHooks(session, hooks, event);
    return told ? Result<bool>(true) : std::unexpected(told.error());
}

/// The user's coupon, if the user has one by now.
Result<std::optional<Locked>> already(Session &session, UserId user)
{
    const auto theirs = byUser(session, user);
    if (!theirs)
        return std::unexpected(theirs.error());
    if (!*theirs)
        return std::nullopt;
    return Locked{Locked::Kind::Already, **theirs, 0, 0};
}

void tell(const LockEdge &edge, const char *step, bool after)
{
    if (edge)
        edge(step, after);
}

qint64 nowNs()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// The first AVAILABLE row, locked until the transaction ends. SQLite's transaction locks all rows.
Result<std::optional<Candidate>> lockFirst(Session &session)
{
    if (session.engine() != DatabaseUrl::Engine::Postgresql)
        return firstAvailable(session, {});
    for (;;) {
        auto candidate = firstAvailable(session, QStringLiteral(" FOR UPDATE"));
        if (!candidate || *candidate)
            return candidate;
        // PostgreSQL checks a row again after waiting for its lock; if it was taken meanwhile, LIMIT 1
        // returns nothing although there are more. Only a read without a lock can say "sold out".
        const auto left = firstAvailable(session, {});
        if (!left || !*left)
            return left;
    }
}

Result<void> lockAndTake(Session &session, UserId user, WallMs now, const LockEdge &edge,
                         const QStringList &hooks, Locked &result)
{
    const auto theirs = already(session, user);
    if (!theirs)
        return std::unexpected(theirs.error());
    if (*theirs) {
        const qint64 waited = result.lockWaitNs;
        result = **theirs;
        result.lockWaitNs = waited;
        return {};
    }
    const qint64 asked = nowNs();
    auto candidate = lockFirst(session);
    if (!candidate)
        return std::unexpected(candidate.error());
    if (session.engine() == DatabaseUrl::Engine::Postgresql)
        result.lockWaitNs = nowNs() - asked;
    tell(edge, "lock-row", true);
    if (!*candidate)
        return {};
    tell(edge, "mark-issued", false);
    const auto taken = take(session, **candidate, user, now, hooks);
    if (!taken)
        return std::unexpected(taken.error());
    tell(edge, "mark-issued", true);
    result.kind = Locked::Kind::Issued;
    result.coupon = (*candidate)->coupon;
    tell(edge, "commit", false);
    return {};
}

} // namespace

Result<Locked> issueUnderRowLock(Session &session, UserId user, WallMs now, const LockEdge &edge,
                                 const QStringList &hooks)
{
    Locked result;
    tell(edge, "lock-row", false);
    const qint64 asked = nowNs();
    const auto done = session.transaction([&]() -> Result<void> {
        // BEGIN IMMEDIATE is SQLite's lock; PostgreSQL's starts with the row.
        if (session.engine() == DatabaseUrl::Engine::Sqlite)
            result.lockWaitNs = nowNs() - asked;
        return lockAndTake(session, user, now, edge, hooks, result);
    });
    if (done) {
        if (result.kind == Locked::Kind::Issued)
            tell(edge, "commit", true);
        return result;
    }
    if (done.error().trouble ==
        Trouble::Conflict) { // The same user, twice at once: the unique constraint decides who was first.
        const auto theirs = already(session, user);
        if (theirs && *theirs)
            return **theirs;
    }
    return std::unexpected(done.error());
}

namespace {

/// One compare and set. Returns false if another transaction was faster.
Result<bool> takeByVersion(Session &session, Candidate &candidate, UserId user, WallMs now,
                           const LockEdge &edge, const QStringList &hooks)
{
    bool taken = false;
    tell(edge, "mark-issued", false); // Before BEGIN, so that two can wait here with the same version.
    const auto done = session.transaction([&]() -> Result<void> {
        const auto marked = take(session, candidate, user, now, hooks);
        if (!marked)
            return std::unexpected(marked.error());
        taken = *marked;
        tell(edge, "mark-issued", true);
        if (taken)
            tell(edge, "commit", false);
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    if (taken)
        tell(edge, "commit", true);
    return taken;
}

} // namespace

Result<Locked> issueByVersion(Session &session, UserId user, int mostTries, WallMs now, const LockEdge &edge,
                              const QStringList &hooks)
{
    for (int retries = 0; retries < mostTries; ++retries) {
        const auto theirs = already(session, user);
        if (!theirs)
            return std::unexpected(theirs.error());
        if (*theirs)
            return **theirs;
        tell(edge, "read-row", false);
        auto candidate = firstAvailable(session, {});
        if (!candidate)
            return std::unexpected(candidate.error());
        tell(edge, "read-row", true);
        if (!*candidate)
            return Locked{Locked::Kind::SoldOut, {}, retries, 0};
        const auto taken = takeByVersion(session, **candidate, user, now, edge, hooks);
        if (!taken && taken.error().trouble != Trouble::Conflict)
            return std::unexpected(taken.error());
        if (taken && *taken)
            return Locked{Locked::Kind::Issued, (*candidate)->coupon, retries, 0};
    }
    return Locked{Locked::Kind::GaveUp, {}, mostTries, 0};
}

} // namespace seonchak::book
