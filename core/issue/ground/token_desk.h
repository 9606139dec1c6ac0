// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/wakers.h"
#include "core/database/book/book_tokens.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace seonchak {

/// What this server knows of the tokens in the book: a list that is replaced as a whole. Thread-safe. Callers
/// wait no longer than for the copying of a pointer.
class TokenDesk
{
public:
    struct Known
    {
        QString name;
        Role role = Role::None;
        QByteArray hash;
        std::shared_ptr<std::atomic<WallMs>> used; ///< when it was last used; 0: not on this server
    };
    using List = std::vector<Known>;

    enum class State { Unread, Empty, Some };
    [[nodiscard]] State state() const { return m_state.load(); }
    /// Null until the book has been read once: until then no token can be judged.
    [[nodiscard]] std::shared_ptr<const List> list() const;
    void publish(const QList<TokenRow> &rows);
    /// Those who wait for the first reading.
    [[nodiscard]] Wakers &changes() { return m_changes; }

    /// The token with this hash; null if there is none. Compares every byte of every token, so that the time
    /// reveals nothing.
    static const Known *find(const List &list, const QByteArray &hash);

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const List> m_list;
    std::atomic<State> m_state = State::Unread;
    Wakers m_changes;
};

/// Whether two hashes are equal, in a time that does not depend on where they differ.
bool isSameHash(const QByteArray &one, const QByteArray &other);

} // namespace seonchak
