// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/newsale/redis_clearing.h"

#include "core/doctor/redis_link.h"
#include "core/issue/repair/foreign_keys.h"
#include "core/newsale/turn_trouble.h"

namespace seonchak::newsale {

namespace {

constexpr const char *keysLookedAt = "1000";

std::unexpected<Error> inTheWay(const QString &what, const char *kind)
{
    return failure(Trouble::Conflict, what, {serviceTrouble, kind});
}

/// Escapes characters with a special meaning in Redis' patterns.
QByteArray literally(const QByteArray &prefix)
{
    QByteArray pattern;
    for (const char c : prefix) {
        if (std::strchr("*?[]\\^-", c))
            pattern += '\\';
        pattern += c;
    }
    return pattern;
}

} // namespace

RedisClearing::RedisClearing(doctor::RedisLink &redis, Keys keys, BookMarks book)
    : m_redis(redis)
    , m_keys(std::move(keys))
    , m_book(std::move(book))
    , m_scan(Script::fromResource(QStringLiteral("scan")))
{
}

Result<qint64> RedisClearing::ask(std::vector<QByteArray> words)
{
    const auto reply = m_redis.ask(words);
    if (!reply)
        return std::unexpected(reply.error());
    return reply->integer;
}

Result<RedisClearing::Page> RedisClearing::page(const QByteArray &prefix, const QByteArray &cursor)
{
    const auto reply = m_redis.run(m_scan, {m_keys.stats()}, {cursor, literally(prefix) + '*', keysLookedAt});
    if (!reply)
        return std::unexpected(reply.error());
    if (reply->items.empty())
        return failure(Trouble::Internal, QStringLiteral("Redis gave a senseless answer to SCAN"));
    Page page{reply->items.front().text, {}};
    for (std::size_t i = 1; i < reply->items.size(); i += ForeignScan::partsPerKey) {
        if (reply->items[i].text.startsWith(prefix))
            page.keys.push_back(reply->items[i].text);
    }
    return page;
}

Result<bool> RedisClearing::isEmpty()
{
    for (const auto &prefix : {m_keys.couponPrefix(), m_keys.userPrefix()}) {
        QByteArray cursor = "0";
        do {
            const auto found = page(prefix, cursor);
            if (!found)
                return std::unexpected(found.error());
            if (!found->keys.empty())
                return false;
            cursor = found->next;
        } while (cursor != "0");
    }
    return true;
}

Result<void> RedisClearing::examineOurs()
{
    m_hasOurs = true;
    const auto reserved = ask({"HLEN", m_keys.pending()});
    const auto voiding = ask({"EXISTS", m_keys.voiding()});
    if (!reserved || !voiding)
        return std::unexpected(reserved ? voiding.error() : reserved.error());
    if (*reserved > 0)
        return failure(
            Trouble::Conflict,
            QStringLiteral("reservations are open (%1): how they end belongs to this sale. Start the "
                           "server, wait until they are settled, then begin the new sale")
                .arg(*reserved),
            {reservationsOpen});
    if (*voiding > 0)
        return failure(Trouble::Conflict,
                       QStringLiteral("coupons are on their way to void: start the server, which finishes "
                                      "that, then begin the new sale"),
                       {voidingOpen});
    return {};
}

Result<void> RedisClearing::examine()
{
    const auto marks = m_redis.wait(RedisMarks::read(m_redis.connection(), m_keys));
    if (!marks)
        return std::unexpected(marks.error());
    if (marks->areOf(m_book))
        return examineOurs();
    if (marks->areOfAnother(m_book))
        return inTheWay(QStringLiteral("Redis belongs to another database of Seonchak, prefix %1: check "
                                       "--data-dir, --database and --key-prefix. Nothing was touched")
                            .arg(QString::fromUtf8(m_keys.root())),
                        redisOfAnother);
    const auto empty = isEmpty();
    if (!empty)
        return std::unexpected(empty.error());
    return *empty ? Result<void>{}
                  : inTheWay(QStringLiteral("Redis holds keys under the prefix %1 that carry no mark of this "
                                            "database: start the server, which decides about them. Nothing "
                                            "was touched")
                                 .arg(QString::fromUtf8(m_keys.root())),
                             redisForeign);
}

Result<qint64> RedisClearing::clearUsers()
{
    qint64 gone = 0;
    QByteArray cursor = "0";
    do {
        auto found = page(m_keys.userPrefix(), cursor);
        if (!found)
            return std::unexpected(found.error());
        cursor = found->next;
        if (found->keys.empty())
            continue;
        found->keys.insert(found->keys.begin(), "UNLINK");
        const auto unlinked = ask(std::move(found->keys));
        if (!unlinked)
            return unlinked;
        gone += *unlinked;
    } while (cursor != "0");
    return gone;
}

Result<qint64> RedisClearing::clear(const AtStep &at)
{
    if (!m_hasOurs)
        return 0;
    const auto marked = ask({"HSET", m_keys.stats(), "generation", "rebuild:new-sale"});
    if (!marked)
        return marked;
    if (const auto going = at(Step::RedisMarked); !going)
        return std::unexpected(going.error());
    const auto users = clearUsers();
    if (!users)
        return users;
    // The mark goes last: until then the rest is known to be ours.
    for (const auto &key : {m_keys.available(), m_keys.pending(), m_keys.voiding(), m_keys.rebuiltAvailable(),
                            m_keys.rebuiltPending(), m_keys.rebuildLease(), m_keys.stats()}) {
        if (const auto gone = ask({"UNLINK", key}); !gone)
            return gone;
    }
    return users;
}

} // namespace seonchak::newsale
