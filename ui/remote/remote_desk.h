// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_port.h"
#include "ui/remote/remote_calls.h"

#include <deque>
#include <vector>

namespace seonchak {

/// The window's port onto a sale on a remote server, over its REST interface.
class RemoteDesk final : public QObject, public DeskPort
{
    Q_OBJECT
public:
    RemoteDesk(DeskAddress address, QByteArray token, const Clock &clock);
    ~RemoteDesk() override;

    /// Starts attaching; the window may exist already.
    void start() { m_calls.link().start(); }

    [[nodiscard]] std::optional<Attachment> attachment() const override;
    [[nodiscard]] QString barred(DeskAct act) const override;
    [[nodiscard]] QString lacks(const char *capability) const override;
    void tellOpened(const QList<qint64> &doubts) override { m_calls.link().tellOpened(doubts); }
    [[nodiscard]] QString serverUrl() const override;
    [[nodiscard]] PartnerOptions partner() const override;
    [[nodiscard]] SaleSign sale() const override;
    QCoro::Task<Status> status() override;
    [[nodiscard]] bool isPushed() const override { return true; }
    QCoro::Task<QList<Sample>> past() override;
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
    [[nodiscard]] bool canExamine() const override;
    QCoro::Task<Result<std::vector<doctor::Check>>> preflight(doctor::Tongue tongue) override;
    QCoro::Task<Result<HookDelivery>> sendHookAgain(qint64 delivery) override;

Q_SIGNALS:
    /// The server has changed, or its description has: rebuild what depends on it.
    void placeChanged();

private:
    [[nodiscard]] const std::optional<json::DeskPlaceInfo> &placeNow() const
    {
        return m_calls.link().place();
    }
    QCoro::Task<Result<Approval>> decideApproval(qint64 id, QByteArray how);
    void take(const Status &status);
    void keep(Event event);
    void follow();

    const Clock &m_clock;
    RemoteCalls m_calls;
    std::optional<Status> m_fresh; ///< not returned to any caller yet
    std::vector<Promised<Status>> m_waiting;
    std::deque<Event> m_events; ///< with this window's own serials, which continue when the server restarts
    quint64 m_lastEvent = 0;
    json::DeskPlaceInfo m_shown; ///< the last reported place
};

} // namespace seonchak
