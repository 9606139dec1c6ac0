// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/check.h"
#include "core/issue/administration/administration.h"
#include "core/issue/administration/records.h"
#include "core/partner/partner_options.h"
#include "core/watch/history.h"
#include "core/watch/status.h"
#include "ui/port/attachment.h"

#include <QString>

#include <qcoro/qcorotask.h>

namespace seonchak {

/// The sale's name, and whether it is the real one.
struct SaleSign
{
    QString name = {};         ///< may be empty
    bool live = false;         ///< LIVE asks to type the name before anything destructive; TEST does not
    bool known = true;         ///< false: of a server that has not answered yet
    bool secondPerson = false; ///< what cannot be taken back needs two persons

    /// What must be typed before a destructive action; empty: nothing.
    [[nodiscard]] QString typed() const
    {
        return !live ? QString() : name.isEmpty() ? QStringLiteral("LIVE") : name;
    }
};

/// What the window needs of its sale, and nothing else. Called on the GUI thread; no call may block it. Tasks
/// resume on the GUI thread, or never once the sale has ended. Administration and Records describe each call;
/// the person at this window is the actor.
class DeskPort
{
public:
    virtual ~DeskPort() = default;
    /// Nullopt if the sale runs in this program.
    [[nodiscard]] virtual std::optional<Attachment> attachment() const { return std::nullopt; }
    /// Why the user may not do this, in the user's language; empty if they may.
    [[nodiscard]] virtual QString barred(DeskAct) const { return {}; }
    /// Why the server cannot do this at all, for lack of this capability; empty if it can.
    [[nodiscard]] virtual QString lacks(const char *) const { return {}; }
    /// Who else is attached to the server of this sale.
    [[nodiscard]] virtual DesksPresent others() const
    {
        const auto to = attachment();
        return to ? to->others : DesksPresent();
    }
    /// The doubts that are selected here, so that other windows can mark them.
    virtual void tellOpened(const QList<qint64> &) {}
    /// Readings from before this window was opened, for the charts, by the window's steady clock: for its own
    /// sale there are none.
    virtual QCoro::Task<QList<Sample>> past();
    /// "http://127.0.0.1:8080"
    [[nodiscard]] virtual QString serverUrl() const = 0;
    /// The configured partner.
    [[nodiscard]] virtual PartnerOptions partner() const = 0;
    [[nodiscard]] virtual SaleSign sale() const = 0;
    virtual QCoro::Task<Status> status() = 0;
    /// Whether status() waits for the next reading: if so, it is called again immediately.
    [[nodiscard]] virtual bool isPushed() const { return false; }
    /// Why nothing can be issued now; available even while status() waits for Redis or the database.
    [[nodiscard]] virtual std::vector<Outage> outages() const { return {}; }
    [[nodiscard]] virtual EventPage events(quint64 after, qsizetype most) const = 0;

    virtual QCoro::Task<Result<Generated>> generate(GenerateOrder order, Work work) = 0;
    virtual QCoro::Task<Result<Pushed>> push(Work work) = 0;
    virtual QCoro::Task<Result<Added>> add(QList<QByteArray> codes, bool push) = 0;
    virtual QCoro::Task<Result<Coupon>> rename(CouponId id, QByteArray code) = 0;
    virtual QCoro::Task<Result<Coupon>> voidOne(CouponId id) = 0;
    virtual QCoro::Task<Result<VoidedChosen>> voidChosen(QList<CouponId> ids, Work work) = 0;
    virtual QCoro::Task<Result<VoidPlan>> planVoid() = 0;
    virtual QCoro::Task<Result<qint64>> voidUnissued(Work work) = 0;
    virtual QCoro::Task<Result<void>> setPaused(bool paused) = 0;
    virtual QCoro::Task<Result<SaleTimes>> setTimes(SaleTimesChange change) = 0;
    virtual QCoro::Task<Result<DoubtEnd>> settleDoubt(qint64 reservation, DoubtOrder order) = 0;
    virtual QCoro::Task<Result<ForeignFound>> settleForeignKeys(ForeignChoice choice) = 0;
    virtual QCoro::Task<Result<QList<CutAct>>> cutActs() = 0;
    virtual QCoro::Task<Result<qint64>> settleCut(QString id, CutChoice choice, Work work) = 0;
    /// What waits for a second person, or has had one.
    virtual QCoro::Task<Result<QList<Approval>>> approvals() { co_return QList<Approval>(); }
    virtual QCoro::Task<Result<Approval>> approve(qint64) { co_return notHere(); }
    virtual QCoro::Task<Result<Approval>> declineApproval(qint64) { co_return notHere(); }
    virtual QCoro::Task<Result<void>> record(QString action, QString detail, QString result) = 0;

    virtual QCoro::Task<Result<CouponPage>> coupons(book::Filter filter) = 0;
    virtual QCoro::Task<Result<qint64>> countCoupons(book::Filter filter) = 0;
    virtual QCoro::Task<Result<QList<QByteArray>>> existing(QList<QByteArray> codes) = 0;
    virtual QCoro::Task<Result<std::optional<Biography>>> biography(QByteArray code) = 0;
    virtual QCoro::Task<Result<WhyNot>> whyNot(UserId user) = 0;
    virtual QCoro::Task<Result<QList<OpenDoubt>>> doubts() = 0;
    virtual QCoro::Task<Result<AuditPage>> audit(AuditFilter filter) = 0;
    virtual QCoro::Task<Result<HookPage>> hooks(HookFilter) { co_return notHere(); }
    /// Has the server's own doctor examine its surroundings, for at most half a minute.
    [[nodiscard]] virtual bool canExamine() const { return false; }
    virtual QCoro::Task<Result<std::vector<doctor::Check>>> preflight(doctor::Tongue) { co_return notHere(); }
    virtual QCoro::Task<Result<HookDelivery>> sendHookAgain(qint64) { co_return notHere(); }

private:
    static std::unexpected<Error> notHere()
    {
        return failure(Trouble::Unavailable, QStringLiteral("this is not available here"));
    }
};

} // namespace seonchak
