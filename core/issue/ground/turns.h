// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/standing.h"
#include "core/watch/alarms.h"
#include "core/webhook/hook_options.h"

namespace seonchak {

/// How the sale stands, as far as others are told of it.
struct SaleTurn
{
    QString to;           ///< one of the words below
    WallMs at = 0;        ///< when that was seen, by this server's clock
    qint64 timesMark = 0; ///< of the times that opened or closed it; 0: it has none
    WallMs filling = 0;   ///< the stock that is sold out now, by the time of its filling

    static constexpr const char *preparing = "preparing";
    static constexpr const char *planned = "planned";
    static constexpr const char *open = "open";
    static constexpr const char *soldOut = "sold-out";
    static constexpr const char *closed = "closed";
};

/// An alarm that was raised or has ended.
struct AlarmTurn
{
    Alarm alarm = Alarm::Conservation;
    bool raised = false;
    WallMs at = 0;
    QString scope; ///< the server, for what each server sees for itself; empty: of the sale
};

/// What is written in the book when something turns: the standing and who is told of it, in the transaction
/// under way. Nothing where the book has it so already: another server was faster. Repeatable.
namespace turns {

Result<Standing> turnSale(Session &session, const SaleTurn &turn, const HookOptions &hooks);
Result<Standing> turnAlarm(Session &session, const AlarmTurn &turn, const HookOptions &hooks);
QString standingName(const AlarmTurn &turn);

} // namespace turns

} // namespace seonchak
