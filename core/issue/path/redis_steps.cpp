// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/path/redis_steps.h"

#include "core/redis/connection.h"

#include <QUuid>

namespace seonchak {

namespace {
using Kind = IssueOutcome::Kind;

IssueOutcome away(const Error &error)
{
    return IssueOutcome::of(Kind::Unavailable, error.detail);
}

Kind kindOfFailure(SendOutcome sent)
{
    return sent == SendOutcome::Cancelled ? Kind::Unavailable : Kind::PartnerFailed;
}
} // namespace

Task<IssueOutcome> RedisLpop::step(UserId user)
{
    const auto existing = co_await get(user);
    if (!existing)
        co_return away(existing.error());
    if (!existing->text.isEmpty())
        co_return co_await alreadyHas(existing->text);

    const auto code = co_await leftPop(user);
    if (!code)
        co_return away(code.error());
    if (code->text.isEmpty())
        co_return IssueOutcome::of(Kind::SoldOut);

    const auto saved = co_await set(user, code->text);
    if (!saved)
        co_return away(saved.error()); // The code is lost here, as in the listing.
    co_return co_await valid(user, code->text);
}

Task<IssueOutcome> RedisLpopLossy::step(UserId user)
{
    const auto existing = co_await get(user);
    if (!existing)
        co_return away(existing.error());
    if (!existing->text.isEmpty())
        co_return co_await alreadyHas(existing->text);

    const auto code = co_await leftPop(user);
    if (!code)
        co_return away(code.error());
    if (code->text.isEmpty())
        co_return IssueOutcome::of(Kind::SoldOut);

    const auto sent = co_await sendToPartner(user, code->text);
    if (sent != SendOutcome::Accepted) {
        m.counters.landed.fetch_add(1); // A code has left the stock that nobody gets: the documents' loss.
        co_return IssueOutcome::about(kindOfFailure(sent), code->text);
    }

    const auto saved = co_await set(user, code->text);
    if (!saved)
        co_return away(saved.error());
    co_return co_await valid(user, code->text);
}

Task<IssueOutcome> RedisLpopCompensate::step(UserId user)
{
    const auto existing = co_await get(user);
    if (!existing)
        co_return away(existing.error());
    if (!existing->text.isEmpty())
        co_return co_await alreadyHas(existing->text);

    const auto code = co_await leftPop(user);
    if (!code)
        co_return away(code.error());
    if (code->text.isEmpty())
        co_return IssueOutcome::of(Kind::SoldOut);

    const auto sent = co_await sendToPartner(user, code->text);
    if (sent != SendOutcome::Accepted) {
        const auto restored = co_await rightPush(user, code->text);
        m.counters.landed.fetch_add(1);
        if (restored)
            m.counters.add(Counter::StepCompensations);
        auto outcome = IssueOutcome::about(kindOfFailure(sent), code->text);
        outcome.restored = restored.has_value();
        co_return outcome;
    }

    const auto saved = co_await set(user, code->text);
    if (!saved)
        co_return away(saved.error());
    co_return co_await valid(user, code->text);
}

RedisStep::RedisStep(StepParts parts)
    : m(std::move(parts))
    , m_door(m.redis, m.readiness)
{
}

Task<IssueOutcome> RedisStep::issue(UserId user)
{
    const Readiness::Passage passage(m.readiness);
    bool open = m_door.isOpen();
    if (!open)
        open = co_await m_door.opens();
    if (!open)
        co_return IssueOutcome::of(Kind::Unavailable,
                                   QStringLiteral("Redis and the book are being reconciled"));
    co_return co_await step(user);
}

Task<RedisResult> RedisStep::ask(std::vector<QByteArray> command)
{
    auto reply = co_await m.redis.commandTask(std::move(command));
    if (!reply && reply.error().trouble != Trouble::Uncertain)
        m.readiness.wake(); // Redis may refuse this to every request.
    co_return reply;
}

Task<Result<StepCode>> RedisStep::get(UserId user)
{
    if (m.failpoints)
        co_await m.failpoints->reach("read-user-key", Edge::Before, user);
    std::vector<QByteArray> command{"GET", m.keys.user(user)};
    auto reply = co_await ask(command);
    if (!reply && m.redis.isReviving()) { // Reading twice is harmless, unlike the commands that follow.
        const bool open = co_await m_door.opens();
        Q_UNUSED(open) // If Redis is away, the command fails and says so.
        reply = co_await ask(std::move(command));
    }
    if (m.failpoints)
        co_await m.failpoints->reach("read-user-key", Edge::After, user);
    co_return reply ? Result<StepCode>(StepCode{reply->text}) : std::unexpected(reply.error());
}

Task<Result<StepCode>> RedisStep::leftPop(UserId user)
{
    if (m.failpoints)
        co_await m.failpoints->reach("lpop", Edge::Before, user);
    std::vector<QByteArray> command{"LPOP", m.keys.available()};
    const auto reply = co_await ask(std::move(command));
    if (!reply)
        co_return std::unexpected(reply.error());
    if (!reply->isNil())
        m.counters.popped.fetch_add(1);
    if (m.failpoints)
        co_await m.failpoints->reach("lpop", Edge::After, user);
    co_return StepCode{reply->text};
}

Task<Result<void>> RedisStep::rightPush(UserId user, QByteArray code)
{
    if (m.failpoints)
        co_await m.failpoints->reach("rpush", Edge::Before, user);
    std::vector<QByteArray> command{"RPUSH", m.keys.available(), std::move(code)};
    const auto reply = co_await ask(std::move(command));
    if (m.failpoints)
        co_await m.failpoints->reach("rpush", Edge::After, user);
    co_return reply ? Result<void>{} : std::unexpected(reply.error());
}

Task<Result<void>> RedisStep::set(UserId user, QByteArray code)
{
    if (m.failpoints)
        co_await m.failpoints->reach("set-user-key", Edge::Before, user);
    std::vector<QByteArray> command{"SET", m.keys.user(user), std::move(code)};
    const auto reply = co_await ask(std::move(command));
    if (!reply) {
        m.counters.landed.fetch_add(1); // No longer in transit: it is lost.
        co_return std::unexpected(reply.error());
    }
    m.counters.add(Counter::StepUsers);
    if (m.failpoints)
        co_await m.failpoints->reach("set-user-key", Edge::After, user);
    co_return Result<void>{};
}

Task<IssueOutcome> RedisStep::alreadyHas(QByteArray code)
{
    auto found = co_await m.book.byCode(code);
    if (!found)
        co_return away(found.error());
    if (!*found)
        co_return IssueOutcome::of(Kind::Unavailable,
                                   QStringLiteral("Redis knows the coupon, the database does not"));
    co_return IssueOutcome::with(Kind::Already, **found);
}

Task<IssueOutcome> RedisStep::valid(UserId user, QByteArray code)
{
    auto found = co_await m.book.byCode(code);
    const WallMs now = m.clock.wallMs();
    IssueEntry entry{user, code, 0, now, 0};
    writeBehind(std::move(entry)); // The answer does not wait for it.
    if (!found)
        co_return away(found.error());
    if (!*found)
        co_return IssueOutcome::of(Kind::Unavailable,
                                   QStringLiteral("Redis knows the coupon, the database does not"));
    Coupon coupon = **found;
    coupon.status = CouponStatus::Issued;
    coupon.userId = user;
    coupon.issuedAt = now;
    co_return IssueOutcome::with(Kind::Valid, coupon);
}

Task<> RedisStep::writeBehind(IssueEntry entry)
{
    const auto booked = co_await m.book.book(std::move(entry));
    Q_UNUSED(booked) // Nobody waits for the result: an entry that the book refuses shows in the conservation
                     // sentence.
    m.counters.landed.fetch_add(1);
}

Task<SendOutcome> RedisStep::sendToPartner(UserId user, QByteArray code)
{
    m.counters.add(Counter::PartnerCalls);
    // A new key each time: after a failure the listing calls the partner again without knowing the earlier
    // call.
    const QByteArray key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    const auto sent = co_await m.partner.send(code, user, key);
    if (sent == SendOutcome::Unknown)
        m.counters.add(Counter::PartnerUnknown);
    else if (sent != SendOutcome::Accepted && sent != SendOutcome::Cancelled)
        m.counters.add(Counter::PartnerFailures);
    co_return sent;
}

} // namespace seonchak
