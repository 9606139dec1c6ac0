// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/standing.h"
#include "core/watch/alarms.h"
#include "core/webhook/hook_options.h"

namespace seonchak {

/// The state of the sale, as far as others are notified of it.
struct SaleTurn
{
    QString to;           ///< one of the words below
    WallMs at = 0;        ///< when this server saw it, by its clock
    qint64 timesMark = 0; ///< mark of the times that opened or closed the sale; 0: none
    WallMs filling = 0;   ///< when the stock that is now sold out was filled

    static constexpr const char *preparing = "preparing";
    static constexpr const char *planned = "planned";
    static constexpr const char *open = "open";
    static constexpr const char *soldOut = "sold-out";
    static constexpr const char *closed = "closed";
};

/// An alarm that was raised or ended.
struct AlarmTurn
{
    Alarm alarm = Alarm::Conservation;
    bool raised = false;
    WallMs at = 0;
    QString scope; ///< the server, for alarms that each server raises for itself; empty: the whole sale
};

/// What is written to the book on such a change: the standing and the webhook receivers, in the current
/// transaction. Writes nothing if the book has the standing already because another server was faster.
/// Repeatable.
namespace turns {

Result<Standing> turnSale(Session &session, const SaleTurn &turn, const HookOptions &hooks);
Result<Standing> turnAlarm(Session &session, const AlarmTurn &turn, const HookOptions &hooks);
QString standingName(const AlarmTurn &turn);

} // namespace turns

} // namespace seonchak
