// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/ground/marks.h"
#include "core/newsale/shelf.h"
#include "core/redis/keys.h"

namespace seonchak::doctor {

class RedisLink;

}

namespace seonchak::newsale {

/// Removes the keys of a book from its Redis, and nothing else. Blocks, like the link.
class RedisClearing
{
public:
    RedisClearing(doctor::RedisLink &redis, Keys keys, BookMarks book);

    /// Conflict: reservations are open, an act is unfinished there, or keys of another program or book are in
    /// the way. Changes nothing.
    Result<void> examine();
    /// First marks Redis as an interrupted rebuild: a server that finds the remains rebuilds it from the
    /// book. Returns how many user keys were removed.
    Result<qint64> clear(const AtStep &at);

private:
    struct Page
    {
        QByteArray next; ///< cursor
        std::vector<QByteArray> keys;
    };
    Result<Page> page(const QByteArray &prefix, const QByteArray &cursor);
    Result<bool> isEmpty();
    Result<void> examineOurs();
    Result<qint64> clearUsers();
    Result<qint64> ask(std::vector<QByteArray> words);

    doctor::RedisLink &m_redis;
    const Keys m_keys;
    const BookMarks m_book;
    const Script m_scan;
    bool m_hasOurs = false;
};

} // namespace seonchak::newsale
