// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QList>
#include <QString>

namespace seonchak {

class Session;

/// The numbers of rows that the schema's triggers keep in the table `tally`, so that counts() costs the same
/// at any number of coupons. On PostgreSQL a change appends a row, so the number of a kind is a sum.
namespace book {

/// What `tally.kind` says: a coupon's status (RowStatus), or this.
enum class Tally { Issues = 10 };

/// A number of the table that is not the number of rows.
struct TallyFault
{
    int kind = 0;
    qint64 error = 0; ///< so many rows more than the table says

    bool operator==(const TallyFault &) const = default;
};

/// Counts all rows and compares, at one instant; empty: all numbers are right. Some tenths of a second at a
/// million coupons: for a thread that nobody waits for.
Result<QList<TallyFault>> checkTally(Session &session);
/// The same, and sets right what is wrong. Two programs may do so at once. Within a transaction.
Result<QList<TallyFault>> mendTally(Session &session);
/// "3 coupons with status 2 and 1 issue were not counted", for the log and the audit trail.
QString tallyWords(const QList<TallyFault> &faults);

} // namespace book

} // namespace seonchak
