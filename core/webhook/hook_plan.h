// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/hook_rows.h"
#include "core/webhook/hook_exchange.h"

namespace seonchak {

/// When the next try is due after `tries` that failed, the last of them at `now`; nothing after the last.
std::optional<WallMs> nextHookTry(int tries, WallMs now);
/// What the answer to one try means for the delivery.
HookOutcome outcomeOf(const HookDelivery &delivery, const HookAnswer &answer, WallMs now);

/// Who of several servers delivers to one receiver, from what one server has seen of the others' beats by its
/// own steady clock, so that no two clocks are compared. An owner that has something to do and does not move
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
    /// Nothing is due: an owner need not move.
    void rest() { m_beat = -1; }

private:
    const qint64 m_patienceNs;
    QString m_owner;
    qint64 m_beat = -1;
    qint64 m_sinceNs = 0;
};

} // namespace seonchak
