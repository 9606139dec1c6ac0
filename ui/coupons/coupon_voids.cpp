// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/coupon_voids.h"

#include "ui/coupons/coupon_acts.h"
#include "ui/coupons/list_words.h"
#include "ui/parts/coupon_words.h"
#include "ui/parts/words.h"
#include "ui/port/under_way.h"

namespace seonchak {

CouponVoids::CouponVoids(const PageContext &context, QObject *parent)
    : QObject(parent)
    , m_port(context.port)
    , m_asker(context.asker)
    , m_underWay(context.underWay)
{
}

QString CouponVoids::whyNot(const Coupon &coupon)
{
    return coupon.status == CouponStatus::Issued ? tr("It has been issued: it is its user's.")
                                                 : CouponActs::whyNotEdited(coupon);
}

void CouponVoids::begin(const QList<Coupon> &chosen, QWidget *over)
{
    if (m_atWork || chosen.isEmpty())
        return;
    QList<Coupon> open;
    QList<Coupon> kept;
    for (const Coupon &coupon : chosen)
        (whyNot(coupon).isEmpty() ? open : kept).append(coupon);
    if (open.isEmpty() && chosen.size() == 1) {
        Q_EMIT said(
            tr("%1 was not voided. %2").arg(ListWords::shown(chosen.first().code), whyNot(chosen.first())),
            true);
        return;
    }
    if (open.isEmpty()) {
        QHash<CouponStatus, qint64> statuses;
        for (const Coupon &coupon : std::as_const(kept))
            ++statuses[coupon.status];
        Q_EMIT said(tr("Nothing was voided. None of the %1 selected coupons can be: %2.")
                        .arg(Words::number(qint64(chosen.size())), keptWords(statuses)),
                    true);
        return;
    }
    const Question question = chosen.size() == 1 ? questionForOne(open.first()) : questionForMany(open, kept);
    m_asker.ask(over, question, [self = QPointer(this), open](bool yes) {
        if (yes && self && !self->m_atWork)
            self->run(open);
    });
}

Question CouponVoids::questionForOne(const Coupon &coupon) const
{
    Question question;
    question.title = tr("Void the coupon %1?").arg(ListWords::shown(coupon.code));
    question.consequence =
        coupon.status == CouponStatus::Available
            ? tr("Takes it out of the stock: there is one coupon less for those who still come. A voided "
                 "coupon does not come back.")
            : tr("It waits to be pushed, and never will be. A voided coupon does not come back.");
    question.action = tr("Void this coupon");
    question.typed = m_port.sale().typed();
    return question;
}

/// Of many the first ones are named, so that a slip of the hand is seen.
Question CouponVoids::questionForMany(const QList<Coupon> &open, const QList<Coupon> &kept) const
{
    constexpr qsizetype mostNamed = 8;
    const auto inStock = std::ranges::count(open, CouponStatus::Available, &Coupon::status);
    QStringList lines{
        tr("Takes %1 out of the stock and %2 that wait to be pushed. Voided coupons do not come "
           "back.")
            .arg(Words::number(qint64(inStock)), Words::number(qint64(open.size() - inStock)))};
    if (!kept.isEmpty()) {
        QHash<CouponStatus, qint64> statuses;
        for (const Coupon &coupon : kept)
            ++statuses[coupon.status];
        lines << tr("Of the %1 selected, %2 stay as they are: %3.")
                     .arg(Words::number(qint64(open.size() + kept.size())),
                          Words::number(qint64(kept.size())), keptWords(statuses));
    }
    for (const Coupon &coupon : open.first(std::min(mostNamed, open.size())))
        lines << ListWords::shown(coupon.code);
    if (open.size() > mostNamed)
        lines << tr("and %1 more").arg(Words::number(qint64(open.size() - mostNamed)));
    Question question;
    question.title =
        CouponWords::counted(open.size(), tr("Void one of these coupons?"), tr("Void these %1 coupons?"));
    question.consequence = lines.join(QLatin1Char('\n'));
    question.action = CouponWords::counted(open.size(), tr("Void 1 coupon"), tr("Void %1 coupons"));
    question.typed = m_port.sale().typed();
    return question;
}

/// "2 issued, 1 in doubt"
QString CouponVoids::keptWords(const QHash<CouponStatus, qint64> &kept)
{
    QStringList words;
    const auto add = [&](qint64 many, const QString &what) {
        if (many > 0)
            words << what.arg(Words::number(many));
    };
    add(kept.value(CouponStatus::Issued), tr("%1 issued"));
    add(kept.value(CouponStatus::InDoubt), tr("%1 in doubt"));
    add(kept.value(CouponStatus::Reserved), tr("%1 reserved for somebody"));
    add(kept.value(CouponStatus::Void), tr("%1 void already"));
    add(kept.value(CouponStatus::Available) + kept.value(CouponStatus::Staged),
        tr("%1 reserved or changed at this moment"));
    return words.join(QStringLiteral(", "));
}

void CouponVoids::run(const QList<Coupon> &open)
{
    m_atWork = true;
    m_stop = {};
    const QString sentence = open.size() == 1
                                 ? tr("Voiding the coupon %1…").arg(ListWords::shown(open.first().code))
                                 : tr("Voiding %1 coupons…").arg(Words::number(qint64(open.size())));
    if (m_underWay)
        m_underWay->begin(this, sentence);
    if (open.size() == 1) {
        runOne(this, m_port, open.first());
        return;
    }
    QList<CouponId> ids;
    for (const Coupon &coupon : open)
        ids.append(coupon.id);
    const qint64 total = ids.size();
    Q_EMIT began(sentence);
    Q_EMIT progressed(0, total);
    Work work;
    work.stop = m_stop.get_token();
    work.progress = [self = QPointer(this), total](qint64 done) {
        if (self)
            Q_EMIT self->progressed(done, total);
    };
    runMany(this, m_port, ids, work);
}

void CouponVoids::stop()
{
    m_stop.request_stop();
}

QCoro::Task<> CouponVoids::runOne(QPointer<CouponVoids> self, DeskPort &port, Coupon coupon)
{
    auto task = port.voidOne(coupon.id);
    const auto voided = co_await task;
    if (self)
        self->endOne(coupon, voided);
}

QCoro::Task<> CouponVoids::runMany(QPointer<CouponVoids> self, DeskPort &port, QList<CouponId> ids, Work work)
{
    auto task = port.voidChosen(ids, work);
    const auto voided = co_await task;
    if (self)
        self->endMany(ids.size(), voided);
}

void CouponVoids::noteEnd()
{
    m_atWork = false;
    if (m_underWay)
        m_underWay->end(this);
}

void CouponVoids::endOne(const Coupon &coupon, const Result<Coupon> &voided)
{
    noteEnd();
    if (voided) {
        Q_EMIT changed(*voided);
        Q_EMIT said(tr("%1 is void: nobody can get it.").arg(ListWords::shown(coupon.code)), false);
        return;
    }
    const QString why = voided.error().trouble == Trouble::Conflict
                            ? tr("It is reserved, in doubt, issued or void by now. Refresh and look.")
                            : (voided.error().trouble == Trouble::NotFound
                                   ? tr("There is no such coupon any more. Refresh and look.")
                                   : Words::advice(voided.error()));
    Q_EMIT said(tr("%1 was not voided. %2").arg(ListWords::shown(coupon.code), why), true);
}

void CouponVoids::endMany(qint64 asked, const Result<VoidedChosen> &voided)
{
    noteEnd();
    if (!voided) {
        const auto done = voided.error().partly.value_or(Partly{}).made;
        Q_EMIT said(tr("Voiding broke off: %1 of %2 coupons are void, the others are as they were. %3")
                        .arg(Words::number(done), Words::number(asked), Words::advice(voided.error())),
                    true);
    } else if (voided->notReached > 0) {
        Q_EMIT said(tr("Voiding was stopped: %1 of %2 coupons are void, the others are as they were.")
                        .arg(Words::number(voided->voided), Words::number(asked)),
                    false);
    } else if (voided->voided == asked) {
        Q_EMIT said(tr("%1 coupons are void: nobody can get them.").arg(Words::number(asked)), false);
    } else {
        const QString isVoid =
            CouponWords::counted(voided->voided, tr("1 coupon is void."), tr("%1 coupons are void."));
        const QString kept = CouponWords::counted(asked - voided->voided, tr("1 is not:"), tr("%1 are not:"));
        Q_EMIT said(QStringLiteral("%1 %2 %3.").arg(isVoid, kept, keptWords(voided->kept)), true);
    }
    Q_EMIT ended();
}

} // namespace seonchak
