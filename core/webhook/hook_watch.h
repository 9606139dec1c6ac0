// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/hook_rows.h"

namespace seonchak {

/// Decides which of several servers delivers to one receiver, from the others' heartbeats as seen on this
/// server's steady clock, so that no two clocks are compared. An owner that has work but sends no heartbeat
/// for `patience` is dead.
class HookWatch
{
public:
    explicit HookWatch(qint64 patienceNs)
        : m_patienceNs(patienceNs)
    {
    }
    /// Whether `me` may take the receiver over now.
    bool mayTake(const HookReceiver &seen, const QString &me, qint64 nowNs);
    /// Nothing is due: an owner need not send heartbeats.
    void rest() { m_beat = -1; }

private:
    const qint64 m_patienceNs;
    QString m_owner;
    qint64 m_beat = -1;
    qint64 m_sinceNs = 0;
};

} // namespace seonchak
