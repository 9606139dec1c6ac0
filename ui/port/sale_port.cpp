// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/port/sale_port.h"

#include "core/issue/sale/sale.h"
#include "ui/port/desk_company.h"

namespace seonchak {

SalePort::SalePort(Sale &sale, QString serverUrl, Actor who, DeskCompany *company)
    : m_sale(sale)
    , m_serverUrl(std::move(serverUrl))
    , m_who(std::move(who))
    , m_actor(m_who.told)
    , m_company(company)
{
}

DesksPresent SalePort::others() const
{
    return m_company ? m_company->others() : DesksPresent();
}

void SalePort::tellOpened(const QList<qint64> &doubts)
{
    if (m_company)
        m_company->tellOpened(doubts);
}

QString SalePort::serverUrl() const
{
    return m_serverUrl;
}

PartnerOptions SalePort::partner() const
{
    return m_sale.options().partner;
}

SaleSign SalePort::sale() const
{
    SaleSign sign{m_sale.options().saleName, m_sale.options().saleLive};
    sign.secondPerson = m_sale.administration().second().isNeeded();
    return sign;
}

std::vector<Outage> SalePort::outages() const
{
    return m_sale.outages();
}

QCoro::Task<Status> SalePort::status()
{
    return m_sale.status();
}

EventPage SalePort::events(quint64 after, qsizetype most) const
{
    return m_sale.records().events(after, most);
}

QCoro::Task<Result<Generated>> SalePort::generate(GenerateOrder order, Work work)
{
    return m_sale.administration().generate(m_actor, std::move(order), std::move(work));
}

QCoro::Task<Result<Pushed>> SalePort::push(Work work)
{
    return m_sale.administration().push(m_actor, std::move(work));
}

QCoro::Task<Result<Added>> SalePort::add(QList<QByteArray> codes, bool push)
{
    return m_sale.administration().add(m_actor, std::move(codes), push);
}

QCoro::Task<Result<Coupon>> SalePort::rename(CouponId id, QByteArray code)
{
    return m_sale.administration().rename(m_actor, id, std::move(code));
}

QCoro::Task<Result<Coupon>> SalePort::voidOne(CouponId id)
{
    return m_sale.administration().voidOne(m_actor, id);
}

QCoro::Task<Result<VoidedChosen>> SalePort::voidChosen(QList<CouponId> ids, Work work)
{
    return m_sale.administration().voidChosen(m_actor, std::move(ids), std::move(work));
}

QCoro::Task<Result<VoidPlan>> SalePort::planVoid()
{
    return m_sale.administration().planVoid();
}

QCoro::Task<Result<qint64>> SalePort::voidUnissued(Work work)
{
    return m_sale.administration().voidUnissued(m_who, std::move(work));
}

QCoro::Task<Result<void>> SalePort::setPaused(bool paused)
{
    return m_sale.administration().setPaused(m_actor, paused);
}

QCoro::Task<Result<SaleTimes>> SalePort::setTimes(SaleTimesChange change)
{
    return m_sale.administration().setTimes(m_actor, change);
}

QCoro::Task<Result<DoubtEnd>> SalePort::settleDoubt(qint64 reservation, DoubtOrder order)
{
    return m_sale.administration().settle(m_who, reservation, order);
}

QCoro::Task<Result<ForeignFound>> SalePort::settleForeignKeys(ForeignChoice choice)
{
    return m_sale.administration().settleForeignKeys(m_actor, choice);
}

QCoro::Task<Result<QList<CutAct>>> SalePort::cutActs()
{
    return m_sale.administration().cutActs();
}

QCoro::Task<Result<qint64>> SalePort::settleCut(QString id, CutChoice choice, Work work)
{
    return m_sale.administration().settleCut(m_actor, std::move(id), choice, std::move(work));
}

QCoro::Task<Result<QList<Approval>>> SalePort::approvals()
{
    return m_sale.administration().second().open(m_who);
}

QCoro::Task<Result<Approval>> SalePort::approve(qint64 id)
{
    return m_sale.administration().second().approve(m_who, id);
}

QCoro::Task<Result<Approval>> SalePort::declineApproval(qint64 id)
{
    return m_sale.administration().second().decline(m_who, id);
}

QCoro::Task<Result<void>> SalePort::record(QString action, QString detail, QString result)
{
    return m_sale.administration().record(m_actor, std::move(action), std::move(detail), std::move(result));
}

QCoro::Task<Result<CouponPage>> SalePort::coupons(book::Filter filter)
{
    return m_sale.records().list(std::move(filter));
}

QCoro::Task<Result<qint64>> SalePort::countCoupons(book::Filter filter)
{
    return m_sale.records().count(std::move(filter));
}

QCoro::Task<Result<QList<QByteArray>>> SalePort::existing(QList<QByteArray> codes)
{
    return m_sale.records().existing(std::move(codes));
}

QCoro::Task<Result<std::optional<Biography>>> SalePort::biography(QByteArray code)
{
    return m_sale.records().biography(std::move(code));
}

QCoro::Task<Result<WhyNot>> SalePort::whyNot(UserId user)
{
    return m_sale.records().whyNot(user);
}

QCoro::Task<Result<QList<OpenDoubt>>> SalePort::doubts()
{
    return m_sale.records().doubts();
}

QCoro::Task<Result<AuditPage>> SalePort::audit(AuditFilter filter)
{
    return m_sale.records().audit(std::move(filter));
}

QCoro::Task<Result<HookPage>> SalePort::hooks(HookFilter filter)
{
    return m_sale.records().hooks(filter);
}

QCoro::Task<Result<HookDelivery>> SalePort::sendHookAgain(qint64 id)
{
    return m_sale.administration().sendHookAgain(m_actor, id);
}

} // namespace seonchak
