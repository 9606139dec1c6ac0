// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace seonchak {

/// A long act as clients see it: generate, add, push, void.
struct Job
{
    enum class State {
        Running,
        Done,
        Stopped, ///< before its end, by a person or because a server ended: completed slices stay
        Failed,
    };
    QString id;
    QString action; ///< the action's name in the audit trail
    QString actor;
    QString detail;
    State state = State::Running;
    qint64 total = 0; ///< coupons; 0: all
    qint64 made = 0;  ///< coupons made, claimed or voided so far
    qint64 moved = 0; ///< at its end: what was pushed, or is in the stock
    WallMs begunAt = 0;
    WallMs endedAt = 0;         ///< 0: not yet, or not known
    QString result;             ///< at its end, as the audit trail has it
    QByteArray note;            ///< of chosen coupons that were voided: what the numbers do not say
    std::optional<Error> error; ///< of one that failed, where this server saw it

    [[nodiscard]] bool isOver() const { return state != State::Running; }
};

} // namespace seonchak
