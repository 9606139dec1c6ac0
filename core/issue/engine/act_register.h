// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work.h"
#include "core/issue/engine/act_order.h"
#include "core/issue/engine/act_sweep.h"
#include "core/watch/event_log.h"

#include <optional>

namespace seonchak {

/// The rows of the long acts in the book: each begins with a row, which makes a repeat with the same key find
/// it, and ends with an entry in the audit trail. Clients of the job list see the same. Lives on the engine's
/// thread.
class ActRegister
{
public:
    ActRegister(SaleShared &shared, ActSweep &sweep);

    /// The row of an act that is about to begin.
    [[nodiscard]] book::Act actOf(const ActOrder &who);
    /// Begins the act, or resumes one that was interrupted: waits for a heartbeat of its owner first.
    /// KeyRunning while it is running, KeyMismatch if the key was used for another request. The act may be
    /// done already.
    QCoro::Task<Result<book::Begun>> begin(ActOrder who);
    /// Takes an interrupted act over, for a person who has decided about it.
    QCoro::Task<Result<book::Act>> takeCut(QString actor, QString id, QString result);
    /// Before its end: what a repeat is to be answered.
    QCoro::Task<> keepNote(book::Act act);
    QCoro::Task<> end(book::Act act, QString result);
    /// Ends an act that failed or was interrupted by the end of the program: the error and the trail say how
    /// much was done. `pushes`: it brings coupons into the stock.
    QCoro::Task<Error> fail(book::Act act, Error error, bool pushes);

    /// Wraps `work` so that its progress also appears in the list of jobs.
    [[nodiscard]] Work told(const book::Act &act, Work work) const;
    /// Adds the event of an act that had made `act.made` coupons before it was resumed.
    void tellMore(const book::Act &act, qint64 made, const QByteArray &code = {}) const;
    /// An act that concerned no coupon adds no event.
    void tellDone(Event::Kind kind, qint64 number, const QByteArray &code = {}) const;

private:
    QCoro::Task<Result<book::Begun>> claim(book::Act wanted, qint64 deadBeat);
    QCoro::Task<std::optional<qint64>> beatOfDead(book::Act act);
    void tellBegun(const ActOrder &who, const book::Begun &begun) const;

    SaleShared &m_shared;
    ActSweep &m_sweep;
};

} // namespace seonchak
