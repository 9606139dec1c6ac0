// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_audit.h"

#include <QSet>

namespace seonchak::http {

/// Finds what was added to the audit trail since it was last read. Several servers may write one trail, and a
/// database may show a higher id a moment before a lower one: the last ids are looked at again.
class AuditTail
{
public:
    /// The first reading tells what is from `since` on.
    explicit AuditTail(WallMs since)
        : m_since(since)
    {
    }
    /// What to read.
    [[nodiscard]] AuditFilter question() const;
    /// Those of the answer (the newest first) that are new, the oldest first.
    [[nodiscard]] QList<AuditEntry> fresh(const QList<AuditEntry> &answer);

private:
    static constexpr qint64 lookedAtAgain = 64;

    const WallMs m_since;
    bool m_isFirst = true;
    qint64 m_highest = 0;
    QSet<qint64> m_seen; ///< among the last ids
};

} // namespace seonchak::http
