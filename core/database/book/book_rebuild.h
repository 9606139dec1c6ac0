// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"
#include "core/database/book/journal_entry.h"

#include <QList>

#include <vector>

namespace seonchak {

class Session;

/// What a rebuild of Redis needs to know, and the book's few meta values about Redis.
namespace book {

/// A value of the meta table; empty if there is none.
Result<QByteArray> meta(Session &session, const QByteArray &key);
Result<void> setMeta(Session &session, const QByteArray &key, const QByteArray &value);

/// Blocks a rebuild's new generation until this transaction ends. Unavailable: `generation` is no longer
/// current.
Result<void> holdGeneration(Session &session, qint64 generation);
/// The next fencing token of a rebuild: tokens are unique and only grow.
Result<qint64> nextFence(Session &session);
/// Blocks the next token until this transaction ends. Unavailable: `fence` is not the newest any more.
Result<void> holdFence(Session &session, qint64 fence);

/// The highest reservation number and push batch that the book has seen: a Redis that counts lower is older
/// than the book.
struct HighMarks
{
    qint64 reservation = 0;
    qint64 batch = 0;
};
Result<HighMarks> highMarks(Session &session);

struct StockRow
{
    CouponId id = 0;
    QByteArray code;
};
/// AVAILABLE and PUSHING coupons that are neither issued, in doubt nor set aside, in id order, after `after`.
Result<std::vector<StockRow>> stockAfter(Session &session, CouponId after, int most);
struct IssuedRow
{
    UserId user = 0;
    QByteArray code;
};
Result<std::vector<IssuedRow>> issuedUsersAfter(Session &session, UserId after, int most);
Result<std::vector<DoubtEntry>> doubts(Session &session);
/// Makes all PUSHING coupons AVAILABLE and finishes all renames, so that the rebuild pushes what the book
/// says.
Result<void> settleForRebuild(Session &session);

} // namespace book

} // namespace seonchak
