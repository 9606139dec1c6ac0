// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>

#include <random>

namespace seonchak {

/// {"code","userId"}
QJsonObject couponJson(const QByteArray &code, UserId user);

/// Such a partner's behaviour in its next calls.
struct PartnerBehaviour
{
    enum class Mode {
        Accept,
        Refuse,         ///< with `status`
        Error500Before, ///< 500 without acting
        Error500After,  ///< acts, then 500
        StallBefore,    ///< waits `stallMs`, then acts and answers; forever: never acts
        StallAfter,     ///< acts, waits `stallMs`, then answers
        CloseBefore,    ///< closes the connection without acting
        CloseAfter,     ///< acts, then closes the connection without an answer
        Garbage,        ///< acts, then sends an answer that is not HTTP
        BrokenJson,     ///< acts, then 200 with a body that is labelled JSON but invalid
        Huge,           ///< acts, then 200 with a body of 1 GiB
        HugeHeaders,    ///< acts, then 200 with headers that never end
        LongHeaders,    ///< acts, then 200 with 100 KiB of headers, complete
        Redirect,       ///< 307 to /elsewhere/coupons
        EchoOther,      ///< acts, then answers with another code and user
        Forget,         ///< answers as if it had acted
        Conflict,       ///< POST: 409; from then on `holder` has the code
        Lie,            ///< GET: names `holder`, or 404 if that is zero
    };
    Mode mode = Mode::Accept;
    QByteArray verb = "POST"; ///< the calls it applies to; "*" for all
    int times = -1;           ///< calls it applies to, then Accept again; below zero: always
    double rate = 1;          ///< share of those calls that are affected, drawn from `seed`
    quint64 seed = 0;
    int stallMs = -1; ///< below zero: forever
    int status = 422;
    UserId holder = 0;

    /// From the control document: {"mode":"stall-after","times":1,"stallMs":500,…}, with the names above in
    /// small letters and hyphens ("error500-before"). Unknown members and modes are errors.
    static Result<PartnerBehaviour> fromJson(const QJsonObject &json);
    [[nodiscard]] QByteArray name() const;
};

/// One call as the partner saw it.
struct PartnerCall
{
    QByteArray verb;
    QByteArray path;
    QByteArray authorization;
    QByteArray key;
    QByteArray code;
    UserId user = 0;
    QByteArray mode; ///< the behaviour applied to it
    bool acted = false;
};

/// Its memory: its codes, and every call.
class PartnerMemory
{
public:
    struct Holder
    {
        UserId user = 0;
        QByteArray key;
    };
    struct Answer
    {
        int status = 200;
        QJsonObject body;
    };

    void behave(PartnerBehaviour behaviour);
    /// The mode for a call with this verb, which is counted.
    PartnerBehaviour::Mode nextMode(const QByteArray &verb);
    [[nodiscard]] const PartnerBehaviour &behaviour() const { return m_behaviour; }

    /// Records the call; returns its number for `act`.
    qsizetype note(PartnerCall call);
    /// Carries the call out. A repeated key means the same call.
    Answer act(qsizetype call);
    /// The answer that act() would give, without acting.
    [[nodiscard]] Answer pretend(qsizetype call) const;
    /// Refuses this call's key from now on.
    void refuse(qsizetype call);
    void hold(const QByteArray &code, UserId user) { m_held.insert(code, {user, {}}); }
    void clear();

    [[nodiscard]] const QHash<QByteArray, Holder> &held() const { return m_held; }
    [[nodiscard]] const QList<PartnerCall> &calls() const { return m_calls; }
    /// {"codes":{"X":{"userId":1,"key":"…"}},"calls":[…]}
    [[nodiscard]] QJsonObject toJson() const;

private:
    PartnerBehaviour m_behaviour;
    std::mt19937_64 m_random;
    QHash<QByteArray, Holder> m_held;
    QSet<QByteArray> m_refusedKeys;
    QList<PartnerCall> m_calls;
};

} // namespace seonchak
