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

/// What makes a request one that may be repeated: an Idempotency-Key and a fingerprint of the whole request.
struct Once
{
    QByteArray key; ///< empty: an act of its own each time
    QByteArray fingerprint;
    /// Told once the act has begun, or was done before, or is another's: on the engine's thread.
    std::function<void(const Job &job)> begun = {};
};

struct ActOrder
{
    QString actor;
    QString action; ///< the trail's word
    QString detail;
    qint64 total = 0; ///< 0: all there are
    Once once;
    QByteArray note = {};   ///< what going on needs to know
    bool announced = false; ///< see book::Act
};

/// What became of coupons that were chosen to be voided.
struct VoidedChosen
{
    qint64 voided = 0;
    QHash<CouponStatus, qint64> kept; ///< by what they are now; VOID: they were before. AVAILABLE and STAGED:
                                      ///< reserved or changed at that moment, or not reached
    qint64 unknown = 0;               ///< there is no such coupon
    qint64 notReached = 0;            ///< a stop came before these
};

/// Runs the long acts: each has a row in the book while it runs, shows signs of life there, and ends with an
/// entry in the audit trail. A repeat with the same key gets the first one's answer, or goes on where it
/// broke off; KeyRunning while somebody is at it, KeyMismatch for another request. Acts whose server died
/// get their entry from whoever notices. Lives on the engine's thread.
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

    /// The row of an act that somebody wants to begin.
    [[nodiscard]] book::Act actOf(const ActOrder &who);

    /// What was cut off: `choice` is carried out, once; Conflict where somebody else has chosen. Returns how
    /// many coupons there are by it now, or with Void how many were voided.
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
    /// Work that says how far it is, also to whoever looks at the jobs.
    [[nodiscard]] Work told(const book::Act &act, Work work) const;
    QCoro::Task<Result<book::Begun>> claim(book::Act wanted, qint64 deadBeat);
    /// Waits for a sign of life of its owner; the act where there was none, nothing where it lives.
    QCoro::Task<std::optional<qint64>> beatOfDead(book::Act act);
    /// Before its end: what a repeat is to be answered.
    QCoro::Task<> keepNote(book::Act act);
    QCoro::Task<> end(book::Act act, QString result);
    /// The act failed, or was cut short by the end of the program: how much there is, in the error and the
    /// trail.
    QCoro::Task<Error> fail(book::Act act, Error error, bool pushes);
    [[nodiscard]] Error ending(qint64 made) const;

    void tick();
    QCoro::Task<> beat();
    QCoro::Task<> sweep();
    QCoro::Task<> tellWaiting();
    void tellBroken(const book::Act &act) const;
    void tellCutOff(const QString &action, const QString &detail, qint64 made) const;
    /// What concerned no coupon is no event.
    void tellDone(Event::Kind kind, qint64 number, const QByteArray &code = {}) const;
    /// Of an act that had made `act.made` before it went on.
    void tellMore(const book::Act &act, qint64 made, const QByteArray &code = {}) const;

    SaleShared &m_shared;
    Stock &m_stock;
    QTimer m_timer;
    QSet<QString> m_mine; ///< the owners' names this program goes by just now
    QHash<QString, Seen> m_others;
    int m_ticks = 0;
    qint64 m_count = 0;
    bool m_beating = false;
    bool m_sweeping = false;
    bool m_waitingTold = false; ///< or being told
};

} // namespace seonchak
