// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_port.h"

#include <QObject>
#include <QPointer>

namespace seonchak {

/// What is done to single coupons, and how it ended in one sentence. Acts end in any order.
class CouponActs : public QObject
{
    Q_OBJECT
public:
    explicit CouponActs(DeskPort &port, QObject *parent = nullptr);

    void rename(const Coupon &coupon, const QByteArray &code);
    void voidOne(const Coupon &coupon);
    /// Why this coupon's code cannot be changed, or it cannot be voided, at present; empty: it can.
    [[nodiscard]] static QString whyNotEdited(const Coupon &coupon);
    [[nodiscard]] static QString whyNotVoided(const Coupon &coupon);

Q_SIGNALS:
    void said(const QString &sentence, bool failed);
    void changed(const seonchak::Coupon &coupon);
    /// The rename of this coupon is over, one way or the other.
    void renameEnded(qint64 id);

private:
    static QCoro::Task<> runRename(QPointer<CouponActs> self, DeskPort &port, Coupon coupon, QByteArray code);
    static QCoro::Task<> runVoid(QPointer<CouponActs> self, DeskPort &port, Coupon coupon);

    DeskPort &m_port;
};

} // namespace seonchak
