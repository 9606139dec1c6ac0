// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/coupon_rows.h"
#include "core/database/book/journal_entry.h"

#include <span>
#include <vector>

/// The statements that turn entries of the journal into rows. Private to core/database/book.
namespace seonchak::book {

/// What the book knows about an entry's code; id 0: nothing.
struct KnownCode
{
    /// The numbers are those of issue_batch() in the schema of PostgreSQL.
    enum class Edit { None = 0, IssuedByNewCode = 1, IssuedByFormerCode = 2 };

    CouponId id = 0;
    QByteArray code;
    WallMs createdAt = 0;
    RowStatus status = RowStatus::Voided;
    Edit edit = Edit::None;

    [[nodiscard]] bool issuable() const { return id != 0 && status != RowStatus::Voided; }
};

struct InsertedIssues
{
    std::vector<KnownCode> known; ///< one for each entry, in their order
    bool anyDoubt = false;        ///< the book has open doubts; unknown while it knows none of the codes
    bool all = false;             ///< every entry became a row
};

/// Looks the codes of the entries up, and inserts a row for each that may be issued and is in nobody's way:
/// one call with arrays on PostgreSQL, a few prepared statements with values on SQLite. Run it inside a
/// transaction.
Result<InsertedIssues> insertIssues(Session &session, std::span<const IssueEntry> entries);
/// PostgreSQL: the same as a whole transaction in one message, if nothing besides the rows has to change:
/// every code may be issued as it is, and there is no doubt; otherwise it inserts nothing. Rows that are in
/// each other's or another row's way are left out. `all`: every entry became a row.
Result<InsertedIssues> insertPlainIssues(Session &session, std::span<const IssueEntry> entries);

} // namespace seonchak::book
