// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is sent to the person who asks. Korean and English stand here as they are sent, whatever language the
// window has.

#include "ui/people/why_reply.h"

#include <QDateTime>
#include <QLocale>

namespace seonchak {

namespace {

using Verdict = WhyNot::Verdict;

QString codeOf(const WhyNot &why)
{
    return why.coupon ? QString::fromUtf8(why.coupon->code) : QString();
}

QString count(qint64 value)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(value);
}

QString koreanMoment(WallMs at)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("M월 d일 HH시 mm분 ss초"));
}

QString englishMoment(WallMs at)
{
    return QLocale(QLocale::English)
        .toString(QDateTime::fromMSecsSinceEpoch(at), QStringLiteral("d MMMM 'at' HH:mm:ss"));
}

QString span(qint64 ms, const QString &seconds, const QString &minutes)
{
    constexpr qint64 second = 1000;
    const int decimals = ms < second / 10 ? 3 : 1; // "0.0 seconds" would say that nobody was late.
    return ms < 60'000 ? seconds.arg(double(std::max<qint64>(0, ms)) / second, 0, 'f', decimals)
                       : minutes.arg(ms / 60'000).arg(ms / 1000 % 60);
}

/// How late the user was; nullopt if it is unknown when the last coupon went.
std::optional<qint64> lateness(const WhyNot &why)
{
    const Refusal &refusal = why.refusals.first();
    if (!refusal.sellOutAt || refusal.firstAt < *refusal.sellOutAt)
        return std::nullopt;
    return refusal.firstAt - *refusal.sellOutAt;
}

/// Of a request before `opensAt`.
qint64 earliness(const WhyNot &why)
{
    return *why.opensAt - why.refusals.first().lastAt;
}

/// What the customer can do; after the end of the sale nothing.
QString koreanNext(bool over)
{
    return over ? QString() : QStringLiteral(" 수량이 남아 있는 동안에는 다시 신청하실 수 있습니다.");
}

QString englishNext(bool over)
{
    return over ? QString() : QStringLiteral(" You may ask again while there are any.");
}

qint64 refusedByPartner(const WhyNot &why)
{
    const Refusal *refusal = why.newest(Refusal::Reason::PartnerFailed);
    return refusal ? refusal->times : 0;
}

QString koreanSoldOut(const WhyNot &why)
{
    QString text =
        QStringLiteral("고객님의 신청은 %1에 접수되었으나, 그때 준비되어 있던 쿠폰이 이미 모두 소진된 "
                       "뒤였습니다.")
            .arg(koreanMoment(why.refusals.first().firstAt));
    if (const auto late = lateness(why))
        text =
            QStringLiteral("그때 준비되어 있던 쿠폰은 %1에 모두 소진되었고, 고객님의 신청은 그로부터 %2 뒤에 "
                           "접수되었습니다.")
                .arg(koreanMoment(*why.refusals.first().sellOutAt),
                     span(*late, QStringLiteral("%1초"), QStringLiteral("%1분 %2초")));
    if (why.place && why.refused)
        text += QStringLiteral(" 소진 후 신청하신 %1분 가운데 %2번째이셨습니다.")
                    .arg(count(*why.refused), count(*why.place));
    if (const qint64 times = refusedByPartner(why); times > 0)
        text += QStringLiteral(" 그에 앞서 편의점 시스템의 거절로 발급이 완료되지 못한 일이 %1번 "
                               "있었습니다.")
                    .arg(count(times));
    return text + QStringLiteral(" 원하시던 쿠폰을 드리지 못해 죄송합니다.");
}

QString koreanTurnedAway(const WhyNot &why, const QString &reason, bool over)
{
    return QStringLiteral("고객님의 신청은 %1에 접수되었으며, 그때는 %2. 그 신청으로 발급된 쿠폰은 "
                          "없습니다.%3 불편을 드려 죄송합니다.")
        .arg(koreanMoment(why.refusals.first().lastAt), reason, koreanNext(over));
}

/// The user has a coupon, or one is pending.
QString koreanOfCoupon(const WhyNot &why)
{
    if (why.verdict == Verdict::Issued)
        return why.coupon && why.coupon->issuedAt
                   ? QStringLiteral("%1에 쿠폰이 정상적으로 발급되었습니다. 쿠폰 번호는 %2입니다.")
                         .arg(koreanMoment(*why.coupon->issuedAt), codeOf(why))
                   : QStringLiteral("쿠폰이 정상적으로 발급되었습니다. 쿠폰 번호는 %1입니다.")
                         .arg(codeOf(why));
    if (why.verdict == Verdict::InDoubt)
        return QStringLiteral("고객님의 신청은 정상적으로 접수되었으며, 쿠폰이 등록되었는지 편의점에 "
                              "확인하고 있습니다. 다시 신청하지 않으셔도 되며, 확인이 끝나는 대로 결과를 "
                              "알려 드리겠습니다.");
    return QStringLiteral("지금 고객님의 쿠폰을 발급하고 있습니다. 잠시 후 다시 확인해 주시기 "
                          "바랍니다.");
}

QString koreanBody(const WhyNot &why, bool over)
{
    switch (why.verdict) {
    case Verdict::Issued:
    case Verdict::InDoubt:
    case Verdict::InProgress:
        return koreanOfCoupon(why);
    case Verdict::SoldOut:
        return koreanSoldOut(why);
    case Verdict::FailedAtPartner:
        return QStringLiteral("%1에 신청하신 쿠폰은 편의점 시스템에서 등록이 거절되어 발급이 완료되지 "
                              "못했습니다. 고객님 명의로 발급된 쿠폰은 없습니다.%2 불편을 드려 죄송합니다.")
            .arg(koreanMoment(why.refusals.first().lastAt), koreanNext(over));
    case Verdict::TooEarly:
        return koreanTurnedAway(
            why,
            why.opensAt ? QStringLiteral("쿠폰 발급 시작 시각(%1)보다 %2 이른 때였습니다")
                              .arg(koreanMoment(*why.opensAt),
                                   span(earliness(why), QStringLiteral("%1초"), QStringLiteral("%1분 %2초")))
                        : QStringLiteral("쿠폰 발급이 아직 시작되기 전이었습니다"),
            over);
    case Verdict::WhilePaused:
        return koreanTurnedAway(why, QStringLiteral("쿠폰 발급을 잠시 멈춘 동안이었습니다"), over);
    case Verdict::OutOfOrder:
        return koreanTurnedAway(why, QStringLiteral("시스템 문제로 쿠폰을 발급할 수 없었습니다"), over);
    case Verdict::Withdrawn:
        return QStringLiteral("고객님의 신청은 %1에 접수되었으며, 그때는 남은 쿠폰의 발급이 이미 종료된 "
                              "뒤였습니다. 원하시던 쿠폰을 드리지 못해 죄송합니다.")
            .arg(koreanMoment(why.refusals.first().lastAt));
    case Verdict::Closed:
        return QStringLiteral("고객님의 신청은 %1에 접수되었으며, 그때는 쿠폰 발급이 이미 종료된 뒤였습니다. "
                              "원하시던 쿠폰을 드리지 못해 죄송합니다.")
            .arg(koreanMoment(why.refusals.first().firstAt));
    case Verdict::NeverSeen:
        break;
    }
    return {};
}

QString englishSoldOut(const WhyNot &why)
{
    QString text = QStringLiteral(
        "the coupons that were available then had been given out before your request arrived.");
    if (const auto late = lateness(why))
        text = QStringLiteral("the last coupon that was available then was given out on %1, and your request "
                              "arrived %2 after "
                              "that.")
                   .arg(englishMoment(*why.refusals.first().sellOutAt),
                        span(*late, QStringLiteral("%1 seconds"), QStringLiteral("%1 min %2 s")));
    if (why.place && why.refused)
        text += QStringLiteral(" Of the %1 people who asked after that you were number %2.")
                    .arg(count(*why.refused), count(*why.place));
    if (const qint64 times = refusedByPartner(why); times > 0)
        text += QStringLiteral(" Before that, the convenience store's system had refused the coupon "
                               "(%1 time(s)).")
                    .arg(count(times));
    return text + QStringLiteral(" We are sorry that we could not give you one.");
}

QString englishTurnedAway(const WhyNot &why, const QString &reason, bool over)
{
    return QStringLiteral("your request arrived on %1, when %2. No coupon was issued for it.%3 We are sorry "
                          "for the trouble.")
        .arg(englishMoment(why.refusals.first().lastAt), reason, englishNext(over));
}

/// The user has a coupon, or one is pending.
QString englishOfCoupon(const WhyNot &why)
{
    if (why.verdict == Verdict::Issued)
        return why.coupon && why.coupon->issuedAt
                   ? QStringLiteral("your coupon was issued on %1. Its code is %2.")
                         .arg(englishMoment(*why.coupon->issuedAt), codeOf(why))
                   : QStringLiteral("your coupon was issued. Its code is %1.").arg(codeOf(why));
    if (why.verdict == Verdict::InDoubt)
        return QStringLiteral("your request has arrived, and we are asking the convenience store whether the "
                              "coupon was registered. You need not ask again: we tell you as soon as we "
                              "know.");
    return QStringLiteral("your coupon is being issued at this moment. Please look again shortly.");
}

QString englishBody(const WhyNot &why, bool over)
{
    switch (why.verdict) {
    case Verdict::Issued:
    case Verdict::InDoubt:
    case Verdict::InProgress:
        return englishOfCoupon(why);
    case Verdict::SoldOut:
        return englishSoldOut(why);
    case Verdict::FailedAtPartner:
        return QStringLiteral(
                   "the convenience store's system refused to register the coupon you asked for on %1. "
                   "No coupon was issued to you.%2 We are sorry for the trouble.")
            .arg(englishMoment(why.refusals.first().lastAt), englishNext(over));
    case Verdict::TooEarly:
        return englishTurnedAway(
            why,
            why.opensAt
                ? QStringLiteral("the sale had not begun yet: it was %2 before the opening on %1")
                      .arg(englishMoment(*why.opensAt),
                           span(earliness(why), QStringLiteral("%1 seconds"), QStringLiteral("%1 min %2 s")))
                : QStringLiteral("the sale had not begun yet"),
            over);
    case Verdict::WhilePaused:
        return englishTurnedAway(why, QStringLiteral("the sale was paused"), over);
    case Verdict::OutOfOrder:
        return englishTurnedAway(why, QStringLiteral("a fault in our system kept us from issuing coupons"),
                                 over);
    case Verdict::Withdrawn:
        return QStringLiteral(
                   "your request arrived on %1, after the issuing of the remaining coupons had been "
                   "ended. We are sorry that we could not give you one.")
            .arg(englishMoment(why.refusals.first().lastAt));
    case Verdict::Closed:
        return QStringLiteral("your request arrived on %1, after the end of the sale. We are sorry that we "
                              "could not give you one.")
            .arg(englishMoment(why.refusals.first().firstAt));
    case Verdict::NeverSeen:
        break;
    }
    return {};
}

} // namespace

QString WhyReply::korean(const WhyNot &why, const QString &sale, bool over)
{
    const QString body = koreanBody(why, over);
    if (body.isEmpty())
        return {};
    const QString about =
        sale.isEmpty() ? QString() : QStringLiteral("‘%1’ 건을 확인해 드립니다. ").arg(sale);
    return QStringLiteral("안녕하세요, 고객님. ") + about + body +
           QStringLiteral(" 관심을 가지고 문의해 주셔서 감사합니다.");
}

QString WhyReply::english(const WhyNot &why, const QString &sale, bool over)
{
    const QString body = englishBody(why, over);
    if (body.isEmpty())
        return {};
    const QString about = sale.isEmpty() ? QString() : QStringLiteral("about “%1”: ").arg(sale);
    return QStringLiteral("Hello, ") + about + body + QStringLiteral(" Thank you for asking.");
}

} // namespace seonchak
