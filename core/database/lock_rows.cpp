// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/lock_rows.h"

#include "core/database/coupon_book.h"
#include "core/database/session.h"

#include <QSqlQuery>

namespace seonchak::book {

namespace {

struct Candidate
{
    Coupon coupon;
    int version = 0;
};

Result<std::optional<Candidate>> firstAvailable(Session &session, const QString &lock)
{
    const QString sql = QStringLiteral("SELECT id, code, created_at, version FROM coupon WHERE status = 2"
                                       " ORDER BY id LIMIT 1") +
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

/// Marks the row issued if it is still what was read. False: somebody else was faster.
Result<bool> take(Session &session, Candidate &candidate, UserId user, WallMs now)
{
    const auto marked = session.run(QStringLiteral("UPDATE coupon SET status = 4, version = version + 1"
                                                   " WHERE id = ? AND version = ? AND status = 2"),
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
    return true;
}

/// The user's coupon, if there is one by now.
Result<std::optional<Locked>> already(Session &session, UserId user)
{
    const auto theirs = byUser(session, user);
    if (!theirs)
        return std::unexpected(theirs.error());
    if (!*theirs)
        return std::nullopt;
    return Locked{Locked::Kind::Already, **theirs, 0};
}

Result<void> lockAndTake(Session &session, UserId user, WallMs now, Locked &result)
{
    const auto theirs = already(session, user);
    if (!theirs || *theirs) {
        if (theirs)
            result = **theirs;
        return theirs ? Result<void>{} : std::unexpected(theirs.error());
    }
    const bool rowLocks = session.engine() == DatabaseUrl::Engine::Postgresql;
    const QString lock = rowLocks ? QStringLiteral(" FOR UPDATE") : QString();
    for (;;) {
        auto candidate = firstAvailable(session, lock);
        if (!candidate)
            return std::unexpected(candidate.error());
        if (*candidate) {
            const auto taken = take(session, **candidate, user, now);
            if (!taken)
                return std::unexpected(taken.error());
            result = {Locked::Kind::Issued, (*candidate)->coupon, 0};
            return {};
        }
        // PostgreSQL looks again at a row it waited for; if that one was taken meanwhile the LIMIT 1 comes
        // back empty although there are more. Only an unlocked look says "sold out".
        const auto left =
            rowLocks ? firstAvailable(session, {}) : Result<std::optional<Candidate>>(std::nullopt);
        if (!left || !*left)
            return left ? Result<void>{} : std::unexpected(left.error());
    }
}

} // namespace

Result<Locked> issueUnderRowLock(Session &session, UserId user, WallMs now)
{
    Locked result;
    const auto done = session.transaction([&] { return lockAndTake(session, user, now, result); });
    if (done)
        return result;
    if (done.error().trouble ==
        Trouble::Conflict) { // The same user, twice at once: the unique row says who was first.
        const auto theirs = already(session, user);
        if (theirs && *theirs)
            return **theirs;
    }
    return std::unexpected(done.error());
}

Result<Locked> issueByVersion(Session &session, UserId user, int mostTries, WallMs now)
{
    for (int retries = 0; retries < mostTries; ++retries) {
        const auto theirs = already(session, user);
        if (!theirs)
            return std::unexpected(theirs.error());
        if (*theirs)
            return **theirs;
        auto candidate = firstAvailable(session, {});
        if (!candidate)
            return std::unexpected(candidate.error());
        if (!*candidate)
            return Locked{Locked::Kind::SoldOut, {}, retries};
        bool taken = false;
        const auto done = session.transaction([&]() -> Result<void> {
            const auto marked = take(session, **candidate, user, now);
            taken = marked && *marked;
            return marked ? Result<void>{} : std::unexpected(marked.error());
        });
        if (!done && done.error().trouble != Trouble::Conflict)
            return std::unexpected(done.error());
        if (done && taken)
            return Locked{Locked::Kind::Issued, (*candidate)->coupon, retries};
    }
    return Locked{Locked::Kind::GaveUp, {}, mostTries};
}

} // namespace seonchak::book
