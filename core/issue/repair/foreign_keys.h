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

/// Every key with a prefix, and what the keys mean to a book.
struct ForeignKeys
{
    qint64 listed = 0;                    ///< length of the stock's list
    std::vector<book::ForeignUser> users; ///< keys of users, by user id
    QList<QByteArray> unusable;           ///< user keys without a valid user or code
    QList<QByteArray> heldBack;           ///< codes in the unusable keys: they belong to users
    QList<QByteArray> others;             ///< keys with other names, or of a type that we do not read
    qint64 expiring = 0;                  ///< user keys with an expiry
    qint64 reservations = 0;              ///< entries that have our format
    bool anotherBook = false;             ///< the mark names another book

    [[nodiscard]] bool isEmpty() const
    {
        return listed == 0 && users.empty() && unusable.isEmpty() && others.isEmpty();
    }
    [[nodiscard]] ForeignFound found() const
    {
        return {listed, qint64(users.size()) + unusable.size(), others.size(), anotherBook};
    }
};

/// Examines the keys of a Redis without our mark. Changes nothing. Lives on one thread; every step takes a
/// bounded slice.
class ForeignScan
{
public:
    static constexpr std::size_t partsPerKey = 4; ///< name, type, value, whether it expires

    ForeignScan(RedisConnection &redis, SqlPool &pool, Keys keys);

    QCoro::Task<Result<ForeignKeys>> look();
    /// Whether the book has all of it already: remains of our own content, e.g. after Redis evicted our mark.
    QCoro::Task<Result<bool>> isOurs(const ForeignKeys &keys);
    /// A slice of the list, starting at `at`; empty at the end.
    QCoro::Task<Result<QList<QByteArray>>> listed(qint64 at, qint64 most);
    /// Calls back with every key that begins with `prefix`, in pages as returned by scan.lua; some keys
    /// perhaps twice. The next page waits for the callback's task.
    QCoro::Task<Result<void>> eachPage(QByteArray prefix,
                                       std::function<QCoro::Task<Result<void>>(const RedisReply &)> take);

    /// Whether we use keys of this name, of any type.
    [[nodiscard]] bool isOwnName(const QByteArray &key) const;
    /// Codes as stored in the book: in Unicode's composed form.
    static QByteArray composed(const QByteArray &code);

private:
    QCoro::Task<Result<void>> take(const RedisReply &page, ForeignKeys *into);
    void takeUser(const QByteArray &key, const QByteArray &value, ForeignKeys &into) const;
    /// The type of our key of this name; empty if we have none.
    [[nodiscard]] QByteArray ownType(const QByteArray &key) const;
    QCoro::Task<Result<void>> lookAtOwn(ForeignKeys *into);
    QCoro::Task<Result<bool>> knows(QList<QByteArray> codes);

    RedisConnection &m_redis;
    SqlPool &m_pool;
    const Keys m_keys;
    const Script m_scan;
};

} // namespace seonchak
