// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/rebuild.h"

#include "core/database/sql_pool.h"
#include "core/redis/connection.h"
#include "core/redis/pending_entry.h"

#include <QSet>

namespace seonchak {

namespace {
constexpr int slice = 5000;

QByteArray codeOf(const QByteArray &held)
{
    const auto entry = PendingEntry::parse(held);
    return entry ? entry->code : QByteArray();
}
} // namespace

QCoro::Task<Result<void>> Rebuild::fillStock(const std::vector<std::pair<QByteArray, QByteArray>> &kept)
{
    QSet<QByteArray> held;
    for (const auto &[user, entry] : kept)
        held.insert(codeOf(entry));
    CouponId after = 0;
    for (;;) {
        std::function<Result<std::vector<book::StockRow>>(Session &)> work = [after](Session &session) {
            return book::stockAfter(session, after, slice);
        };
        const auto rows = co_await m.pool.run<std::vector<book::StockRow>>(std::move(work));
        if (!rows)
            co_return std::unexpected(rows.error());
        if (rows->empty())
            co_return Result<void>{};
        std::vector<QByteArray> push{"RPUSH", m.keys.rebuiltAvailable()};
        for (const auto &row : *rows) {
            if (!held.contains(row.code))
                push.push_back(row.code);
        }
        if (push.size() > 2) {
            const auto pushed = co_await command(std::move(push));
            if (!pushed)
                co_return pushed;
        }
        after = rows->back().id;
    }
}

QCoro::Task<Result<qint64>> Rebuild::fillUsers()
{
    UserId after = 0;
    qint64 users = 0;
    for (;;) {
        std::function<Result<std::vector<book::IssuedRow>>(Session &)> work = [after](Session &session) {
            return book::issuedUsersAfter(session, after, slice);
        };
        const auto rows = co_await m.pool.run<std::vector<book::IssuedRow>>(std::move(work));
        if (!rows)
            co_return std::unexpected(rows.error());
        if (rows->empty())
            co_return users;
        std::vector<QByteArray> set{"MSET"};
        for (const auto &row : *rows) {
            set.push_back(m.keys.user(row.user));
            set.push_back(row.code);
        }
        const auto done = co_await command(std::move(set));
        if (!done)
            co_return std::unexpected(done.error());
        users += qint64(rows->size());
        after = rows->back().user;
    }
}

/// Reservations that an older Redis still names are doubts worth asking about, unless the book knows their
/// end.
QCoro::Task<Result<std::vector<std::pair<QByteArray, QByteArray>>>> Rebuild::pendingWorthKeeping()
{
    using Entries = std::vector<std::pair<QByteArray, QByteArray>>;
    std::vector<QByteArray> ask{"HGETALL", m.keys.pending()};
    const auto reply = co_await m.redis.commandTask(std::move(ask));
    if (!reply)
        co_return std::unexpected(reply.error());
    Entries found;
    for (std::size_t i = 0; i + 1 < reply->items.size(); i += 2)
        found.emplace_back(reply->items[i].text, reply->items[i + 1].text);
    std::function<Result<Entries>(Session &)> work =
        [found = std::move(found)](Session &session) -> Result<Entries> {
        Entries kept;
        for (const auto &[user, held] : found) {
            const auto holder = book::byUser(session, user.toLongLong());
            const auto coupon = book::byCode(session, codeOf(held));
            if (!holder || !coupon)
                return std::unexpected(!holder ? holder.error() : coupon.error());
            const bool open = !*holder && *coupon && (*coupon)->status == CouponStatus::Available;
            if (open)
                kept.emplace_back(user, held);
        }
        return kept;
    };
    co_return co_await m.pool.run<Entries>(std::move(work));
}

QCoro::Task<Result<void>> Rebuild::fillPending(const std::vector<std::pair<QByteArray, QByteArray>> &kept)
{
    std::function<Result<std::vector<book::DoubtRow>>(Session &)> work = [](Session &session) {
        return book::doubts(session);
    };
    const auto rows = co_await m.pool.run<std::vector<book::DoubtRow>>(std::move(work));
    if (!rows)
        co_return std::unexpected(rows.error());
    std::vector<QByteArray> set{"HSET", m.keys.rebuiltPending()};
    for (const auto &row : *rows) {
        set.push_back(QByteArray::number(row.user));
        set.push_back(PendingEntry{row.reservation, row.since, true, 0, row.code}.toText());
    }
    for (const auto &[user, held] : kept) {
        set.push_back(user);
        set.push_back(held);
    }
    if (set.size() == 2)
        co_return Result<void>{};
    co_return co_await command(std::move(set));
}

} // namespace seonchak
