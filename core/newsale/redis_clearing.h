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

/// Takes what belongs to a book out of its Redis, and nothing else. Blocks, as the link does.
class RedisClearing
{
public:
    RedisClearing(doctor::RedisLink &redis, Keys keys, BookMarks book);

    /// Conflict: reservations are open, an act has not come to its end there, or keys of another program or
    /// of another book are in the way. Changes nothing.
    Result<void> examine();
    /// First it is marked as a Redis whose rebuild was cut off: a server that finds the rest makes it anew
    /// from the book. Returns how many users' keys went.
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
