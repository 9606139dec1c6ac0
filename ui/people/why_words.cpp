// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/why_words.h"

#include "ui/parts/coupon_words.h"
#include "ui/parts/moment.h"
#include "ui/parts/words.h"

namespace seonchak {

namespace {
using Verdict = WhyNot::Verdict;

QString shownCode(const WhyNot &why)
{
    return why.coupon ? QString::fromUtf8(why.coupon->code) : QStringLiteral("?");
}
} // namespace

QString WhyWords::verdict(const WhyNot &why)
{
    switch (why.verdict) {
    case Verdict::Issued:
        return tr("User %1 has a coupon").arg(why.user);
    case Verdict::InDoubt:
        return tr("It is in doubt whether user %1 has a coupon").arg(why.user);
    case Verdict::InProgress:
        return tr("User %1 is being served at this moment").arg(why.user);
    case Verdict::SoldOut:
        return tr("User %1 came too late: all coupons were gone").arg(why.user);
    case Verdict::FailedAtPartner:
        return tr("The store refused user %1's coupon").arg(why.user);
    case Verdict::TooEarly:
        return tr("User %1 came too early: the sale had not begun").arg(why.user);
    case Verdict::WhilePaused:
        return tr("User %1 came while the sale was paused").arg(why.user);
    case Verdict::OutOfOrder:
        return tr("User %1 came while no coupon could be issued").arg(why.user);
    case Verdict::Withdrawn:
        return tr("User %1 came after the rest of the stock had been voided").arg(why.user);
    case Verdict::Closed:
        return tr("User %1 came after the end of the sale").arg(why.user);
    case Verdict::NeverSeen:
        break;
    }
    return tr("User %1 never asked, as far as is known").arg(why.user);
}

theme::Tone WhyWords::tone(Verdict verdict)
{
    using theme::Tone;
    switch (verdict) {
    case Verdict::Issued:
        return Tone::Good;
    case Verdict::InDoubt:
    case Verdict::InProgress:
        return Tone::Waiting;
    case Verdict::SoldOut:
    case Verdict::FailedAtPartner:
    case Verdict::TooEarly:
    case Verdict::WhilePaused:
    case Verdict::OutOfOrder:
    case Verdict::Withdrawn:
    case Verdict::Closed:
        return Tone::Bad;
    case Verdict::NeverSeen:
        break;
    }
    return Tone::Muted;
}

QString WhyWords::after(qint64 milliseconds)
{
    if (milliseconds >= 60'000)
        return Words::duration(milliseconds);
    return tr("%1 s").arg(Words::number(double(std::max<qint64>(0, milliseconds)) / 1000, 3));
}

QStringList WhyWords::soldOutFacts(const WhyNot &why, const Refusal &refusal)
{
    QStringList facts;
    if (refusal.filledAt == 0)
        facts << tr("First told “sold out” at %1, before any coupon was in the stock")
                     .arg(moment::exact(refusal.firstAt));
    else
        facts << tr("First told “sold out” at %1").arg(moment::exact(refusal.firstAt));
    const bool ofThisSellOut = why.verdict == Verdict::SoldOut && &refusal == &why.refusals.first();
    if (ofThisSellOut && refusal.sellOutAt && *refusal.sellOutAt <= refusal.firstAt)
        facts << tr("%1 after the last coupon had gone, at %2")
                     .arg(after(refusal.firstAt - *refusal.sellOutAt), moment::exact(*refusal.sellOutAt));
    if (ofThisSellOut && why.place && why.refused)
        facts << tr("No. %1 in line of the %2 who were told so")
                     .arg(Words::number(*why.place), Words::number(*why.refused));
    if (refusal.times > 1)
        facts << tr("Told so %1 times, the last time at %2")
                     .arg(Words::number(refusal.times), moment::exact(refusal.lastAt));
    return facts;
}

QStringList WhyWords::tooEarlyFacts(const WhyNot &why, const Refusal &refusal)
{
    const QString last = moment::exact(refusal.lastAt);
    QStringList facts{refusal.times == 1
                          ? tr("Told at %1 that the sale had not begun").arg(last)
                          : tr("Told %1 times that the sale had not begun, the last time at %2")
                                .arg(Words::number(refusal.times), last)};
    if (why.opensAt)
        facts << tr("%1 before the opening at %2")
                     .arg(after(*why.opensAt - refusal.lastAt), moment::full(*why.opensAt));
    return facts;
}

QStringList WhyWords::refusalFacts(const WhyNot &why, const Refusal &refusal)
{
    const QString last = moment::exact(refusal.lastAt);
    const QString times = Words::number(refusal.times);
    const bool once = refusal.times == 1;
    switch (refusal.reason) {
    case Refusal::Reason::SoldOut:
        return soldOutFacts(why, refusal);
    case Refusal::Reason::PartnerFailed:
        return {
            once ? tr("The store refused once, at %1; the coupon went back into the stock").arg(last)
                 : tr("The store refused %1 times, the last time at %2; each coupon went back into the stock")
                       .arg(times, last)};
    case Refusal::Reason::TooEarly:
        return tooEarlyFacts(why, refusal);
    case Refusal::Reason::Paused:
        return {once ? tr("Told at %1 that the sale was paused").arg(last)
                     : tr("Told %1 times that the sale was paused, the last time at %2").arg(times, last)};
    case Refusal::Reason::Closed:
        return {once ? tr("Told at %1 that the sale was over").arg(last)
                     : tr("Told %1 times that the sale was over, the last time at %2").arg(times, last)};
    case Refusal::Reason::OutOfOrder:
    case Refusal::Reason::Count_:
        break;
    }
    return {once
                ? tr("Told at %1 to come again, since Redis, the database or the store was away").arg(last)
                : tr("Told %1 times to come again, since Redis, the database or the store was away; the last "
                     "time at %2")
                      .arg(times, last)};
}

QStringList WhyWords::facts(const WhyNot &why)
{
    QStringList facts;
    if (why.verdict == Verdict::Issued) {
        facts << tr("Code %1").arg(shownCode(why));
        if (why.coupon && why.coupon->issuedAt)
            facts << tr("Issued at %1").arg(moment::exact(*why.coupon->issuedAt));
    }
    if (why.verdict == Verdict::InDoubt) {
        facts << tr("Code %1, of which the store has not said whether it took it").arg(shownCode(why));
        if (why.doubtSince)
            facts << tr("In doubt since %1").arg(moment::exact(*why.doubtSince));
        facts << tr("It is asked about by itself; the page In doubt settles it by hand");
    }
    if (why.verdict == Verdict::InProgress)
        facts << tr("Ask again in a second: then it is clear");
    if (why.withdrawnAt)
        facts << tr("The rest of the stock was voided at %1").arg(moment::exact(*why.withdrawnAt));
    for (const Refusal &refusal : why.refusals)
        facts << refusalFacts(why, refusal);
    if (why.verdict == Verdict::FailedAtPartner)
        facts << tr("The user did not come back while there was stock");
    if (why.verdict == Verdict::NeverSeen)
        facts << (why.knownSince ? tr("Refusals are remembered since %1; what was before is forgotten")
                                       .arg(moment::full(*why.knownSince))
                                 : tr("Refusals are remembered, and none of this user's is among them"))
              << tr("Is the ID right? It may also be that the request never reached the server");
    return facts;
}

bool WhyWords::isEnglish()
{
    //: The language of this window, as its code: "ko" in the Korean file.
    return tr("en") == QLatin1String("en");
}

} // namespace seonchak
