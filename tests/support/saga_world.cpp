// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/saga_world.h"

#include <QString>
#include <QStringBuilder>

namespace seonchak::testing {

void World::addStock(int count)
{
    for (int i = 0; i < count; ++i) {
        const QByteArray code = "C" + QByteArray::number(int(codes.size()));
        codes.insert(code);
        stock.push_back(code);
    }
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
