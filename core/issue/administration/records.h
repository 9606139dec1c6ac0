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
    std::optional<CouponId> next; ///< the next page's `after`; nullopt at the end, or in another order
};

struct HookPage
{
    QList<HookReceiver> receivers; ///< the receivers of this server
    QList<HookDelivery> items;     ///< newest first
    std::optional<qint64> next;    ///< the next page's `before`; nullopt at the end
};

/// Every query on a sale. Methods may be called from any thread with an event loop; tasks resume there;
/// nothing blocks. What was written in the last second may be missing, except from biographies and refusals:
/// both queries flush first.
class Records
{
public:
    Records(SaleShared &shared, Engine &engine);

    QCoro::Task<Result<std::optional<Coupon>>> coupon(CouponId id);
    /// Statuses include RESERVED, read from Redis.
    QCoro::Task<Result<CouponPage>> list(book::Filter filter);
    /// How many coupons match a filter, ignoring its `after`, `offset` and `limit`. AVAILABLE is as in the
    /// book and therefore includes the coupons that are reserved now.
    QCoro::Task<Result<qint64>> count(book::Filter filter);
    /// Which of these codes the book has, in any spelling; for a few thousand at a time. Read-only: leaves no
    /// entry in the audit trail.
    QCoro::Task<Result<QList<QByteArray>>> existing(QList<QByteArray> codes);
    QCoro::Task<Result<std::optional<Biography>>> biography(QByteArray code);
    /// A reservation under way in Redis takes precedence over a refusal: InProgress.
    QCoro::Task<Result<WhyNot>> whyNot(UserId user);
    QCoro::Task<Result<QList<OpenDoubt>>> doubts(int most = 1000);
    QCoro::Task<Result<AuditPage>> audit(AuditFilter filter);
    QCoro::Task<Result<HookPage>> hooks(HookFilter filter);
    /// The book's row of a long act, as long as the book keeps it.
    QCoro::Task<Result<std::optional<book::Act>>> act(QString id);
    /// Returns immediately, from memory: the oldest `most` events above `after`.
    [[nodiscard]] EventPage events(quint64 after, qsizetype most) const;
    /// The serial of the newest event.
    [[nodiscard]] quint64 lastEvent() const;

private:
    SaleShared &m_shared;
    Engine &m_engine;
};

} // namespace seonchak
