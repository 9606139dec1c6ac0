// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/stock/stock.h"
#include "core/watch/event_log.h"
#include "core/watch/job.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace seonchak {

struct SaleShared;

/// Makes a request repeatable: an Idempotency-Key and a fingerprint of the whole request.
struct Once
{
    QByteArray key; ///< empty: every request is a new act
    QByteArray fingerprint;
    /// Called on the engine's thread once the act has begun, was done before, or belongs to another server.
    std::function<void(const Job &job)> begun = {};
};

struct ActOrder
{
    QString actor;
    QString action; ///< the action's name in the audit trail
    QString detail;
    qint64 total = 0; ///< 0: all coupons
    Once once;
    QByteArray note = {};   ///< what is needed to resume the act
    bool announced = false; ///< see book::Act
};

/// The result of voiding chosen coupons.
struct VoidedChosen
{
    qint64 voided = 0;
    QHash<CouponStatus, qint64> kept; ///< by present status; VOID: void before. AVAILABLE and STAGED:
                                      ///< reserved or changed at that moment, or not reached
    qint64 unknown = 0;               ///< no such coupon exists
    qint64 notReached = 0;            ///< not processed because the act was stopped
};

/// Runs the long acts: each has a row in the book while it runs, refreshes a heartbeat there, and ends with
/// an entry in the audit trail. A repeat with the same key gets the first answer, or resumes the act if it
/// was interrupted; KeyRunning while the act is running, KeyMismatch for a different request. If an act's
/// server died, the server that notices writes the entry. Lives on the engine's thread.
class ActDesk : public QObject
{
    Q_OBJECT
public:
    ActDesk(SaleShared &shared, Stock &stock);

    QCoro::Task<Result<Generated>> generate(ActOrder who, GenerateOrder order, Work work);
    QCoro::Task<Result<Added>> add(ActOrder who, QList<QByteArray> codes, bool push);
    QCoro::Task<Result<Pushed>> push(ActOrder who, Work work);
    QCoro::Task<Result<qint64>> voidUnissued(ActOrder who, Work work);
    QCoro::Task<Result<VoidedChosen>> voidChosen(ActOrder who, QList<CouponId> ids, Work work);

    /// The book's row of an act that is about to begin.
    [[nodiscard]] book::Act actOf(const ActOrder &who);

    /// Carries out `choice` for an interrupted act, once; Conflict if it was decided already. Returns how
    /// many coupons the act has made by now, or with Void how many were voided.
    QCoro::Task<Result<qint64>> settleCut(QString actor, QString id, CutChoice choice, Work work);

private:
    struct Seen
    {
        QString owner;
        qint64 beat = 0;
        qint64 sinceNs = 0;
    };
    QCoro::Task<Result<Generated>> runGenerate(book::Act act, GenerateOrder order, Work work);
    QCoro::Task<Result<Pushed>> runPush(book::Act act, Work work);
    QCoro::Task<Result<qint64>> runVoid(book::Act act, Work work);
    QCoro::Task<Result<qint64>> finishAdd(book::Act act, Work work);
    QCoro::Task<Result<qint64>> finishCut(book::Act act, Work work);
    QCoro::Task<Result<qint64>> voidCut(book::Act act, Work work);
    QCoro::Task<Result<book::Act>> takeCut(QString actor, QString id, CutChoice choice);
    QCoro::Task<Result<qint64>> keepCut(QString actor, QString id);
    QCoro::Task<Result<QHash<CouponStatus, qint64>>> statusesOf(QList<CouponId> ids);
    QCoro::Task<Result<book::Begun>> begin(ActOrder who);
    void tellBegun(const ActOrder &who, const book::Begun &begun) const;
    /// Wraps `work` so that its progress also appears in the list of jobs.
    [[nodiscard]] Work told(const book::Act &act, Work work) const;
    QCoro::Task<Result<book::Begun>> claim(book::Act wanted, qint64 deadBeat);
    /// Waits for a heartbeat of the act's owner; returns the act if there was none, nothing if the owner is
    /// alive.
    QCoro::Task<std::optional<qint64>> beatOfDead(book::Act act);
    /// Before its end: what a repeat is to be answered.
    QCoro::Task<> keepNote(book::Act act);
    QCoro::Task<> end(book::Act act, QString result);
    /// Ends an act that failed or was interrupted by the end of the program: the error and the trail say how
    /// much was done.
    QCoro::Task<Error> fail(book::Act act, Error error, bool pushes);
    [[nodiscard]] Error ending(qint64 made) const;

    void tick();
    QCoro::Task<> beat();
    QCoro::Task<> sweep();
    QCoro::Task<> tellWaiting();
    void tellBroken(const book::Act &act) const;
    void tellCutOff(const QString &action, const QString &detail, qint64 made) const;
    /// An act that concerned no coupon adds no event.
    void tellDone(Event::Kind kind, qint64 number, const QByteArray &code = {}) const;
    /// For an act that had made `act.made` coupons before it was resumed.
    void tellMore(const book::Act &act, qint64 made, const QByteArray &code = {}) const;

    SaleShared &m_shared;
    Stock &m_stock;
    QTimer m_timer;
    QSet<QString> m_mine; ///< the owner names that this process uses now
    QHash<QString, Seen> m_others;
    int m_ticks = 0;
    qint64 m_count = 0;
    bool m_beating = false;
    bool m_sweeping = false;
    bool m_waitingTold = false; ///< already announced, or being announced
};

} // namespace seonchak
