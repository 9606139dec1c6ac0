// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work.h"
#include "core/database/book/book_approvals.h"
#include "core/database/book/book_doubts.h"
#include "core/database/book/hook_rows.h"
#include "core/issue/administration/second_person.h"
#include "core/issue/engine/act_desk.h"
#include "core/issue/ground/foreign_desk.h"
#include "core/issue/ground/sale_times.h"
#include "core/issue/stock/stock.h"

#include <QString>

namespace seonchak {

class Engine;
struct SaleShared;
enum class DoubtOrder;

/// What voiding everything that is not issued would do.
struct VoidPlan
{
    qint64 staged = 0;    ///< to be voided
    qint64 available = 0; ///< to be voided
    qint64 inFlight = 0;  ///< reserved or in doubt: they stay
    qint64 issued = 0;    ///< they stay

    [[nodiscard]] qint64 toVoid() const { return staged + available; }
};

/// How a doubt stands after somebody did something about it.
struct DoubtEnd
{
    enum class Kind {
        Issued,       ///< `coupon` is its user's
        Restored,     ///< `coupon` is back in the stock
        SetAside,     ///< book and store contradict each other: kept for a person to look at
        StillUnknown, ///< the store gave no answer, or not one to be believed yet; nothing changed
    } kind = Kind::StillUnknown;
    Coupon coupon;
    QString answer; ///< what the store said, in English
};

/// Everything a person may do to a sale, from the window or over REST. Callable from any thread with an event
/// loop; tasks resume there. Every act stands in the audit trail, with its result, when it answers; `actor`
/// is who did it: "desk", "REST 127.0.0.1". Where the trail itself cannot be written the act's own result is
/// given all the same, and the log says so.
class Administration
{
public:
    Administration(SaleShared &shared, Engine &engine);

    /// The long acts. `once` makes them safe to repeat, see ActDesk. Where one fails after a part, the
    /// error's `partly` says how much there is. Adds exactly these, or none: Conflict names every code that
    /// exists or stands twice in `codes`.
    QCoro::Task<Result<Added>> add(QString actor, QList<QByteArray> codes, bool push, Once once = {});
    QCoro::Task<Result<Generated>> generate(QString actor, GenerateOrder order, Work work = {},
                                            Once once = {});
    QCoro::Task<Result<Pushed>> push(QString actor, Work work = {}, Once once = {});
    QCoro::Task<Result<Coupon>> rename(QString actor, CouponId id, QByteArray code);

    /// One coupon that is STAGED or AVAILABLE. NotFound; Conflict where it is reserved, in doubt, issued or
    /// void already.
    QCoro::Task<Result<Coupon>> voidOne(QString actor, CouponId id);
    QCoro::Task<Result<VoidPlan>> planVoid();
    /// Every coupon that is STAGED or AVAILABLE; returns how many. Those in flight stay. NeedsSecond: see
    /// SecondPerson.
    QCoro::Task<Result<qint64>> voidUnissued(Actor who, Work work = {}, Once once = {});

    /// Long acts that were cut off (the program was ended, or died) and wait for a decision.
    QCoro::Task<Result<QList<CutAct>>> cutActs();
    /// Decides about one, once: Conflict where somebody else has. Returns how many coupons there are by it
    /// now, or with Void how many were voided.
    QCoro::Task<Result<qint64>> settleCut(QString actor, QString id, CutChoice choice, Work work = {});
    static constexpr qsizetype mostChosen = 10'000;
    /// These coupons, up to `mostChosen`, each once. What cannot be voided stays and is counted, and the
    /// trail says that it began and how far it came. Progress counts the coupons it has been through.
    QCoro::Task<Result<VoidedChosen>> voidChosen(QString actor, QList<CouponId> ids, Work work = {},
                                                 Once once = {});

    /// Every long act stops at its next slice and reports what it did; none begins any more. From any thread.
    void stopLongActs();

    /// While paused nothing is issued, by any server of this sale: 503 with Retry-After. Remembered by the
    /// book.
    QCoro::Task<Result<void>> setPaused(QString actor, bool paused);
    /// When the sale opens and closes, for every server of it. BadInput says what is wrong with the times. A
    /// repeat by `once` answers what the first one set.
    QCoro::Task<Result<SaleTimes>> setTimes(QString actor, SaleTimesChange change, Once once = {});

    /// Asks the store again, and settles by its answer. NotFound: no such doubt is open. Conflict: the
    /// settler is at it just now.
    QCoro::Task<Result<DoubtEnd>> askAgain(QString actor, qint64 reservation);
    /// A person knows that the store has it for this user. NeedsSecond: see SecondPerson.
    QCoro::Task<Result<DoubtEnd>> declareIssued(Actor who, qint64 reservation);
    /// Withdraws it at the store, then gives it back to the stock. StillUnknown where the withdrawal could
    /// not be made. NeedsSecond: see SecondPerson.
    QCoro::Task<Result<DoubtEnd>> restore(Actor who, qint64 reservation);

    /// Says what to do with another program's keys in Redis; returns what they were. It is done in the
    /// background, and the audit trail says how it went. Conflict: none are there.
    QCoro::Task<Result<ForeignFound>> settleForeignKeys(QString actor, ForeignChoice choice);

    /// Sends a webhook's delivery anew, whatever came of it, and switches its receiver on again. NotFound.
    QCoro::Task<Result<HookDelivery>> sendHookAgain(QString actor, qint64 id);

    /// Who has to approve what, in a sale that needs two persons.
    [[nodiscard]] SecondPerson &second() { return m_second; }

    /// For what happens elsewhere: settings, refused tokens, exports.
    QCoro::Task<Result<void>> record(QString actor, QString action, QString detail, QString result);
    /// The same, and nobody waits for it: it is written before the sale ends, where the database answers.
    void report(QString actor, QString action, QString detail, QString result);

private:
    /// Has progress told on the calling thread, from the engine's.
    static Work carried(Work work);
    QCoro::Task<> note(QString actor, QString action, QString detail, QString result);
    QCoro::Task<Result<DoubtEnd>> settle(Actor who, qint64 reservation, DoubtOrder order);

    SaleShared &m_shared;
    Engine &m_engine;
    SecondPerson m_second;
};

} // namespace seonchak
