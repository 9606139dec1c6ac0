// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/audit_tail.h"

#include <algorithm>

namespace seonchak::http {

namespace {
constexpr int mostRead = 1000;
}

AuditFilter AuditTail::question() const
{
    AuditFilter filter;
    filter.after = std::max<qint64>(0, m_highest - lookedAtAgain);
    filter.limit = mostRead;
    return filter;
}

QList<AuditEntry> AuditTail::fresh(const QList<AuditEntry> &answer)
{
    QList<AuditEntry> fresh;
    for (auto entry = answer.crbegin(); entry != answer.crend(); ++entry) {
        const bool isKnown = m_isFirst ? entry->at < m_since : m_seen.contains(entry->id);
        if (!isKnown)
            fresh.append(*entry);
        m_seen.insert(entry->id);
        m_highest = std::max(m_highest, entry->id);
    }
    m_seen.removeIf([this](qint64 id) { return id <= m_highest - lookedAtAgain; });
    m_isFirst = false;
    return fresh;
}

} // namespace seonchak::http
