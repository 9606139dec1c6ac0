// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_port.h"

namespace seonchak {

class DeskCompany;
class Sale;

/// The window's port onto a running sale, which must outlive it.
class SalePort final : public DeskPort
{
public:
    /// `who` sits at this window. `company`: the windows elsewhere that are attached to this server; none:
    /// nobody can be.
    SalePort(Sale &sale, QString serverUrl, Actor who = QStringLiteral("desk"),
             DeskCompany *company = nullptr);

    [[nodiscard]] DesksPresent others() const override;
    void tellOpened(const QList<qint64> &doubts) override;
    [[nodiscard]] QString serverUrl() const override;
    [[nodiscard]] PartnerOptions partner() const override;
    [[nodiscard]] SaleSign sale() const override;
    QCoro::Task<Status> status() override;
    [[nodiscard]] std::vector<Outage> outages() const override;
    [[nodiscard]] EventPage events(quint64 after, qsizetype most) const override;

    QCoro::Task<Result<Generated>> generate(GenerateOrder order, Work work) override;
    QCoro::Task<Result<Pushed>> push(Work work) override;
    QCoro::Task<Result<Added>> add(QList<QByteArray> codes, bool push) override;
    QCoro::Task<Result<Coupon>> rename(CouponId id, QByteArray code) override;
    QCoro::Task<Result<Coupon>> voidOne(CouponId id) override;
    QCoro::Task<Result<VoidedChosen>> voidChosen(QList<CouponId> ids, Work work) override;
    QCoro::Task<Result<VoidPlan>> planVoid() override;
    QCoro::Task<Result<qint64>> voidUnissued(Work work) override;
    QCoro::Task<Result<void>> setPaused(bool paused) override;
    QCoro::Task<Result<SaleTimes>> setTimes(SaleTimesChange change) override;
    QCoro::Task<Result<DoubtEnd>> settleDoubt(qint64 reservation, DoubtOrder order) override;
    QCoro::Task<Result<ForeignFound>> settleForeignKeys(ForeignChoice choice) override;
    QCoro::Task<Result<QList<CutAct>>> cutActs() override;
    QCoro::Task<Result<qint64>> settleCut(QString id, CutChoice choice, Work work) override;
    QCoro::Task<Result<QList<Approval>>> approvals() override;
    QCoro::Task<Result<Approval>> approve(qint64 id) override;
    QCoro::Task<Result<Approval>> declineApproval(qint64 id) override;
    QCoro::Task<Result<void>> record(QString action, QString detail, QString result) override;

    QCoro::Task<Result<CouponPage>> coupons(book::Filter filter) override;
    QCoro::Task<Result<qint64>> countCoupons(book::Filter filter) override;
    QCoro::Task<Result<QList<QByteArray>>> existing(QList<QByteArray> codes) override;
    QCoro::Task<Result<std::optional<Biography>>> biography(QByteArray code) override;
    QCoro::Task<Result<WhyNot>> whyNot(UserId user) override;
    QCoro::Task<Result<QList<OpenDoubt>>> doubts() override;
    QCoro::Task<Result<AuditPage>> audit(AuditFilter filter) override;
    QCoro::Task<Result<HookPage>> hooks(HookFilter filter) override;
    QCoro::Task<Result<HookDelivery>> sendHookAgain(qint64 id) override;

private:
    Sale &m_sale;
    const QString m_serverUrl;
    const Actor m_who;
    const QString m_actor;
    DeskCompany *m_company;
};

} // namespace seonchak
