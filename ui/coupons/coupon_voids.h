// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/asker.h"
#include "ui/port/desk_port.h"
#include "ui/port/page_context.h"

#include <QObject>
#include <QPointer>

namespace seonchak {

/// Voids one or many coupons: one question with the consequences and exceptions, then the act, then its
/// result as one sentence. One act at a time.
class CouponVoids : public QObject
{
    Q_OBJECT
public:
    explicit CouponVoids(const PageContext &context, QObject *parent = nullptr);

    /// Why this coupon cannot be voided now; empty if it can.
    [[nodiscard]] static QString whyNot(const Coupon &coupon);
    [[nodiscard]] bool isAtWork() const { return m_atWork; }
    /// Asks first. Ignored while working.
    void begin(const QList<Coupon> &chosen, QWidget *over);
    /// Coupons already voided stay void.
    void stop();

Q_SIGNALS:
    void began(const QString &sentence);
    void said(const QString &sentence, bool failed);
    void changed(const seonchak::Coupon &coupon);
    void progressed(qint64 done, qint64 total);
    /// An act on many coupons has ended.
    void ended();

private:
    static QCoro::Task<> runOne(QPointer<CouponVoids> self, DeskPort &port, Coupon coupon);
    static QCoro::Task<> runMany(QPointer<CouponVoids> self, DeskPort &port, QList<CouponId> ids, Work work);
    [[nodiscard]] Question questionForOne(const Coupon &coupon) const;
    [[nodiscard]] Question questionForMany(const QList<Coupon> &open, const QList<Coupon> &kept) const;
    [[nodiscard]] static QString keptWords(const QHash<CouponStatus, qint64> &kept);
    void run(const QList<Coupon> &open);
    void noteEnd();
    void endOne(const Coupon &coupon, const Result<Coupon> &voided);
    void endMany(qint64 asked, const Result<VoidedChosen> &voided);

    DeskPort &m_port;
    Asker &m_asker;
    UnderWay *m_underWay;
    std::stop_source m_stop;
    bool m_atWork = false;
};

} // namespace seonchak
