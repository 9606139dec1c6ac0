// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_acts.h"
#include "core/database/book/book_audit.h"
#include "core/database/book/book_doubts.h"
#include "core/database/book/book_life.h"
#include "core/database/book/book_reads.h"
#include "core/database/book/book_refusals.h"
#include "core/database/book/hook_rows.h"
#include "core/watch/event_log.h"

#include <qcoro/qcorotask.h>

namespace seonchak {

class Engine;
struct SaleShared;

struct CouponPage
{
    QList<Coupon> items;
    std::optional<CouponId> next; ///< what to ask for `after`; nothing at the end, or in another order
};

struct HookPage
{
    QList<HookReceiver> receivers; ///< those of this server
    QList<HookDelivery> items;     ///< the newest first
    std::optional<qint64> next;    ///< what to ask for `before`; nothing at the end
};

/// Everything a person may look up in a sale. Callable from any thread with an event loop; tasks resume
/// there; nothing blocks. What was written in the last second may be missing from biographies and refusals,
/// unless it was this very question's: both flush first.
class Records
{
public:
    Records(SaleShared &shared, Engine &engine);

    QCoro::Task<Result<std::optional<Coupon>>> coupon(CouponId id);
    /// With RESERVED laid over from Redis.
    QCoro::Task<Result<CouponPage>> list(book::Filter filter);
    /// How many coupons a filter matches, whatever its `after`, `offset` and `limit`. AVAILABLE is as the
    /// book sees it, with those that are reserved at this moment.
    QCoro::Task<Result<qint64>> count(book::Filter filter);
    /// Which of these codes the book has, in whatever spelling; for a few thousand at a time. Only looks: the
    /// audit trail hears nothing of it.
    QCoro::Task<Result<QList<QByteArray>>> existing(QList<QByteArray> codes);
    QCoro::Task<Result<std::optional<Biography>>> biography(QByteArray code);
    /// Redis' reservation under way stands above a refusal: InProgress.
    QCoro::Task<Result<WhyNot>> whyNot(UserId user);
    QCoro::Task<Result<QList<OpenDoubt>>> doubts(int most = 1000);
    QCoro::Task<Result<AuditPage>> audit(AuditFilter filter);
    QCoro::Task<Result<HookPage>> hooks(HookFilter filter);
    /// The book's own row of a long act, as long as it is kept.
    QCoro::Task<Result<std::optional<book::Act>>> act(QString id);
    /// At once, from memory: the oldest `most` above `after`.
    [[nodiscard]] EventPage events(quint64 after, qsizetype most) const;
    /// The serial of the newest.
    [[nodiscard]] quint64 lastEvent() const;

private:
    SaleShared &m_shared;
    Engine &m_engine;
};

} // namespace seonchak
