// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QList>
#include <QString>

namespace seonchak {

class Session;

/// Row counts that the schema's triggers keep in the table `tally`, so that counts() costs the same for any
/// number of coupons. On PostgreSQL a change appends a row, so a kind's count is a sum.
namespace book {

/// Values of `tally.kind`: a coupon's status (RowStatus), or this.
enum class Tally { Issues = 10 };

/// A count in the table that differs from the number of rows.
struct TallyFault
{
    int kind = 0;
    qint64 error = 0; ///< actual rows minus the table's count

    bool operator==(const TallyFault &) const = default;
};

/// Counts all rows and compares, at one instant; empty: all counts are right. Takes some tenths of a second
/// at a million coupons: run it on a thread that nobody waits for.
Result<QList<TallyFault>> checkTally(Session &session);
/// The same, and corrects wrong counts. Two programs may do so concurrently. Call it within a transaction.
Result<QList<TallyFault>> mendTally(Session &session);
/// "3 coupons with status 2 and 1 issue were not counted", for the log and the audit trail.
QString tallyWords(const QList<TallyFault> &faults);

} // namespace book

} // namespace seonchak
