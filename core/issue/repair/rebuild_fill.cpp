// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/repair/rebuild_fill.h"

#include "core/database/book/coupon_book.h"
#include "core/database/book/stock_rows.h"
#include "core/database/engine/sql_pool.h"
#include "core/redis/connection.h"
#include "core/redis/pending_entry.h"

#include <QSet>

namespace seonchak {

namespace {
constexpr int stockSlice = 5000;
constexpr int usersSlice = 2500;        ///< a key and a value each: Lua's unpack() has a limit of some 8,000
constexpr std::size_t mostWords = 4000; ///< of one command

QByteArray codeOf(const QByteArray &held)
{
    const auto entry = PendingEntry::parse(held);
    return entry ? entry->code : QByteArray();
}
} // namespace

QCoro::Task<Result<void>> RebuildFill::clear(RedisContent::Kind was)
{
    std::vector<QByteArray> aside{m.keys.rebuiltAvailable(), m.keys.rebuiltPending()};
    const auto removed = co_await m.lease.run("UNLINK", std::move(aside));
    // An empty Redis had nothing of ours: anything in it now was written by another program.
    if (!removed || was == RedisContent::Kind::Empty)
        co_return removed;
    co_return co_await deleteAll(m.keys.userPrefix());
}

QCoro::Task<Result<void>> RebuildFill::deleteAll(QByteArray prefix)
{
    std::function<QCoro::Task<Result<void>>(const RedisReply &)> take = [this](const RedisReply &page) {
        return deletePage(page);
    };
    co_return co_await m.scan.eachPage(std::move(prefix), std::move(take));
}

QCoro::Task<Result<void>> RebuildFill::deletePage(const RedisReply &page)
{
    std::vector<QByteArray> keys;
    for (std::size_t i = 1; i < page.items.size(); i += ForeignScan::partsPerKey) {
        if (page.items[i].text != m.keys.rebuildLease())
            keys.push_back(page.items[i].text);
        const bool last = i + ForeignScan::partsPerKey >= page.items.size();
        if (keys.empty() || (!last && keys.size() < mostWords))
            continue;
        auto some = std::exchange(keys, {});
        const auto deleted = co_await m.lease.run("UNLINK", std::move(some));
        if (!deleted)
            co_return deleted;
    }
    co_return Result<void>{};
}

QCoro::Task<Result<void>> RebuildFill::stock(const Entries &kept)
{
    QSet<QByteArray> held;
    for (const auto &[user, entry] : kept)
        held.insert(codeOf(entry));
    CouponId after = 0;
    for (;;) {
        std::function<Result<std::vector<book::StockRow>>(Session &)> work = [after](Session &session) {
            return book::stockAfter(session, after, stockSlice);
        };
        const auto rows = co_await m.pool.run<std::vector<book::StockRow>>(std::move(work));
        if (!rows)
            co_return std::unexpected(rows.error());
        if (rows->empty())
            co_return Result<void>{};
        std::vector<QByteArray> codes;
        for (const auto &row : *rows) {
            if (!held.contains(row.code))
                codes.push_back(row.code);
        }
        if (!codes.empty()) {
            std::vector<QByteArray> to{m.keys.rebuiltAvailable()};
            const auto pushed = co_await m.lease.run("RPUSH", std::move(to), std::move(codes));
            if (!pushed)
                co_return pushed;
        }
        after = rows->back().id;
    }
}

QCoro::Task<Result<qint64>> RebuildFill::users()
{
    UserId after = 0;
    qint64 users = 0;
    for (;;) {
        std::function<Result<std::vector<book::IssuedRow>>(Session &)> work = [after](Session &session) {
            return book::issuedUsersAfter(session, after, usersSlice);
        };
        const auto rows = co_await m.pool.run<std::vector<book::IssuedRow>>(std::move(work));
        if (!rows)
            co_return std::unexpected(rows.error());
        if (rows->empty())
            co_return users;
        std::vector<QByteArray> keys;
        std::vector<QByteArray> codes;
        for (const auto &row : *rows) {
            keys.push_back(m.keys.user(row.user));
            codes.push_back(row.code);
        }
        const auto done = co_await m.lease.run("MSET", std::move(keys), std::move(codes));
        if (!done)
            co_return std::unexpected(done.error());
        users += qint64(rows->size());
        after = rows->back().user;
    }
}

QCoro::Task<Result<RebuildFill::Entries>> RebuildFill::pendingWorthKeeping()
{
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

QCoro::Task<Result<void>> RebuildFill::pending(const Entries &kept)
{
    std::function<Result<std::vector<DoubtEntry>>(Session &)> work = [](Session &session) {
        return book::doubts(session);
    };
    const auto rows = co_await m.pool.run<std::vector<DoubtEntry>>(std::move(work));
    if (!rows)
        co_return std::unexpected(rows.error());
    Entries all;
    for (const auto &row : *rows)
        all.emplace_back(QByteArray::number(row.user),
                         PendingEntry{row.reservation, row.since, true, 0, row.code}.toText());
    all.insert(all.end(), kept.begin(), kept.end());
    std::vector<QByteArray> fields;
    for (std::size_t at = 0; at < all.size(); ++at) {
        fields.push_back(all[at].first);
        fields.push_back(all[at].second);
        if (fields.size() < mostWords && at + 1 < all.size())
            continue;
        std::vector<QByteArray> to{m.keys.rebuiltPending()};
        auto some = std::exchange(fields, {});
        const auto done = co_await m.lease.run("HSET", std::move(to), std::move(some));
        if (!done)
            co_return done;
    }
    co_return Result<void>{};
}

} // namespace seonchak
