// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/sql_pool.h"
#include "core/newsale/opened_book.h"
#include "ui/port/desk_port.h"

#include <QCoreApplication>

namespace seonchak {

/// The window's port onto an old book: read-only. No Redis, no server.
class OldBookDesk final : public DeskPort
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::OldBookDesk)
public:
    /// The book must outlive it.
    explicit OldBookDesk(const newsale::OpenedBook &book);

    [[nodiscard]] QString barred(DeskAct act) const override;
    [[nodiscard]] QString serverUrl() const override { return m_book.place(); }
    [[nodiscard]] PartnerOptions partner() const override { return {}; }
    [[nodiscard]] SaleSign sale() const override { return {m_book.name(), false}; }
    QCoro::Task<Status> status() override;
    [[nodiscard]] EventPage events(quint64 after, qsizetype most) const override;

    QCoro::Task<Result<Generated>> generate(GenerateOrder, Work) override { co_return onlyLook(); }
    QCoro::Task<Result<Pushed>> push(Work) override { co_return onlyLook(); }
    QCoro::Task<Result<Added>> add(QList<QByteArray>, bool) override { co_return onlyLook(); }
    QCoro::Task<Result<Coupon>> rename(CouponId, QByteArray) override { co_return onlyLook(); }
    QCoro::Task<Result<Coupon>> voidOne(CouponId) override { co_return onlyLook(); }
    QCoro::Task<Result<VoidedChosen>> voidChosen(QList<CouponId>, Work) override { co_return onlyLook(); }
    QCoro::Task<Result<VoidPlan>> planVoid() override { co_return onlyLook(); }
    QCoro::Task<Result<qint64>> voidUnissued(Work) override { co_return onlyLook(); }
    QCoro::Task<Result<void>> setPaused(bool) override { co_return onlyLook(); }
    QCoro::Task<Result<SaleTimes>> setTimes(SaleTimesChange) override { co_return onlyLook(); }
    QCoro::Task<Result<DoubtEnd>> settleDoubt(qint64, DoubtOrder) override { co_return onlyLook(); }
    QCoro::Task<Result<ForeignFound>> settleForeignKeys(ForeignChoice) override { co_return onlyLook(); }
    /// Always empty: nobody can decide here.
    QCoro::Task<Result<QList<CutAct>>> cutActs() override { co_return QList<CutAct>(); }
    QCoro::Task<Result<qint64>> settleCut(QString, CutChoice, Work) override { co_return onlyLook(); }
    /// An export changes nothing, and the trail of an old book has ended.
    QCoro::Task<Result<void>> record(QString, QString, QString) override { co_return Result<void>{}; }

    QCoro::Task<Result<CouponPage>> coupons(book::Filter filter) override;
    QCoro::Task<Result<qint64>> countCoupons(book::Filter filter) override;
    QCoro::Task<Result<QList<QByteArray>>> existing(QList<QByteArray> codes) override;
    QCoro::Task<Result<std::optional<Biography>>> biography(QByteArray code) override;
    QCoro::Task<Result<WhyNot>> whyNot(UserId user) override;
    QCoro::Task<Result<QList<OpenDoubt>>> doubts() override;
    QCoro::Task<Result<AuditPage>> audit(AuditFilter filter) override;
    QCoro::Task<Result<HookPage>> hooks(HookFilter filter) override;

private:
    static std::unexpected<Error> onlyLook();

    const newsale::OpenedBook &m_book;
    /// Constant once it is known.
    const std::shared_ptr<std::optional<Status>> m_status = std::make_shared<std::optional<Status>>();
    SqlPool m_readers;
};

} // namespace seonchak
