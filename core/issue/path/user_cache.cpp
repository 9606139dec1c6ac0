// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/path/user_cache.h"

#include "core/coupon/code_generator.h"
#include "core/database/book/hook_rows.h"
#include "core/database/book/stock_rows.h"
#include "core/database/journal/journal.h"

namespace seonchak {

namespace {
constexpr int codeLength = 12;
} // namespace

UserCache::UserCache(StepParts parts, Journal &journal, QStringList hooks)
    : RedisStep(std::move(parts))
    , m_journal(journal)
    , m_hooks(std::move(hooks))
{
}

Task<IssueOutcome> UserCache::step(UserId user)
{
    const auto existing = co_await get(user);
    if (!existing)
        co_return IssueOutcome::of(IssueOutcome::Kind::Unavailable, existing.error().detail);
    if (!existing->text.isEmpty())
        co_return co_await alreadyHas(existing->text);

    const WallMs now = m.clock.wallMs();
    std::function<Result<Coupon>(Session &)> make = [user, now,
                                                     hooks = m_hooks](Session &session) -> Result<Coupon> {
        CodeGenerator generator({}, codeLength);
        auto made = book::addIssued(session, generator.next(), user, now);
        if (!made)
            return made;
        const HookEvent event[] = {book::issuedEvent(made->id, user, now)};
        const auto told = book::tellHooks(session, hooks, event);
        return told ? std::move(made) : std::unexpected(told.error());
    };
    if (m.failpoints)
        co_await m.failpoints->reach("save-coupon", Edge::Before, user);
    const auto coupon = co_await m_journal.write<Coupon>(std::move(make));
    if (m.failpoints)
        co_await m.failpoints->reach("save-coupon", Edge::After, user);
    if (!coupon && coupon.error().trouble == Trouble::Conflict) {
        auto theirs = co_await m.book.byUser(user);
        if (theirs && *theirs)
            co_return IssueOutcome::with(IssueOutcome::Kind::Already, **theirs);
    }
    if (!coupon)
        co_return IssueOutcome::of(IssueOutcome::Kind::Unavailable, coupon.error().detail);

    m.counters.popped.fetch_add(1); // set() counts a failure as landed, like the other strategies.
    const auto saved = co_await set(user, coupon->code);
    if (saved)
        m.counters.landed.fetch_add(1);
    co_return IssueOutcome::with(IssueOutcome::Kind::Valid, *coupon);
}

} // namespace seonchak
