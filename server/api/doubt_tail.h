// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_doubts.h"

#include <QHash>

namespace seonchak::http {

/// Finds what has become of the open doubts since they were last read.
class DoubtTail
{
public:
    struct Change
    {
        OpenDoubt doubt; ///< as it is, or as it was last
        bool isOpen = true;

        bool operator==(const Change &) const = default;
    };
    /// At most so many are read, the oldest first.
    static constexpr int mostRead = 1000;

    /// The first reading tells what is from `since` on.
    explicit DoubtTail(WallMs since)
        : m_since(since)
    {
    }
    /// Whether there is anything to look for while no new one is known of.
    [[nodiscard]] bool isEmpty() const { return m_known.isEmpty(); }
    [[nodiscard]] QList<Change> changes(const QList<OpenDoubt> &open);

private:
    const WallMs m_since;
    bool m_isFirst = true;
    QHash<qint64, OpenDoubt> m_known; ///< by reservation
};

} // namespace seonchak::http
