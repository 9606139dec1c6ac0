// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/repair/doubt_desk.h"

#include "core/database/book/book_reads.h"
#include "core/database/engine/sql_pool.h"
#include "core/redis/connection.h"
#include "core/redis/pending_scan.h"

namespace seonchak {

namespace {
/// The settler soon asks again about a doubt that is still open.
constexpr std::chrono::milliseconds nextRound{1000};

std::unexpected<Error> noDoubt(qint64 reservation)
{
    return failure(Trouble::NotFound, QStringLiteral("no doubt %1 is open").arg(reservation));
}
} // namespace

DoubtDesk::DoubtDesk(Parts parts)
    : m(std::move(parts))
{
}

QCoro::Task<Result<DoubtDesk::Ended>> DoubtDesk::settle(qint64 reservation, DoubtOrder order, QString actor)
{
    if (!m.readiness.isOpen())
        co_return failure(Trouble::Unavailable, QStringLiteral("Redis is away or being rebuilt"));
    const auto open = co_await find(reservation);
    if (!open)
        co_return std::unexpected(open.error());
    if (!m.settler.take(reservation))
        co_return failure(Trouble::Conflict, QStringLiteral("it is being asked just now"));
    auto ended = co_await carryOut(reservation, order, std::move(actor));
    m.settler.release(reservation);
    co_return ended;
}

QCoro::Task<Result<DoubtDesk::Ended>> DoubtDesk::carryOut(qint64 reservation, DoubtOrder order, QString actor)
{
    // Read again: a round may have ended the doubt before we took it.
    const auto open = co_await find(reservation);
    if (!open)
        co_return std::unexpected(open.error());
    const auto claimed = co_await claim(*open);
    if (!claimed)
        co_return std::unexpected(claimed.error());
    Ended ended;
    ended.settled = co_await m.settler.carryOut(*claimed, order, std::move(actor));
    std::function<Result<std::optional<Coupon>>(Session &)> read = [code = open->code](Session &session) {
        return book::byCode(session, code);
    };
    const auto coupon = co_await m.pool.run<std::optional<Coupon>>(std::move(read));
    if (coupon && *coupon)
        ended.coupon = **coupon;
    if (ended.settled.end != Settled::End::StillUnknown)
        co_return ended;
    if (ended.coupon.status == CouponStatus::Issued) { // The settler updates Redis.
        ended.settled.end = Settled::End::Issued;
        ended.settled.holder = ended.coupon.userId.value_or(open->user);
    }
    const auto again = co_await m.gate.markDoubt(claimed->reservation, nextRound);
    Q_UNUSED(again) // Otherwise the settler continues when our lease ends.
    co_return ended;
}

QCoro::Task<Result<Claim>> DoubtDesk::claim(OpenDoubt doubt)
{
    const Reservation reservation{Reservation::Kind::Reserved, doubt.user, doubt.code, doubt.reservation,
                                  m.readiness.generation(),    0,          true};
    const bool ours = m.settler.hasLease(doubt.reservation);
    auto claimed = co_await m.claims.claimOne(reservation, doubt.since, false);
    if (claimed && claimed->kind == NamedClaim::Kind::Claimed && !ours && claimed->othersLease.count() > 0) {
        // Another server may be asking now: it ends within its lease.
        const Promised<bool> turn = m_delays.after(int(claimed->othersLease.count()));
        const bool waited = co_await turn;
        if (!waited)
            co_return failure(Trouble::Unavailable, QStringLiteral("the program is ending"));
        claimed = co_await m.claims.claimOne(reservation, doubt.since, false);
    }
    if (claimed && claimed->kind == NamedClaim::Kind::Gone) {
        // A doubt is closed in the book before it is ended: if it is still open there, Redis lost it.
        const auto still = co_await find(doubt.reservation);
        if (!still)
            co_return std::unexpected(still.error());
        claimed = co_await m.claims.claimOne(reservation, doubt.since, true);
    }
    if (!claimed)
        co_return std::unexpected(claimed.error());
    if (claimed->kind != NamedClaim::Kind::Claimed)
        co_return failure(Trouble::Conflict,
                          QStringLiteral("its user or its code is in another issue by now"));
    Claim claim{reservation, claimed->ageMs, true};
    co_return claim;
}

QCoro::Task<Result<OpenDoubt>> DoubtDesk::find(qint64 reservation)
{
    std::function<Result<std::optional<OpenDoubt>>(Session &)> read = [reservation](Session &session) {
        return book::openDoubt(session, reservation);
    };
    const auto found = co_await m.pool.run<std::optional<OpenDoubt>>(std::move(read));
    if (!found)
        co_return std::unexpected(found.error());
    if (*found)
        co_return **found;
    co_return co_await findInRedis(reservation);
}

/// If the database was unavailable when the doubt began, only Redis knows it.
QCoro::Task<Result<OpenDoubt>> DoubtDesk::findInRedis(qint64 reservation)
{
    for (PendingScan scan(m.redis, m.keys.pending()); !scan.isAtEnd();) {
        const auto rows = co_await scan.next();
        if (!rows)
            co_return std::unexpected(rows.error());
        for (const auto &row : *rows) {
            if (!row.entry || row.entry->number != reservation || !row.entry->doubt)
                continue;
            OpenDoubt doubt;
            doubt.reservation = reservation;
            doubt.user = row.user.toLongLong();
            doubt.since = row.entry->started;
            doubt.code = row.entry->code;
            co_return doubt;
        }
    }
    co_return noDoubt(reservation);
}

} // namespace seonchak
