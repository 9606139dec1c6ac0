// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/token_desk.h"

#include <QHash>

namespace seonchak {

std::shared_ptr<const TokenDesk::List> TokenDesk::list() const
{
    const std::lock_guard lock(m_mutex);
    return m_list;
}

void TokenDesk::publish(const QList<TokenRow> &rows)
{
    QHash<QByteArray, std::shared_ptr<std::atomic<WallMs>>> uses;
    if (const auto before = list()) {
        for (const Known &one : *before)
            uses.insert(one.hash, one.used);
    }
    auto now = std::make_shared<List>();
    for (const TokenRow &row : rows) {
        auto used = uses.value(row.hash);
        now->push_back(
            {row.name, row.role, row.hash, used ? used : std::make_shared<std::atomic<WallMs>>(0)});
    }
    {
        const std::lock_guard lock(m_mutex);
        m_list = std::move(now);
    }
    const State before = m_state.exchange(rows.isEmpty() ? State::Empty : State::Some);
    if (before == State::Unread)
        m_changes.wake();
}

const TokenDesk::Known *TokenDesk::find(const List &list, const QByteArray &hash)
{
    const Known *found = nullptr;
    for (const Known &one : list) {
        if (isSameHash(one.hash, hash))
            found = &one;
    }
    return found;
}

bool isSameHash(const QByteArray &one, const QByteArray &other)
{
    if (one.size() != other.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        difference |= unsigned(uchar(one[i]) ^ uchar(other[i]));
    return difference == 0;
}

} // namespace seonchak
