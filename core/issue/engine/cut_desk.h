// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/engine/act_desk.h"

namespace seonchak {

/// Carries out what a person has decided about an interrupted act. Lives on the engine's thread.
class CutDesk
{
public:
    struct Parts
    {
        SaleShared &shared;
        Stock &stock;
        ActRegister &acts;
        ActDesk &desk;
    };
    explicit CutDesk(Parts parts)
        : m(parts)
    {
    }

    /// Once; Conflict if it was decided already. Returns how many coupons the act has made by now, or with
    /// Void how many were voided.
    QCoro::Task<Result<qint64>> settle(QString actor, QString id, CutChoice choice, Work work);

private:
    QCoro::Task<Result<qint64>> keep(QString actor, QString id);
    QCoro::Task<Result<qint64>> finish(book::Act act, Work work);
    QCoro::Task<Result<qint64>> finishAdd(book::Act act, Work work);
    QCoro::Task<Result<qint64>> voidMade(book::Act act, Work work);

    const Parts m;
};

} // namespace seonchak
