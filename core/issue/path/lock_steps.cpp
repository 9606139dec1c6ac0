// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/path/lock_steps.h"

#include "core/database/book/lock_rows.h"
#include "core/database/engine/sql_pool.h"

namespace seonchak {

namespace {
using Kind = IssueOutcome::Kind;
using Locking = std::function<Result<book::Locked>(Session &)>;

IssueOutcome outcomeOf(const Result<book::Locked> &locked)
{
    if (!locked)
        return IssueOutcome::of(Kind::Unavailable, locked.error().detail);
    switch (locked->kind) {
    case book::Locked::Kind::Issued:
        return IssueOutcome::with(Kind::Valid, locked->coupon);
    case book::Locked::Kind::Already:
        return IssueOutcome::with(Kind::Already, locked->coupon);
    case book::Locked::Kind::SoldOut:
        return IssueOutcome::of(Kind::SoldOut);
    case book::Locked::Kind::GaveUp:
        return IssueOutcome::of(Kind::Conflict);
    }
    Q_UNREACHABLE();
}

/// Blocks the pool's thread at each edge.
book::LockEdge edgesOf(Failpoints &points, UserId user)
{
    return [&points, user](const char *step, bool after) {
        points.reachBlocking(step, after ? Failpoints::Edge::After : Failpoints::Edge::Before, user);
    };
}
} // namespace

DbPessimistic::DbPessimistic(LockParts parts)
    : m(parts)
{
}

Task<IssueOutcome> DbPessimistic::issue(UserId user)
{
    const Readiness::Passage passage(m.readiness);
    const WallMs now = m.clock.wallMs();
    const book::LockEdge edges = m.failpoints ? edgesOf(*m.failpoints, user) : book::LockEdge();
    Locking work = [user, now, edges, hooks = m.hooks](Session &session) {
        return book::issueUnderRowLock(session, user, now, edges, hooks);
    };
    const auto locked = co_await m.pool.run<book::Locked>(std::move(work));
    if (locked)
        m.counters.add(Counter::LockWaitNs, locked->lockWaitNs);
    co_return outcomeOf(locked);
}

DbOptimistic::DbOptimistic(LockParts parts)
    : m(parts)
{
}

Task<IssueOutcome> DbOptimistic::issue(UserId user)
{
    const Readiness::Passage passage(m.readiness);
    const WallMs now = m.clock.wallMs();
    const book::LockEdge edges = m.failpoints ? edgesOf(*m.failpoints, user) : book::LockEdge();
    Locking work = [user, now, edges, hooks = m.hooks](Session &session) {
        return book::issueByVersion(session, user, mostTries, now, edges, hooks);
    };
    const auto locked = co_await m.pool.run<book::Locked>(std::move(work));
    if (locked)
        m.counters.add(Counter::OptimisticRetries, locked->retries);
    co_return outcomeOf(locked);
}

} // namespace seonchak
