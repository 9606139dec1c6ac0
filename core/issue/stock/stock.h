// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/task_mutex.h"
#include "core/async/work.h"
#include "core/database/book/book_cut.h"
#include "core/database/book/book_void.h"
#include "core/database/book/coupon_book.h"
#include "core/issue/ground/readiness.h"
#include "core/issue/ground/stock_orders.h"
#include "core/redis/keys.h"
#include "core/redis/script.h"
#include "core/watch/conservation.h"

#include <qcoro/qcorotask.h>

namespace seonchak {

class Journal;
class RedisConnection;
class SqlPool;

/// What an administrator does to the stock. Each step is safe to be cut off: a push claims its rows, is
/// marked in Redis, and is finished later by whoever finds it; an edit remembers both codes until Redis has
/// the new one. Lives on one thread; works in slices, so that issues and readings get their turn.
class Stock
{
public:
    struct Parts
    {
        RedisConnection &redis;
        Journal &journal;
        SqlPool &pool;
        Keys keys;
        StockHome home;
        Readiness &readiness;
        TaskMutex &moving; ///< held while a slice is in neither or both stores
        const Clock &clock;
        std::function<void()> filled = {}; ///< something came into the stock in Redis
    };
    explicit Stock(Parts parts);

    /// The long ones go on where `act` stands in the book. Where one fails after a part, the error says how
    /// much was done (`partly`), as far as is known.
    /// Adds exactly these, or none: Conflict names every code that exists or stands twice in `codes`.
    QCoro::Task<Result<Added>> add(QList<QByteArray> codes, bool push, book::Act act, Work work);
    /// Exactly as many as ordered, unless it is stopped.
    QCoro::Task<Result<Generated>> generate(GenerateOrder order, book::Act act, Work work);
    /// Every STAGED coupon into the stock, each once.
    QCoro::Task<Result<Pushed>> push(book::Act act, Work work);
    /// Changes the code of a coupon that is staged or waits in the stock, in both stores or in neither.
    QCoro::Task<Result<Coupon>> rename(CouponId id, QByteArray code, QString actor);

    /// What an act has to remember of such an order, and the order again.
    static QByteArray orderNote(const GenerateOrder &order);
    static GenerateOrder orderOf(const book::Act &act);
    /// Not those of a program of before, which noted nothing.
    static bool knowsOrder(const book::Act &act);
    /// Remembers which coupons a slice made that no push will know.
    static Result<void> noteMade(Session &session, const QString &act, const QList<QByteArray> &codes,
                                 CouponId above);
    /// Puts into the stock what an add that was cut off has not brought there. Returns its whole count.
    QCoro::Task<Result<Generated>> finishAdd(book::Act act, Work work);
    /// Voids what a cut off act made, as far as it waits or is in the stock. Returns how many.
    QCoro::Task<Result<qint64>> voidMade(QString actor, book::Act act, Work work);

    /// The coupons of an add by what its act notes of them.
    static QList<Coupon> recalled(const QByteArray &note, const QList<QByteArray> &codes);

    /// One coupon that is STAGED or AVAILABLE. NotFound; Conflict where it is neither.
    QCoro::Task<Result<Coupon>> voidOne(CouponId id, QString actor);
    /// Every coupon that is STAGED or AVAILABLE: the staged ones first, then the stock from its end. Returns
    /// how many.
    QCoro::Task<Result<qint64>> voidUnissued(QString actor, book::Act act, Work work);

    struct ChosenVoids
    {
        qint64 voided = 0;
        qsizetype reached = 0; ///< of the chosen; a stop leaves the rest as it was
    };
    /// Voids those of these coupons that are STAGED or AVAILABLE, a slice at a time. The others stay.
    QCoro::Task<Result<ChosenVoids>> voidChosen(QList<CouponId> ids, QString actor, book::Act act, Work work);

    /// Finishes pushes, edits and voids that somebody left half done.
    QCoro::Task<Result<void>> finishLeftovers();

private:
    static constexpr int sliceSize = 5000;  ///< coupons in one transaction and one command
    static constexpr int mostSearches = 20; ///< of a code that moves
    QCoro::Task<Result<qint64>> nextBatch();
    /// What a slice put into the book, and what kept it from the stock.
    struct Slice
    {
        qint64 made = 0;
        std::optional<Error> undelivered;
    };
    QCoro::Task<Result<Added>> insertOrRecall(QList<QByteArray> codes, book::Act act);
    QCoro::Task<Result<Slice>> pushCodes(book::ActStep step, QList<QByteArray> codes);
    QCoro::Task<Result<Slice>> makeSlice(book::ActStep step, QList<QByteArray> codes, bool push);
    QCoro::Task<Result<void>> deliverOwn(QString act);
    QCoro::Task<Result<qint64>> pushedOf(QList<Coupon> coupons);
    QCoro::Task<Result<qint64>> deliver(book::PushSlice slice, qint64 generation);
    QCoro::Task<Result<Slice>> pushStagedSlice(book::ActStep step);
    QCoro::Task<Result<qint64>> available();
    enum class Try { First, Again };
    QCoro::Task<Result<void>> renameInRedis(book::Rename rename, QString actor, Try which);
    QCoro::Task<Result<bool>> askRedisToRename(book::Rename rename, Try which);
    QCoro::Task<Result<void>> finishRenames();
    struct TakenOut
    {
        QList<QByteArray> codes;
        qint64 generation = 0;
        WallMs at = 0; ///< before they were taken out
        bool one = false;
    };
    QCoro::Task<Result<qint64>> voidSlice(bool staged, QString actor, book::ActStep step);
    QCoro::Task<Result<qint64>> voidStagedSlice(QString actor, book::ActStep step);
    QCoro::Task<Result<qint64>> voidStockSlice(QString actor, book::ActStep step);
    QCoro::Task<Result<qint64>> voidInBook(QList<CouponId> ids, QString actor, book::ActStep step);
    QCoro::Task<Result<qint64>> voidInStock(QList<CouponId> ids, QString actor, book::ActStep step);
    QCoro::Task<TakenOut> takeOutAmong(QList<QByteArray> codes, std::optional<Error> *broken);
    QCoro::Task<Result<TakenOut>> takeOut(QByteArray code);
    QCoro::Task<Result<TakenOut>> takeOutAt(QByteArray code, qint64 place);
    QCoro::Task<Result<qint64>> voidTakenOut(TakenOut taken, QString actor, book::ActStep step);
    QCoro::Task<Result<qint64>> voidSpan(book::IdSpan span, book::VoidOrder order, Work work, qint64 before);
    QCoro::Task<Result<qint64>> voidRead(book::SpanSlice slice, book::VoidOrder order, std::stop_token stop);
    QCoro::Task<Result<qint64>> takeOutMany(QList<QByteArray> codes, TakenOut *taken);
    QCoro::Task<Result<void>> finishVoids();
    [[nodiscard]] Result<void> mayPush() const;
    [[nodiscard]] Result<void> mayChange() const;

    Parts m;
    const Script m_push;
    const Script m_rename;
    const Script m_void;
    const Script m_voidMany;
};

} // namespace seonchak
