// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/user_key_sweep.h"

#include "core/database/book/book_identity.h"
#include "core/database/engine/session.h"
#include "core/database/engine/sql_pool.h"
#include "core/redis/connection.h"

namespace seonchak {

namespace {
constexpr std::size_t userSliceSize = 1000;
constexpr qsizetype mostGoodUsers = 200'000;
constexpr std::size_t mostUserSuspects = 20; ///< and so many faults
} // namespace

UserKeySweep::UserKeySweep(Parts parts)
    : m(std::move(parts))
{
}

void UserKeySweep::reset()
{
    m_faults.clear();
    m_suspects.clear();
    m_good.clear();
    m_cursor = "0";
}

/// Checks the next user keys. Keys that were found wrong are checked again each time.
QCoro::Task<bool> UserKeySweep::slice()
{
    std::vector<UserId> again = std::exchange(m_suspects, {});
    for (const StockFault &fault : std::as_const(m_faults))
        again.push_back(fault.what.toLongLong());
    if (!again.empty()) {
        const bool judged = co_await judge(std::move(again));
        if (!judged)
            co_return false;
    }
    std::vector<QByteArray> scan{"SCAN",  m_cursor,
                                 "MATCH", m.keys.userPrefix() + '*',
                                 "COUNT", QByteArray::number(qsizetype(userSliceSize))};
    const auto page = co_await m.redis.commandTask(std::move(scan));
    if (!page || page->items.size() != 2)
        co_return false;
    m_cursor = page->items[0].text;
    std::vector<UserId> users;
    for (const auto &key : page->items[1].items) {
        bool isNumber = false;
        const UserId user = key.text.mid(m.keys.userPrefix().size()).toLongLong(&isNumber);
        if (isNumber && user > 0)
            users.push_back(user);
    }
    if (users.empty())
        co_return true;
    const auto wrong = co_await wrongAmong(std::move(users));
    if (!wrong)
        co_return false;
    for (const UserId user : *wrong) {
        if (m_suspects.size() < mostUserSuspects)
            m_suspects.push_back(user);
    }
    co_return true;
}

/// Users whose existing keys contradict the book.
QCoro::Task<Result<QList<UserId>>> UserKeySweep::wrongAmong(std::vector<UserId> users)
{
    std::vector<QByteArray> get{"MGET"};
    for (const UserId user : users)
        get.push_back(m.keys.user(user));
    const auto values = co_await m.redis.commandTask(std::move(get));
    if (!values || values->items.size() != users.size())
        co_return failure(Trouble::Unavailable, QStringLiteral("Redis is away"));
    QHash<UserId, QByteArray> said;
    for (std::size_t i = 0; i < users.size(); ++i) {
        const QByteArray &code = values->items[i].text; // Also empty if the key has another type.
        const auto good = m_good.constFind(users[i]);
        if (good == m_good.cend() || *good != qHash(code))
            said.insert(users[i], values->items[i].isNil() ? QByteArray() : code);
    }
    QList<UserId> wrong;
    if (said.isEmpty())
        co_return wrong;
    std::vector<UserId> asked(said.keyBegin(), said.keyEnd());
    std::function<Result<QHash<UserId, QByteArray>>(Session &)> work = [asked](Session &session) {
        return book::codesOfUsers(session, asked);
    };
    const auto known = co_await m.pool.run<QHash<UserId, QByteArray>>(std::move(work));
    if (!known)
        co_return std::unexpected(known.error());
    if (m_good.size() > mostGoodUsers)
        m_good.clear();
    for (auto one = said.cbegin(); one != said.cend(); ++one) {
        const auto theirs = known->constFind(one.key());
        if (theirs != known->cend() && *theirs == *one)
            m_good.insert(one.key(), qHash(*one));
        else
            wrong.append(one.key());
    }
    co_return wrong;
}

QCoro::Task<bool> UserKeySweep::judge(std::vector<UserId> users)
{
    const auto wrong = co_await wrongAmong(std::move(users));
    if (!wrong)
        co_return false;
    QList<StockFault> faults;
    for (const UserId user : *wrong) {
        std::vector<QByteArray> exists{"EXISTS",
                                       m.keys.user(user)}; // Or it vanished: that is no fault of the stock.
        const auto there = co_await m.redis.commandTask(std::move(exists));
        if (!there)
            co_return false;
        if (there->integer == 0)
            continue;
        const bool ours = co_await m.isSameContent();
        if (ours)
            faults.append({StockFault::Kind::WrongUserKey, QByteArray::number(user)});
    }
    m_faults = faults;
    co_return true;
}

} // namespace seonchak
