// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/sell_out.h"

#include "core/database/book/book_refusals.h"
#include "core/database/book/row_names.h"
#include "core/database/book/stock_turns.h"
#include "core/database/engine/rows.h"

namespace seonchak::book {

namespace {

constexpr WallMs sliceGapMs = 1000; ///< slices of one push follow each other faster
constexpr int slicesMost = 4096;

struct Filling
{
    WallMs first = 0;
    WallMs last = 0;
};

/// The last filling; all zero: none.
Result<Filling> lastFilling(Session &session)
{
    Filling filling;
    bool whole = false;
    const auto read = eachRow(session,
                              QStringLiteral("SELECT at FROM stock_turn WHERE kind = ? ORDER BY at DESC"
                                             " LIMIT %1")
                                  .arg(slicesMost),
                              {int(StockTurn::Filled)}, [&](const QSqlQuery &row) {
                                  const WallMs at = row.value(0).toLongLong();
                                  if (filling.last == 0)
                                      filling = {at, at};
                                  whole = whole || filling.first - at > sliceGapMs;
                                  if (!whole)
                                      filling.first = at;
                              });
    return read ? Result<Filling>(filling) : std::unexpected(read.error());
}

Result<void> readIssues(Session &session, SellOut &into)
{
    return eachRow(session,
                   QStringLiteral("SELECT count(*), min(coalesce(reserved_at, issued_at)),"
                                  " max(coalesce(reserved_at, issued_at)) FROM issue WHERE issued_at >= ?"),
                   {into.filledAt}, [&](const QSqlQuery &row) {
                       into.issued = row.value(0).toLongLong();
                       into.firstAt = row.value(1).toLongLong();
                       into.soldOutAt = row.value(2).toLongLong();
                   });
}

} // namespace

Result<std::optional<SellOut>> sellOut(Session &session, WallMs now)
{
    const auto filling = lastFilling(session);
    if (!filling)
        return std::unexpected(filling.error());
    if (filling->last == 0)
        return std::optional<SellOut>();
    const auto withdrawn = withdrawnAt(session, filling->first, now);
    if (!withdrawn)
        return std::unexpected(withdrawn.error());
    SellOut found;
    found.filledAt = filling->first;
    if (const auto read = readIssues(session, found); !read)
        return std::unexpected(read.error());
    if (*withdrawn > 0 || found.issued == 0)
        return std::optional<SellOut>();
    const auto away = number(session,
                             "SELECT count(*) FROM refusal WHERE reason = {refusal.SoldOut}"
                             " AND pushed_at BETWEEN ? AND ?"_sql,
                             {filling->first, filling->last});
    if (!away)
        return std::unexpected(away.error());
    found.turnedAway = *away;
    return std::optional<SellOut>(found);
}

Result<WallMs> lastPartnerRefusal(Session &session)
{
    return number(
        session, QStringLiteral("SELECT last_at FROM refusal WHERE reason = ? ORDER BY last_at DESC LIMIT 1"),
        {int(Refusal::Reason::PartnerFailed)});
}

} // namespace seonchak::book
