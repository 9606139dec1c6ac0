// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work.h"
#include "core/database/book/book_approvals.h"
#include "core/database/book/book_doubts.h"
#include "core/database/book/hook_rows.h"
#include "core/issue/administration/doubt_end.h"
#include "core/issue/administration/second_person.h"
#include "core/issue/engine/act_desk.h"
#include "core/issue/ground/doubt_order.h"
#include "core/issue/ground/foreign_desk.h"
#include "core/issue/ground/sale_times.h"
#include "core/issue/stock/stock.h"

#include <QString>

namespace seonchak {

class Engine;
struct SaleShared;

/// What voiding every unissued coupon would do.
struct VoidPlan
{
    qint64 staged = 0;    ///< to be voided
    qint64 available = 0; ///< to be voided
    qint64 inFlight = 0;  ///< reserved or in doubt: not voided
    qint64 issued = 0;    ///< not voided

    [[nodiscard]] qint64 toVoid() const { return staged + available; }
};

/// Every administrative action on a sale, from the window or over REST. Methods may be called from any thread
/// with an event loop; tasks resume there. Each action is recorded with its result in the audit trail before
/// the task returns; `actor` names who did it: "desk", "REST 127.0.0.1". If the trail cannot be written, the
/// action's own result is returned all the same, and the log says so.
class Administration
{
public:
    Administration(SaleShared &shared, Engine &engine);

    /// The long acts. `once` makes them safe to repeat, see ActRegister. If one fails midway, the error's
    /// `partly` says how much was done. add() adds exactly these codes, or none: Conflict names every code
    /// that exists already or occurs twice in `codes`.
    QCoro::Task<Result<Added>> add(QString actor, QList<QByteArray> codes, bool push, Once once = {});
    QCoro::Task<Result<Generated>> generate(QString actor, GenerateOrder order, Work work = {},
                                            Once once = {});
    QCoro::Task<Result<Pushed>> push(QString actor, Work work = {}, Once once = {});
    QCoro::Task<Result<Coupon>> rename(QString actor, CouponId id, QByteArray code);

    /// Voids one STAGED or AVAILABLE coupon. Errors: NotFound; Conflict if it is reserved, in doubt, issued
    /// or void already.
    QCoro::Task<Result<Coupon>> voidOne(QString actor, CouponId id);
    QCoro::Task<Result<VoidPlan>> planVoid();
    /// Every coupon that is STAGED or AVAILABLE; returns how many. Those in flight stay. NeedsSecond: see
    /// SecondPerson.
    QCoro::Task<Result<qint64>> voidUnissued(Actor who, Work work = {}, Once once = {});

    /// Long acts that were interrupted (the program ended or crashed) and wait for a decision.
    QCoro::Task<Result<QList<CutAct>>> cutActs();
    /// Decides about one interrupted act, once: Conflict if it was decided already. Returns how many coupons
    /// the act has made by now, or with Void how many were voided.
    QCoro::Task<Result<qint64>> settleCut(QString actor, QString id, CutChoice choice, Work work = {});
    static constexpr qsizetype mostChosen = 10'000;
    /// Voids these coupons, at most `mostChosen`, each once. Those that cannot be voided stay, counted.
    /// The trail records the start and the result; progress counts the processed coupons.
    QCoro::Task<Result<VoidedChosen>> voidChosen(QString actor, QList<CouponId> ids, Work work = {},
                                                 Once once = {});

    /// While paused, no server of this sale issues coupons: 503 with Retry-After. The book stores the pause.
    QCoro::Task<Result<void>> setPaused(QString actor, bool paused);
    /// Sets when the sale opens and closes, for all its servers. BadInput says what is wrong with the times.
    /// A repeat with the same `once` returns what the first request set.
    QCoro::Task<Result<SaleTimes>> setTimes(QString actor, SaleTimesChange change, Once once = {});

    /// Settles an open doubt. NotFound: no such doubt is open. Conflict: the settler is working on it.
    /// StillUnknown where the partner could not be asked or the withdrawal could not be made. NeedsSecond,
    /// not for Ask: see SecondPerson.
    QCoro::Task<Result<DoubtEnd>> settle(Actor who, qint64 reservation, DoubtOrder order);

    /// Decides what happens to another program's keys in Redis; returns what was found. The work runs in the
    /// background, and the audit trail records its result. Conflict: there are no such keys.
    QCoro::Task<Result<ForeignFound>> settleForeignKeys(QString actor, ForeignChoice choice);

    /// Sends a webhook delivery again, whatever its result was, and re-enables its receiver. Error: NotFound.
    QCoro::Task<Result<HookDelivery>> sendHookAgain(QString actor, qint64 id);

    /// Requests and approvals of acts that need two persons.
    [[nodiscard]] SecondPerson &second() { return m_second; }

    /// For what happens elsewhere: settings, refused tokens, exports.
    QCoro::Task<Result<void>> record(QString actor, QString action, QString detail, QString result);
    /// Like record(), without waiting: the entry is written before the sale ends, if the database answers.
    void report(QString actor, QString action, QString detail, QString result);

private:
    /// Delivers progress on the calling thread instead of the engine's.
    static Work carried(Work work);
    QCoro::Task<> note(QString actor, QString action, QString detail, QString result);

    SaleShared &m_shared;
    Engine &m_engine;
    SecondPerson m_second;
};

} // namespace seonchak
