// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"
#include "core/database/book/book_acts.h"

#include <QList>
#include <QString>

#include <vector>

namespace seonchak {

class Session;

/// A long act that was interrupted midway: a person decides about it.
struct CutAct
{
    QString id;
    QString actor;
    QString action; ///< generate, add, push, void
    QString detail; ///< as in the trail
    qint64 made = 0;
    qint64 total = 0; ///< 0: all
    WallMs begunAt = 0;

    bool operator==(const CutAct &) const = default;
};

enum class CutChoice {
    Finish, ///< do the rest
    Keep,   ///< keep what exists, do not do the rest
    Void,   ///< void what it made, as far as it is not issued
};

namespace book {

/// The acts that wait for a decision, oldest first.
Result<QList<CutAct>> cutActs(Session &session);
/// Takes an act to finish or to void it: `owner` owns it from now on. Conflict if it was decided already.
Result<Act> takeCut(Session &session, const QString &id, const QString &owner, const QString &actor,
                    const QString &result, WallMs now);
/// Withdraws the offer, and ends the act if no key can ask for it again. Conflict if it was decided already.
Result<Act> keepCut(Session &session, const QString &id, const QString &actor, WallMs now);

/// Coupons of one act by their ids. `batch`: only those of that push; 0: all.
struct IdSpan
{
    CouponId first = 0;
    CouponId last = 0;
    qint64 batch = 0;
};
/// Everything that the act's pushes have claimed.
Result<std::vector<IdSpan>> pushedSpans(Session &session, const QString &act);

struct SpanSlice
{
    std::vector<CouponId> staged;
    QList<QByteArray> available; ///< codes
    CouponId lowest = 0;         ///< of the coupons read; 0: nothing is left
};
/// The newest coupons of a span, below an id, that may be voided.
Result<SpanSlice> readSpan(Session &session, const IdSpan &span, CouponId below, int most);
/// The highest coupon id; 0: no coupon.
Result<CouponId> newestId(Session &session);
/// The spans of these newly added codes.
Result<std::vector<IdSpan>> spansOf(Session &session, const QList<QByteArray> &codes, CouponId above);
/// Which of these are still STAGED, as codes.
Result<QList<QByteArray>> stagedAmong(Session &session, const std::vector<CouponId> &ids);

} // namespace book

} // namespace seonchak
