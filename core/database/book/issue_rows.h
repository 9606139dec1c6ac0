// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/journal_entry.h"
#include "core/database/engine/session.h"

#include <optional>
#include <span>
#include <vector>

/// What the journal writes, as plain functions over a Session; run them inside a transaction.
namespace seonchak::book {

/// Writes the entries with a handful of statements, whatever their number; a bad entry does not affect the
/// others. The answers are in the order of the entries, and valid once the transaction is committed. `hooks`
/// are the webhook receivers to notify; without any this costs nothing.
Result<std::vector<Result<Booked>>> writeIssues(Session &session, std::span<const IssueEntry> entries,
                                                const QStringList &hooks = {});
/// PostgreSQL: the same as a whole transaction in one message, which saves half of a batch's waits. Only for
/// batches that need no more than the rows of issues; nullopt if this one needs more: call writeIssues(),
/// which also finds what of this batch is in the book already.
Result<std::optional<std::vector<Result<Booked>>>> writePlainIssues(Session &session,
                                                                    std::span<const IssueEntry> entries);

struct DoubtChange
{
    DoubtEntry entry;
    bool open = true; ///< false: the doubt of entry.reservation has ended
};
/// Opens and closes doubts in order. Opening a doubt that is open already or whose coupon is issued, or
/// closing one that is not open, is no error; NotFound if the book does not know the code, Conflict if its
/// coupon or user is in another doubt.
Result<std::vector<Result<void>>> writeDoubts(Session &session, std::span<const DoubtChange> changes);

} // namespace seonchak::book
