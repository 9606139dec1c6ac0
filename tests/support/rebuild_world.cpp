// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rebuild_world.h"

#include <algorithm>

namespace seonchak::testing {

RebuildWorld::RebuildWorld(const QString &engine)
    : m_url(databases.migrated(engine))
    , book(DatabaseFixture::open(m_url))
{
}

std::unique_ptr<RebuildServer> RebuildWorld::server(const RebuildServer::Options &options)
{
    return server(redis.address(), options);
}

std::unique_ptr<RebuildServer> RebuildWorld::server(const RedisAddress &address,
                                                    const RebuildServer::Options &options)
{
    auto made = std::make_unique<RebuildServer>(address, m_url, options);
    if (!QTest::qWaitFor([&] { return made->isUp(); }, 60'000))
        qFatal("rebuild world: Redis or the database is not there");
    return made;
}

QList<QByteArray> RebuildWorld::ask(const std::vector<QByteArray> &command) const
{
    const auto reply = redis.command(command);
    if (!reply)
        return {reply.error().detail.toUtf8()};
    QList<QByteArray> texts;
    for (const auto &item : reply->items)
        texts.append(item.text);
    if (reply->kind == RedisReply::Kind::Integer)
        texts.append(QByteArray::number(reply->integer));
    else if (reply->kind != RedisReply::Kind::Array)
        texts.append(reply->text);
    return texts;
}

QList<QByteArray> RebuildWorld::list() const
{
    return ask({"LRANGE", "rudals:coupon:available", "0", "-1"});
}

QList<QByteArray> RebuildWorld::keys() const
{
    auto found = ask({"KEYS", "*"});
    std::ranges::sort(found);
    return found;
}

QByteArray RebuildWorld::get(const QByteArray &key) const
{
    return ask({"GET", key}).value(0);
}

qint64 RebuildWorld::generation() const
{
    return book::meta(*book, "generation").value_or(QByteArray()).toLongLong();
}

qint64 RebuildWorld::redisMs() const
{
    const auto time = ask({"TIME"});
    return time.value(0).toLongLong() * 1000 + time.value(1).toLongLong() / 1000;
}

QByteArray RebuildWorld::mark() const
{
    return ask({"HGET", "rudals:coupon:stats", "generation"}).value(0);
}

QByteArray RebuildWorld::shown(const QByteArray &code) const
{
    const auto coupon = book::byCode(*book, code);
    if (!coupon || !*coupon)
        return "none";
    const QByteArray status = statusName((*coupon)->status);
    return (*coupon)->userId ? QByteArray(status + ' ' + QByteArray::number(*(*coupon)->userId)) : status;
}

QList<QByteArray> RebuildWorld::bookStock() const
{
    QList<QByteArray> codes;
    for (const auto &row : book::stockAfter(*book, 0, 1'000'000).value_or(std::vector<book::StockRow>{}))
        codes.append(row.code);
    return codes;
}

QByteArray RebuildWorld::difference() const
{
    const auto listed = list();
    const auto stock = bookStock();
    if (listed != stock)
        return "the list has " + QByteArray::number(listed.size()) + " codes, the book " +
               QByteArray::number(stock.size()) + ", or in another order";
    const auto users = book::issuedUsersAfter(*book, 0, 1'000'000).value_or(std::vector<book::IssuedRow>{});
    const auto all = keys();
    const auto named = std::ranges::count_if(
        all, [](const QByteArray &key) { return key.startsWith("rudals:user:coupon:"); });
    if (named != qint64(users.size()))
        return "there are " + QByteArray::number(qint64(named)) + " user keys";
    if (users.empty())
        return mark() == QByteArray::number(generation()) ? QByteArray()
                                                          : QByteArray("the mark is " + mark());
    std::vector<QByteArray> command{"MGET"};
    for (const auto &row : users)
        command.push_back("rudals:user:coupon:" + QByteArray::number(row.user));
    const auto codes = ask(command);
    for (std::size_t i = 0; i < users.size(); ++i) {
        if (codes.value(qsizetype(i)) != users[i].code)
            return "the key of user " + QByteArray::number(users[i].user) + " is wrong";
    }
    return mark() == QByteArray::number(generation()) ? QByteArray() : QByteArray("the mark is " + mark());
}

} // namespace seonchak::testing
