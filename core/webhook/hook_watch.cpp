// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/hook_watch.h"

namespace seonchak {

bool HookWatch::mayTake(const HookReceiver &seen, const QString &me, qint64 nowNs)
{
    if (seen.owner.isEmpty() || seen.owner == me)
        return true;
    if (seen.owner != m_owner || seen.beat != m_beat) {
        m_owner = seen.owner;
        m_beat = seen.beat;
        m_sinceNs = nowNs;
        return false;
    }
    return nowNs - m_sinceNs >= m_patienceNs;
}

} // namespace seonchak
