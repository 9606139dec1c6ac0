// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/promised.h"
#include "tests/ui/fake_call.h"
#include "ui/port/desk_port.h"

#include <vector>

namespace seonchak {

/// Stands still until a test moves it.
class StillClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override { return wall; }
    [[nodiscard]] qint64 steadyNs() const override { return now; }

    qint64 now = 1'000'000'000;
    qint64 wall = 0;
};

/// A sale that says what a test has told it to, when the test wants it to.
class FakePort final : public DeskPort
{
public:
    FakePort();

    [[nodiscard]] std::optional<Attachment> attachment() const override { return attached; }
    [[nodiscard]] QString barred(DeskAct act) const override
    {
        return act == DeskAct::Operate ? barredOperate : barredAdminister;
    }
    QCoro::Task<QList<Sample>> past() override;
    [[nodiscard]] QString lacks(const char *capability) const override;
    [[nodiscard]] DesksPresent others() const override { return attached ? attached->others : company; }
    QCoro::Task<Result<QList<Approval>>> approvals() override { return approvalLists.call(); }
    QCoro::Task<Result<Approval>> approve(qint64 id) override { return approvings.call(id); }
    QCoro::Task<Result<Approval>> declineApproval(qint64 id) override { return declinings.call(id); }
    void tellOpened(const QList<qint64> &doubts) override { opened = doubts; }
    [[nodiscard]] QString serverUrl() const override { return url; }
    [[nodiscard]] PartnerOptions partner() const override { return partnerOptions; }
    [[nodiscard]] bool canExamine() const override { return examines; }
    QCoro::Task<Result<std::vector<doctor::Check>>> preflight(doctor::Tongue tongue) override;
    [[nodiscard]] SaleSign sale() const override { return sign; }
    QCoro::Task<Status> status() override;
    [[nodiscard]] std::vector<Outage> outages() const override { return now.outages; }
    [[nodiscard]] EventPage events(quint64 after, qsizetype most) const override
    {
        return log.after(after, most, clockMs);
    }
    QCoro::Task<Result<Generated>> generate(GenerateOrder order, Work work) override;
    QCoro::Task<Result<Pushed>> push(Work work) override;
    QCoro::Task<Result<Added>> add(QList<QByteArray> codes, bool push) override
    {
        return adds.call(codes, push);
    }
    QCoro::Task<Result<Coupon>> rename(CouponId id, QByteArray code) override;
    QCoro::Task<Result<Coupon>> voidOne(CouponId id) override { return voids.call(id); }
    QCoro::Task<Result<VoidedChosen>> voidChosen(QList<CouponId> ids, Work work) override;
    QCoro::Task<Result<VoidPlan>> planVoid() override { return plans.call(); }
    QCoro::Task<Result<qint64>> voidUnissued(Work work) override { return voidsOfAll.call(work); }
    QCoro::Task<Result<void>> setPaused(bool paused) override { return pauses.call(paused); }
    QCoro::Task<Result<SaleTimes>> setTimes(SaleTimesChange change) override { return times.call(change); }
    QCoro::Task<Result<DoubtEnd>> settleDoubt(qint64 reservation, DoubtOrder order) override
    {
        return order == DoubtOrder::Ask             ? asks.call(reservation)
               : order == DoubtOrder::DeclareIssued ? declarations.call(reservation)
                                                    : restores.call(reservation);
    }
    QCoro::Task<Result<ForeignFound>> settleForeignKeys(ForeignChoice choice) override
    {
        return foreignChoices.call(choice);
    }
    QCoro::Task<Result<QList<CutAct>>> cutActs() override { return cutLists.call(); }
    QCoro::Task<Result<qint64>> settleCut(QString id, CutChoice choice, Work work) override;
    QCoro::Task<Result<void>> record(QString action, QString detail, QString result) override
    {
        return recorded.call(action, detail, result);
    }
    QCoro::Task<Result<CouponPage>> coupons(book::Filter filter) override { return lists.call(filter); }
    QCoro::Task<Result<qint64>> countCoupons(book::Filter filter) override { return counts.call(filter); }
    QCoro::Task<Result<QList<QByteArray>>> existing(QList<QByteArray> codes) override;
    QCoro::Task<Result<std::optional<Biography>>> biography(QByteArray code) override;
    QCoro::Task<Result<WhyNot>> whyNot(UserId user) override { return whys.call(user); }
    QCoro::Task<Result<QList<OpenDoubt>>> doubts() override { return doubtLists.call(); }
    QCoro::Task<Result<AuditPage>> audit(AuditFilter filter) override { return audits.call(filter); }
    QCoro::Task<Result<HookPage>> hooks(HookFilter filter) override { return hookLists.call(filter); }
    QCoro::Task<Result<HookDelivery>> sendHookAgain(qint64 id) override { return hookSends.call(id); }

    /// Ends what the last generate() or push() began.
    void endGenerate(const Result<Generated> &result) { m_generated.back().deliver(result); }
    void endPush(const Result<Pushed> &result) { m_pushed.back().deliver(result); }
    /// Answers all questions that were held back.
    void answerStatus();

    static Status busyStatus(); ///< of a sale in its middle: something of everything

    bool examines = false; ///< the server elsewhere has a doctor
    QString url = QStringLiteral("http://127.0.0.1:8080");
    std::optional<Attachment> attached;
    DesksPresent company; ///< of a window that hosts its server
    QString lacking;      ///< a capability that the server has not
    QList<qint64> opened; ///< as the window told it last
    QString barredOperate, barredAdminister;
    QList<Sample> before; ///< this window came
    PartnerOptions partnerOptions;
    SaleSign sign;
    mutable EventLog log;
    WallMs clockMs = 1'000'000; ///< by which the log's seconds end
    FakeCall<Added, QList<QByteArray>, bool> adds;
    FakeCall<Coupon, CouponId, QByteArray> renames;
    FakeCall<Coupon, CouponId> voids;
    FakeCall<VoidedChosen, QList<CouponId>, Work> voidsOfChosen;
    FakeCall<VoidPlan> plans;
    FakeCall<qint64, Work> voidsOfAll;
    FakeCall<void, bool> pauses;
    FakeCall<SaleTimes, SaleTimesChange> times;
    FakeCall<DoubtEnd, qint64> asks, declarations, restores;
    FakeCall<ForeignFound, ForeignChoice> foreignChoices;
    FakeCall<QList<Approval>> approvalLists;
    FakeCall<Approval, qint64> approvings, declinings;
    FakeCall<QList<CutAct>> cutLists;
    FakeCall<qint64, QString, CutChoice, Work> cutChoices;
    FakeCall<void, QString, QString, QString> recorded;
    FakeCall<CouponPage, book::Filter> lists;
    FakeCall<qint64, book::Filter> counts;
    FakeCall<QList<QByteArray>, QList<QByteArray>> lookups; ///< no code exists, unless a test says so
    FakeCall<std::optional<Biography>, QByteArray> biographies;
    FakeCall<WhyNot, UserId> whys;
    FakeCall<QList<OpenDoubt>> doubtLists;
    FakeCall<AuditPage, AuditFilter> audits;
    FakeCall<HookPage, HookFilter> hookLists;
    FakeCall<HookDelivery, qint64> hookSends;
    FakeCall<std::vector<doctor::Check>, doctor::Tongue> preflights;
    Status now;
    bool holdStatus = false;
    int statusCalls = 0, pushes = 0;
    std::vector<GenerateOrder> orders;
    Work lastWork; ///< of the last order

private:
    std::vector<Promised<Status>> m_asked;
    std::vector<Promised<Result<Generated>>> m_generated;
    std::vector<Promised<Result<Pushed>>> m_pushed;
};

} // namespace seonchak
