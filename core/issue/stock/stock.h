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

/// An administrator's actions on the stock. Each step is safe to interrupt: a push claims its rows, is marked
/// in Redis, and is finished later by any server that finds it; an edit remembers both codes until Redis has
/// the new one. Lives on one thread; works in slices, so that issues and readings are not held up.
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
        std::function<void()> filled = {}; ///< called when coupons came into the stock in Redis
    };
    explicit Stock(Parts parts);

    /// Long acts resume where `act` stands in the book. If one fails midway, the error's `partly` says how
    /// much was done, as far as is known. add() adds exactly these codes, or none: Conflict names every code
    /// that exists already or occurs twice in `codes`.
    QCoro::Task<Result<Added>> add(QList<QByteArray> codes, bool push, book::Act act, Work work);
    /// Exactly as many as ordered, unless it is stopped.
    QCoro::Task<Result<Generated>> generate(GenerateOrder order, book::Act act, Work work);
    /// Pushes every STAGED coupon into the stock, each once.
    QCoro::Task<Result<Pushed>> push(book::Act act, Work work);
    /// Changes the code of a coupon that is staged or in the stock, in both stores or in neither.
    QCoro::Task<Result<Coupon>> rename(CouponId id, QByteArray code, QString actor);

    /// Serialises an order for its act's row, and parses it again.
    static QByteArray orderNote(const GenerateOrder &order);
    static GenerateOrder orderOf(const book::Act &act);
    /// False for acts of older programs, which stored no order.
    static bool knowsOrder(const book::Act &act);
    /// Stores which coupons a slice made, if no push records them.
    static Result<void> noteMade(Session &session, const QString &act, const QList<QByteArray> &codes,
                                 CouponId above);
    /// Pushes into the stock what an interrupted add has not pushed. Returns the act's whole count.
    QCoro::Task<Result<Generated>> finishAdd(book::Act act, Work work);
    /// Voids what an interrupted act made, as far as it is staged or in the stock. Returns how many.
    QCoro::Task<Result<qint64>> voidMade(QString actor, book::Act act, Work work);

    /// The coupons of an add, from its act's note.
    static QList<Coupon> recalled(const QByteArray &note, const QList<QByteArray> &codes);

    /// Voids one STAGED or AVAILABLE coupon. Errors: NotFound; Conflict if it has another status.
    QCoro::Task<Result<Coupon>> voidOne(CouponId id, QString actor);
    /// Voids every STAGED or AVAILABLE coupon: the staged ones first, then the stock from its end. Returns
    /// how many.
    QCoro::Task<Result<qint64>> voidUnissued(QString actor, book::Act act, Work work);

    struct ChosenVoids
    {
        qint64 voided = 0;
        qsizetype reached = 0; ///< of the chosen ones; if stopped, the rest is unchanged
    };
    /// Voids the STAGED and AVAILABLE ones of these coupons, a slice at a time. The others stay.
    QCoro::Task<Result<ChosenVoids>> voidChosen(QList<CouponId> ids, QString actor, book::Act act, Work work);

    /// Finishes interrupted pushes, edits and voids.
    QCoro::Task<Result<void>> finishLeftovers();

private:
    static constexpr int sliceSize = 5000;  ///< coupons in one transaction and one command
    static constexpr int mostSearches = 20; ///< for a code that moves
    QCoro::Task<Result<qint64>> nextBatch();
    /// What a slice added to the book, and why it did not reach the stock.
    struct Slice
    {
        qint64 made = 0;
        std::optional<Error> undelivered;
    };
    QCoro::Task<Result<Added>> insertOrRecall(QList<QByteArray> codes, book::Act act);
    QCoro::Task<Result<Slice>> pushCodes(book::ActStep step, QList<QByteArray> codes);
    QCoro::Task<Result<Slice>> makeSlice(book::ActStep step, QList<QByteArray> codes, bool push);
    /// The numbers of push slices that are not finished.
    using FindPushes = std::function<Result<std::vector<qint64>>(Session &)>;
    QCoro::Task<Result<void>> deliverFound(FindPushes find);
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
