// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/session.h"
#include "core/database/engine/sql_pool.h"
#include "core/redis/connection.h"
#include "core/watch/identity_sweep.h"

#include <algorithm>

/// The sweep's checks of reservations and user keys.
namespace seonchak {

namespace {
constexpr std::size_t userSliceSize = 1000;
constexpr qsizetype mostHeld = 20'000;
constexpr qsizetype mostGoodUsers = 200'000;
constexpr std::size_t mostUserSuspects = 20;
constexpr int fewPages = 30;
constexpr int turnsPerPage = 5;

} // namespace

/// Records what is reserved at the start of the round: what still is at its end was reserved throughout.
QCoro::Task<bool> IdentitySweep::beginRound()
{
    m_held.clear();
    m_now.clear();
    m_now.reserve(m_before.size());
    m_doubleCodes.clear();
    m_taken = 0;
    m_shift.reset();
    m_anchor.clear();
    QByteArray cursor = "0";
    do {
        std::vector<QByteArray> scan{"HSCAN", m.keys.pending(), cursor, "COUNT", "1000"};
        const auto page = co_await m.redis.commandTask(std::move(scan));
        if (!page || page->items.size() != 2)
            co_return false;
        cursor = page->items[0].text;
        const auto &parts = page->items[1].items;
        for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
            const auto entry = PendingEntry::parse(parts[i + 1].text);
            const QByteArray code = entry ? entry->code : QByteArray();
            const quint64 key = entry ? hashOf(code) : hashOf(parts[i].text) + 1;
            m_held.insert(key, {parts[i].text, parts[i + 1].text, code, false});
        }
    } while (cursor != "0" && m_held.size() < mostHeld);
    m_inRound = true;
    co_return true;
}

/// Checks the reservations that are unchanged since the start of the round.
QCoro::Task<bool> IdentitySweep::judgeHeld()
{
    if (m_held.isEmpty())
        co_return true;
    QList<QByteArray> codes;
    for (const Held &one : std::as_const(m_held)) {
        if (!one.code.isEmpty())
            codes.append(one.code);
    }
    const auto wrong = co_await notStock(codes);
    if (!wrong)
        co_return false;
    QSet<QByteArray> unknown;
    for (const auto &one : *wrong) {
        // An issued one is between the book and its user key.
        if (one.why != book::NotStock::Why::Issued)
            unknown.insert(one.code);
    }
    const auto heldNow = m_held;
    for (const Held &one : heldNow) {
        if (!one.inStock && !one.code.isEmpty() && !unknown.contains(one.code))
            continue;
        std::vector<QByteArray> get{"HGET", m.keys.pending(), one.user};
        const auto still = co_await m.redis.commandTask(std::move(get));
        if (!still)
            co_return false;
        const auto entry = PendingEntry::parse(still->text);
        const auto before = PendingEntry::parse(one.entry);
        const bool same = before ? entry && entry->number == before->number : still->text == one.entry;
        if (!same)
            continue;
        const bool ours = co_await isSameContent();
        if (!ours)
            continue;
        if (one.code.isEmpty())
            report(m_roundFaults, {StockFault::Kind::UnreadableReservation, one.user});
        else if (unknown.contains(one.code))
            report(m_roundFaults, {StockFault::Kind::UnknownReserved, one.code});
        else
            report(m_roundFaults, {StockFault::Kind::DoubleCode, one.code});
    }
    co_return true;
}

/// Checks the next user keys. Keys that were found wrong are checked again each time.
QCoro::Task<bool> IdentitySweep::userSlice()
{
    std::vector<UserId> again = std::exchange(m_userSuspects, {});
    for (const StockFault &fault : std::as_const(m_userFaults))
        again.push_back(fault.what.toLongLong());
    if (!again.empty()) {
        const bool judged = co_await judgeUsers(std::move(again));
        if (!judged)
            co_return false;
    }
    std::vector<QByteArray> scan{"SCAN",  m_userCursor,
                                 "MATCH", m.keys.userPrefix() + '*',
                                 "COUNT", QByteArray::number(qsizetype(userSliceSize))};
    const auto page = co_await m.redis.commandTask(std::move(scan));
    if (!page || page->items.size() != 2)
        co_return false;
    m_userCursor = page->items[0].text;
    m_userPages = m_userCursor == "0" ? 0 : m_userPages + 1;
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
        if (m_userSuspects.size() < mostUserSuspects)
            m_userSuspects.push_back(user);
    }
    co_return true;
}

/// Users whose existing keys contradict the book.
QCoro::Task<Result<QList<UserId>>> IdentitySweep::wrongAmong(std::vector<UserId> users)
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
        const auto good = m_goodUsers.constFind(users[i]);
        if (good == m_goodUsers.cend() || *good != hashOf(code))
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
    if (m_goodUsers.size() > mostGoodUsers)
        m_goodUsers.clear();
    for (auto one = said.cbegin(); one != said.cend(); ++one) {
        const auto theirs = known->constFind(one.key());
        if (theirs != known->cend() && *theirs == *one)
            m_goodUsers.insert(one.key(), hashOf(*one));
        else
            wrong.append(one.key());
    }
    co_return wrong;
}

QCoro::Task<bool> IdentitySweep::judgeUsers(std::vector<UserId> users)
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
        const bool ours = co_await isSameContent();
        if (ours)
            report(faults, {StockFault::Kind::WrongUserKey, QByteArray::number(user)});
    }
    m_userFaults = faults;
    co_return true;
}

} // namespace seonchak
