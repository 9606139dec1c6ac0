// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_adopt.h"
#include "core/redis/keys.h"
#include "core/redis/reply.h"
#include "core/redis/script.h"
#include "core/watch/foreign_found.h"

#include <qcoro/qcorotask.h>

#include <functional>
#include <vector>

namespace seonchak {

class RedisConnection;
class SqlPool;

/// Every key below a prefix, and what the keys mean to a book.
struct ForeignKeys
{
    qint64 listed = 0;                    ///< length of the stock's list
    std::vector<book::ForeignUser> users; ///< keys of users, by user id
    QList<QByteArray> unusable;           ///< user keys that name no user or hold no code
    QList<QByteArray> heldBack;           ///< codes in the unusable ones: they are somebody's
    QList<QByteArray> others;             ///< of other names, or of a type that we do not read
    qint64 expiring = 0;                  ///< user keys with an end
    qint64 reservations = 0;              ///< entries that read as ours
    bool anotherBook = false;             ///< the mark is that of another book

    [[nodiscard]] bool isEmpty() const
    {
        return listed == 0 && users.empty() && unusable.isEmpty() && others.isEmpty();
    }
    [[nodiscard]] ForeignFound found() const
    {
        return {listed, qint64(users.size()) + unusable.size(), others.size(), anotherBook};
    }
};

/// Looks at the keys of a Redis that has no mark of ours. Changes nothing. Lives on one thread; every step
/// takes a bounded slice.
class ForeignScan
{
public:
    static constexpr std::size_t partsPerKey = 4; ///< name, type, value, whether it expires

    ForeignScan(RedisConnection &redis, SqlPool &pool, Keys keys);

    QCoro::Task<Result<ForeignKeys>> look();
    /// Whether the book has all of it anyway: what is left of our own, e.g. when Redis evicted our mark.
    QCoro::Task<Result<bool>> isOurs(const ForeignKeys &keys);
    /// A slice of the list, from `at` on; empty at the end.
    QCoro::Task<Result<QList<QByteArray>>> listed(qint64 at, qint64 most);
    /// Calls back with every key that begins with `prefix`, in pages as scan.lua returns them; some perhaps
    /// twice. The next page waits for the task.
    QCoro::Task<Result<void>> eachPage(QByteArray prefix,
                                       std::function<QCoro::Task<Result<void>>(const RedisReply &)> take);

    /// Whether we have a use for a key of this name, whatever its type.
    [[nodiscard]] bool isOwnName(const QByteArray &key) const;
    /// Codes as the book has them: in Unicode's composed form.
    static QByteArray composed(const QByteArray &code);

private:
    QCoro::Task<Result<void>> take(const RedisReply &page, ForeignKeys *into);
    void takeUser(const QByteArray &key, const QByteArray &value, ForeignKeys &into) const;
    /// The type of our key of this name; empty: we have none.
    [[nodiscard]] QByteArray ownType(const QByteArray &key) const;
    QCoro::Task<Result<void>> lookAtOwn(ForeignKeys *into);
    QCoro::Task<Result<bool>> knows(QList<QByteArray> codes);

    RedisConnection &m_redis;
    SqlPool &m_pool;
    const Keys m_keys;
    const Script m_scan;
};

} // namespace seonchak
