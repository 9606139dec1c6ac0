// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_doubts.h"

#include <QHash>

namespace seonchak::http {

/// Finds changes of the open doubts since they were last read.
class DoubtTail
{
public:
    struct Change
    {
        OpenDoubt doubt; ///< its present state, or the last known one
        bool isOpen = true;

        bool operator==(const Change &) const = default;
    };
    /// At most this many are read, oldest first.
    static constexpr int mostRead = 1000;

    /// The first reading returns changes from `since` on.
    explicit DoubtTail(WallMs since)
        : m_since(since)
    {
    }
    /// Whether no doubt is known that could have changed.
    [[nodiscard]] bool isEmpty() const { return m_known.isEmpty(); }
    [[nodiscard]] QList<Change> changes(const QList<OpenDoubt> &open);

private:
    const WallMs m_since;
    bool m_isFirst = true;
    QHash<qint64, OpenDoubt> m_known; ///< by reservation
};

} // namespace seonchak::http
