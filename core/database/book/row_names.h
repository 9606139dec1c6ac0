// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_acts.h"
#include "core/database/book/book_approvals.h"
#include "core/database/book/book_life.h"
#include "core/database/book/book_refusals.h"
#include "core/database/book/book_tally.h"
#include "core/database/book/hook_rows.h"
#include "core/database/book/row_status.h"
#include "core/database/book/stock_turns.h"
#include "core/database/engine/sql_text.h"

namespace seonchak::book {

/// What SQL texts of the book call the numbers of its columns. Those of coupon.status have no table in front.
inline constexpr auto rowNames = std::to_array<sqltext::NamedNumber>({
    {"Staged", int(RowStatus::Staged)},
    {"Pushing", int(RowStatus::Pushing)},
    {"Available", int(RowStatus::Available)},
    {"Issued", int(RowStatus::Issued)},
    {"Voided", int(RowStatus::Voided)},
    {"act.Open", int(ActState::Open)},
    {"act.Done", int(ActState::Done)},
    {"act.Cut", int(ActState::Cut)},
    {"approval.Waiting", int(Approval::State::Waiting)},
    {"approval.Approved", int(Approval::State::Approved)},
    {"approval.Done", int(Approval::State::Done)},
    {"life.Restored", int(LifeEvent::What::Restored)},
    {"life.InDoubt", int(LifeEvent::What::InDoubt)},
    {"life.Asked", int(LifeEvent::What::Asked)},
    {"life.Issued", int(LifeEvent::What::Issued)},
    {"life.Edited", int(LifeEvent::What::Edited)},
    {"life.Voided", int(LifeEvent::What::Voided)},
    {"life.SetAside", int(LifeEvent::What::SetAside)},
    {"refusal.SoldOut", int(Refusal::Reason::SoldOut)},
    {"stock_turn.Filled", int(StockTurn::Filled)},
    {"tally.Issues", int(Tally::Issues)},
    {"webhook.Waiting", int(HookDelivery::State::Waiting)},
    {"webhook.SwitchedOff", int(HookDelivery::State::SwitchedOff)},
});

/// "UPDATE coupon SET status = {Available} WHERE id = ?"_sql
template <sqltext::Literal literal>
QString operator""_sql()
{
    return sqltext::text<literal, rowNames>();
}

} // namespace seonchak::book
