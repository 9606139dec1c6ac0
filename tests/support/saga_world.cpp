// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/saga_world.h"

#include <QString>
#include <QStringBuilder>

#include <algorithm>

namespace seonchak::testing {

void World::addStock(int count)
{
    for (int i = 0; i < count; ++i) {
        const QByteArray code = "C" + QByteArray::number(int(codes.size()));
        codes.insert(code);
        stock.push_back(code);
    }
}

void World::takeOut(const QByteArray &code)
{
    const auto found = std::find(stock.rbegin(), stock.rend(), code);
    if (found == stock.rend())
        return;
    *found = stock.back();
    stock.pop_back();
}

std::optional<UserId> World::holderOf(const QByteArray &code) const
{
    const auto found = issued.find(code);
    return found == issued.end() ? std::nullopt : std::optional(found->second.user);
}

std::optional<QByteArray> World::codeOf(UserId user) const
{
    for (const auto &[code, row] : issued) {
        if (row.user == user)
            return code;
    }
    return std::nullopt;
}

bool World::loseUserKey(UserId user)
{
    const auto key = userKeys.find(user);
    if (key == userKeys.end() || holderOf(key->second) != user)
        return false;
    userKeys.erase(key);
    return true;
}

bool World::forgeUserKey(UserId user)
{
    if (pending.contains(user) || userKeys.contains(user) || forged.contains(user))
        return false;
    forged.insert(user);
    switch (below(4)) {
    case 0:
        userKeys[user] = "FOREIGN";
        break;
    case 1:
        userKeys[user] = {}; // An empty text, or a key of another type.
        break;
    case 2:
        if (stock.empty())
            return false;
        userKeys[user] = stock.front();
        break;
    default:
        if (stock.empty())
            return false;
        userKeys[user] = stock.back();
        stock.pop_back(); // Who wrote the key took the coupon.
    }
    return true;
}

bool World::step()
{
    if (m_waiting.empty())
        return false;
    const auto chosen = m_waiting.begin() + below(int(m_waiting.size()));
    const auto act = std::move(*chosen);
    m_waiting.erase(chosen);
    act();
    return true;
}

void World::runAll()
{
    while (step()) {
    }
}

Fate World::fate()
{
    if (!chance(faultRate))
        return Fate::Works;
    return chance(0.5) ? Fate::NotDone : Fate::DoneButUnanswered;
}

std::function<void()> World::takeWaiting()
{
    auto act = std::move(m_waiting.front());
    m_waiting.erase(m_waiting.begin());
    return act;
}

} // namespace seonchak::testing
