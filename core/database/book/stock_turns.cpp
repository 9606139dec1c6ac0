// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/stock_turns.h"

#include "core/database/book/row_names.h"
#include "core/database/engine/rows.h"

namespace seonchak::book {

namespace {

/// The latest turn of this kind in the span; 0: none.
Result<WallMs> latest(Session &session, StockTurn turn, WallMs from, WallMs to)
{
    return number(
        session,
        QStringLiteral("SELECT coalesce(max(at), 0) FROM stock_turn WHERE kind = ? AND at BETWEEN ? AND ?"),
        {int(turn), from, to});
}

} // namespace

Result<void> noteTurn(Session &session, StockTurn turn, WallMs at)
{
    const auto noted =
        affected(session, QStringLiteral("INSERT INTO stock_turn (kind, at) VALUES (?, ?)"), {int(turn), at});
    return noted ? Result<void>{} : std::unexpected(noted.error());
}

Result<qint64> noteTurnOf(Session &session, const Result<qint64> &changed, StockTurn turn, WallMs at)
{
    if (!changed || *changed == 0)
        return changed;
    const auto noted = noteTurn(session, turn, at);
    return noted ? changed : std::unexpected(noted.error());
}

Result<Beginning> beginning(Session &session)
{
    const auto stage =
        number(session,
               "SELECT CASE WHEN EXISTS (SELECT 1 FROM stock_turn WHERE kind = {stock_turn.Filled})"
               " THEN 2 WHEN EXISTS (SELECT 1 FROM coupon) THEN 1 ELSE 0 END"_sql,
               {});
    return stage ? Result<Beginning>(Beginning(*stage)) : std::unexpected(stage.error());
}

Result<WallMs> withdrawnAt(Session &session, WallMs filledAt, WallMs at)
{
    const auto all = latest(session, StockTurn::AllWithdrawn, filledAt, at);
    if (!all || *all > 0)
        return all;
    const auto one = latest(session, StockTurn::OneWithdrawn, filledAt, at);
    if (!one || *one == 0)
        return one;
    const auto issuedSince =
        number(session, QStringLiteral("SELECT count(*) FROM issue WHERE issued_at > ? AND issued_at <= ?"),
               {*one, at});
    if (!issuedSince)
        return issuedSince;
    return *issuedSince == 0 ? *one : 0;
}

} // namespace seonchak::book
