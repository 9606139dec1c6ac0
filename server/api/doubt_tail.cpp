// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/doubt_tail.h"

namespace seonchak::http {

QList<DoubtTail::Change> DoubtTail::changes(const QList<OpenDoubt> &open)
{
    QList<Change> changes;
    QHash<qint64, OpenDoubt> now;
    for (const OpenDoubt &doubt : open) {
        const auto before = m_known.constFind(doubt.reservation);
        const bool isSame = before != m_known.constEnd() && *before == doubt;
        if (m_isFirst ? doubt.since >= m_since : !isSame)
            changes.append({doubt, true});
        now.insert(doubt.reservation, doubt);
    }
    for (const OpenDoubt &doubt : std::as_const(m_known)) {
        if (now.contains(doubt.reservation))
            continue;
        // A full list does not include doubts younger than its last one.
        const bool isBeyond = open.size() >= mostRead && doubt.since > open.last().since;
        if (isBeyond)
            now.insert(doubt.reservation, doubt);
        else
            changes.append({doubt, false});
    }
    m_known = now;
    m_isFirst = false;
    return changes;
}

} // namespace seonchak::http
