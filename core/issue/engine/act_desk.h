// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/engine/act_register.h"
#include "core/issue/stock/stock.h"

#include <QHash>

namespace seonchak {

struct SaleShared;

/// The result of voiding chosen coupons.
struct VoidedChosen
{
    qint64 voided = 0;
    QHash<CouponStatus, qint64> kept; ///< by present status; VOID: void before. AVAILABLE and STAGED:
                                      ///< reserved or changed at that moment, or not reached
    qint64 unknown = 0;               ///< no such coupon exists
    qint64 notReached = 0;            ///< not processed because the act was stopped
};

/// Runs the long acts. A repeat with the same key gets the first answer, or resumes the act if it was
/// interrupted; see ActRegister. Lives on the engine's thread.
class ActDesk
{
public:
    ActDesk(SaleShared &shared, Stock &stock, ActRegister &acts);

    QCoro::Task<Result<Generated>> generate(ActOrder who, GenerateOrder order, Work work);
    QCoro::Task<Result<Added>> add(ActOrder who, QList<QByteArray> codes, bool push);
    QCoro::Task<Result<Pushed>> push(ActOrder who, Work work);
    QCoro::Task<Result<qint64>> voidUnissued(ActOrder who, Work work);
    QCoro::Task<Result<VoidedChosen>> voidChosen(ActOrder who, QList<CouponId> ids, Work work);

    /// The acts themselves, from where their row in the book stands.
    QCoro::Task<Result<Generated>> runGenerate(book::Act act, GenerateOrder order, Work work);
    QCoro::Task<Result<Pushed>> runPush(book::Act act, Work work);
    QCoro::Task<Result<qint64>> runVoid(book::Act act, Work work);
    /// The error of an act that ends because the server is being stopped.
    static Error ending(qint64 made);

private:
    QCoro::Task<Result<QHash<CouponStatus, qint64>>> statusesOf(QList<CouponId> ids);

    SaleShared &m_shared;
    Stock &m_stock;
    ActRegister &m_register;
};

} // namespace seonchak
