// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_audit.h"

#include <QSet>

namespace seonchak::http {

/// Finds what was added to the audit trail since it was last read. Several servers may write one trail, and a
/// database may show a higher id a moment before a lower one: the last ids are read again.
class AuditTail
{
public:
    /// The first reading returns entries from `since` on.
    explicit AuditTail(WallMs since)
        : m_since(since)
    {
    }
    /// The query for the next reading.
    [[nodiscard]] AuditFilter question() const;
    /// The new entries of the answer (which has the newest first), oldest first.
    [[nodiscard]] QList<AuditEntry> fresh(const QList<AuditEntry> &answer);

private:
    static constexpr qint64 lookedAtAgain = 64;

    const WallMs m_since;
    bool m_isFirst = true;
    qint64 m_highest = 0;
    QSet<qint64> m_seen; ///< among the last ids
};

} // namespace seonchak::http
