// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/repair/foreign_keys.h"

#include "core/database/engine/sql_pool.h"
#include "core/redis/connection.h"

#include <QRegularExpression>

#include <algorithm>

namespace seonchak {

namespace {
constexpr const char *keysPerPage = "1000";
constexpr qint64 keysSlice = 5000;

bool isReservation(const QByteArray &held)
{
    static const QRegularExpression form(QStringLiteral("^\\d+:\\d+:[A-Z]:\\d+:."));
    return form.match(QString::fromUtf8(held)).hasMatch();
}
} // namespace

ForeignScan::ForeignScan(RedisConnection &redis, SqlPool &pool, Keys keys)
    : m_redis(redis)
    , m_pool(pool)
    , m_keys(std::move(keys))
    , m_scan(Script::fromResource(QStringLiteral("scan")))
{
}

QByteArray ForeignScan::composed(const QByteArray &code)
{
    const bool plain = std::ranges::all_of(code, [](char c) { return uchar(c) < 0x80; });
    return plain ? code : QString::fromUtf8(code).normalized(QString::NormalizationForm_C).toUtf8();
}

QCoro::Task<Result<void>>
ForeignScan::eachPage(QByteArray prefix, std::function<QCoro::Task<Result<void>>(const RedisReply &)> take)
{
    QByteArray cursor = "0";
    do {
        std::vector<QByteArray> keys{m_keys.stats()};
        std::vector<QByteArray> arguments{cursor, prefix + '*', keysPerPage};
        const auto page = co_await m_redis.runTask(m_scan, std::move(keys), std::move(arguments));
        if (!page)
            co_return std::unexpected(page.error());
        if (page->items.empty())
            co_return failure(Trouble::Internal, QStringLiteral("Redis gave a senseless answer to SCAN"));
        cursor = page->items[0].text;
        auto taking = take(*page);
        const auto taken = co_await taking;
        if (!taken)
            co_return taken;
    } while (cursor != "0");
    co_return Result<void>{};
}

QCoro::Task<Result<ForeignKeys>> ForeignScan::look()
{
    ForeignKeys found;
    const QList<QByteArray> prefixes{m_keys.couponPrefix(), m_keys.userPrefix()};
    for (const auto &prefix : prefixes) {
        std::function<QCoro::Task<Result<void>>(const RedisReply &)> into =
            [this, &found](const RedisReply &page) { return take(page, &found); };
        const auto looked = co_await eachPage(prefix, std::move(into));
        if (!looked)
            co_return std::unexpected(looked.error());
    }
    // SCAN may return a key twice.
    std::ranges::sort(found.users, {}, &book::ForeignUser::user);
    const auto [again, end] = std::ranges::unique(found.users, {}, &book::ForeignUser::user);
    found.users.erase(again, end);
    for (auto *names : {&found.unusable, &found.others}) {
        std::ranges::sort(*names);
        names->erase(std::unique(names->begin(), names->end()), names->end());
    }
    const auto own = co_await lookAtOwn(&found);
    if (!own)
        co_return std::unexpected(own.error());
    co_return found;
}

QCoro::Task<Result<void>> ForeignScan::take(const RedisReply &page, ForeignKeys *into)
{
    for (std::size_t i = 1; i + partsPerKey <= page.items.size(); i += partsPerKey) {
        const QByteArray &key = page.items[i].text;
        const QByteArray &type = page.items[i + 1].text;
        const bool ofUser = key.startsWith(m_keys.userPrefix());
        if (ofUser && type == "string") {
            takeUser(key, page.items[i + 2].text, *into);
            into->expiring += page.items[i + 3].integer;
        } else if (ofUser || ownType(key) != type) {
            into->others.append(key);
        }
    }
    co_return Result<void>{};
}

void ForeignScan::takeUser(const QByteArray &key, const QByteArray &value, ForeignKeys &into) const
{
    const auto user = parseId(QByteArrayView(key).sliced(m_keys.userPrefix().size()));
    const QByteArray code = composed(value);
    const bool valid = isValidCode(value) && isValidCode(code);
    if (user && valid) {
        into.users.push_back({*user, code});
        return;
    }
    into.unusable.append(key);
    if (valid)
        into.heldBack.append(code);
}

QByteArray ForeignScan::ownType(const QByteArray &key) const
{
    const std::pair<QByteArray, const char *> own[] = {
        {m_keys.available(), "list"},        {m_keys.pending(), "hash"},
        {m_keys.voiding(), "set"},           {m_keys.stats(), "hash"},
        {m_keys.rebuiltAvailable(), "list"}, {m_keys.rebuiltPending(), "hash"},
        {m_keys.rebuildLease(), "string"},
    };
    const auto *found = std::ranges::find(own, key, &std::pair<QByteArray, const char *>::first);
    return found == std::end(own) ? QByteArray() : QByteArray(found->second);
}

bool ForeignScan::isOwnName(const QByteArray &key) const
{
    return !ownType(key).isEmpty();
}

/// Keys with our names and types are counted by their content.
QCoro::Task<Result<void>> ForeignScan::lookAtOwn(ForeignKeys *into)
{
    if (!into->others.contains(m_keys.available())) {
        std::vector<QByteArray> length{"LLEN", m_keys.available()};
        const auto listed = co_await m_redis.commandTask(std::move(length));
        if (!listed)
            co_return std::unexpected(listed.error());
        into->listed = listed->integer;
    }
    if (!into->others.contains(m_keys.pending())) {
        std::vector<QByteArray> ask{"HVALS", m_keys.pending()};
        const auto held = co_await m_redis.commandTask(std::move(ask));
        if (!held)
            co_return std::unexpected(held.error());
        into->reservations = qint64(held->items.size());
        if (!std::ranges::all_of(held->items, [](const auto &one) { return isReservation(one.text); }))
            into->others.append(m_keys.pending());
    }
    if (!into->others.contains(m_keys.voiding())) {
        std::vector<QByteArray> ask{"SMEMBERS", m_keys.voiding()};
        const auto members = co_await m_redis.commandTask(std::move(ask));
        if (!members)
            co_return std::unexpected(members.error());
        QList<QByteArray> codes;
        for (const auto &one : members->items)
            codes.append(one.text);
        const auto known = co_await knows(std::move(codes));
        if (!known)
            co_return std::unexpected(known.error());
        if (!*known)
            into->others.append(m_keys.voiding());
    }
    co_return Result<void>{};
}

QCoro::Task<Result<QList<QByteArray>>> ForeignScan::listed(qint64 at, qint64 most)
{
    std::vector<QByteArray> range{"LRANGE", m_keys.available(), QByteArray::number(at),
                                  QByteArray::number(at + most - 1)};
    const auto reply = co_await m_redis.commandTask(std::move(range));
    if (!reply)
        co_return std::unexpected(reply.error());
    QList<QByteArray> codes;
    codes.reserve(qsizetype(reply->items.size()));
    for (const auto &item : reply->items)
        codes.append(item.text);
    co_return codes;
}

QCoro::Task<Result<bool>> ForeignScan::knows(QList<QByteArray> codes)
{
    if (codes.isEmpty())
        co_return true;
    for (auto &code : codes) {
        if (!isValidCode(code))
            co_return false;
        code = composed(code);
    }
    std::function<Result<bool>(Session &)> work = [codes = std::move(codes)](Session &session) {
        const auto known = book::knownCodes(session, codes);
        return known ? Result<bool>(*known == codes.size()) : std::unexpected(known.error());
    };
    co_return co_await m_pool.run<bool>(std::move(work));
}

QCoro::Task<Result<bool>> ForeignScan::isOurs(const ForeignKeys &keys)
{
    if (!keys.unusable.isEmpty() || !keys.others.isEmpty())
        co_return false;
    for (std::size_t at = 0; at < keys.users.size(); at += keysSlice) {
        const auto end =
            keys.users.begin() + qint64(std::min<std::size_t>(at + keysSlice, keys.users.size()));
        std::vector<book::ForeignUser> some(keys.users.begin() + qint64(at), end);
        std::function<Result<bool>(Session &)> work = [some = std::move(some)](Session &session) {
            const auto known = book::knownUsers(session, some);
            return known ? Result<bool>(std::size_t(*known) == some.size()) : std::unexpected(known.error());
        };
        const auto all = co_await m_pool.run<bool>(std::move(work));
        if (!all || !*all)
            co_return all;
    }
    for (qint64 at = 0; at < keys.listed; at += keysSlice) {
        auto codes = co_await listed(at, keysSlice);
        if (!codes)
            co_return std::unexpected(codes.error());
        const auto all = co_await knows(std::move(*codes));
        if (!all || !*all)
            co_return all;
    }
    co_return true;
}

} // namespace seonchak
