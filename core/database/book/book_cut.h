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

/// A long act that was cut off after it had done a part: a person decides what becomes of it.
struct CutAct
{
    QString id;
    QString actor;
    QString action; ///< generate, add, push, void
    QString detail; ///< as in the trail
    qint64 made = 0;
    qint64 total = 0; ///< 0: all there were
    WallMs begunAt = 0;

    bool operator==(const CutAct &) const = default;
};

enum class CutChoice {
    Finish, ///< the rest is done
    Keep,   ///< what exists stays, the rest is not done
    Void,   ///< what it made is voided, as far as it is not issued
};

namespace book {

/// Those that wait for a decision, the oldest first.
Result<QList<CutAct>> cutActs(Session &session);
/// Takes one to finish or to void: it is `owner`'s from here on. Conflict where somebody was faster.
Result<Act> takeCut(Session &session, const QString &id, const QString &owner, const QString &actor,
                    const QString &result, WallMs now);
/// Ends the offer, and the act where no key may ask for it again. Conflict where somebody was faster.
Result<Act> keepCut(Session &session, const QString &id, const QString &actor, WallMs now);

/// Coupons of one act by their ids, `batch`: only those of that push; 0: all.
struct IdSpan
{
    CouponId first = 0;
    CouponId last = 0;
    qint64 batch = 0;
};
/// Everything that the act's pushes claimed.
Result<std::vector<IdSpan>> pushedSpans(Session &session, const QString &act);

struct SpanSlice
{
    std::vector<CouponId> staged;
    QList<QByteArray> available; ///< codes
    CouponId lowest = 0;         ///< of what was read; 0: nothing is left
};
/// The newest of a span below an id that may be voided.
Result<SpanSlice> readSpan(Session &session, const IdSpan &span, CouponId below, int most);
/// The highest id there is; 0: no coupon.
Result<CouponId> newestId(Session &session);
/// The spans of these codes, which were just added.
Result<std::vector<IdSpan>> spansOf(Session &session, const QList<QByteArray> &codes, CouponId above);
/// Of these, the codes that are still STAGED.
Result<QList<QByteArray>> stagedAmong(Session &session, const std::vector<CouponId> &ids);

} // namespace book

} // namespace seonchak
