// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/why_words.h"

#include "ui/parts/coupon_words.h"
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
    case Verdict::FailedAtStore:
        return tr("The store refused user %1's coupon").arg(why.user);
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
    case Verdict::FailedAtStore:
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

QStringList WhyWords::lineFacts(const WhyNot &why)
{
    QStringList facts;
    const Refusal &refusal = *why.refusal;
    if (refusal.firstSoldOutAt == 0)
        return facts;
    facts << tr("First told “sold out” at %1").arg(CouponWords::moment(refusal.firstSoldOutAt, true));
    if (refusal.sellOutAt && *refusal.sellOutAt <= refusal.firstSoldOutAt)
        facts << tr("%1 after the last coupon had gone, at %2")
                     .arg(after(refusal.firstSoldOutAt - *refusal.sellOutAt),
                          CouponWords::moment(*refusal.sellOutAt, true));
    if (why.place && why.refused)
        facts << tr("No. %1 in line of the %2 who were told so")
                     .arg(Words::number(*why.place), Words::number(*why.refused));
    if (refusal.soldOutTimes > 1)
        facts << tr("Told so %1 times, the last time at %2")
                     .arg(Words::number(refusal.soldOutTimes),
                          CouponWords::moment(refusal.lastSoldOutAt, true));
    return facts;
}

QStringList WhyWords::storeFacts(const Refusal &refusal)
{
    if (refusal.failedTimes == 0)
        return {};
    const QString last = CouponWords::moment(refusal.lastFailedAt, true);
    if (refusal.failedTimes == 1)
        return {tr("The store refused once, at %1; the coupon went back into the stock").arg(last)};
    return {tr("The store refused %1 times, the last time at %2; each coupon went back into the stock")
                .arg(Words::number(refusal.failedTimes), last)};
}

QStringList WhyWords::facts(const WhyNot &why)
{
    QStringList facts;
    if (why.verdict == Verdict::Issued) {
        facts << tr("Code %1").arg(shownCode(why));
        if (why.coupon && why.coupon->issuedAt)
            facts << tr("Issued at %1").arg(CouponWords::moment(*why.coupon->issuedAt, true));
    }
    if (why.verdict == Verdict::InDoubt) {
        facts << tr("Code %1, of which the store has not said whether it took it").arg(shownCode(why));
        if (why.doubtSince)
            facts << tr("In doubt since %1").arg(CouponWords::moment(*why.doubtSince, true));
        facts << tr("It is asked about by itself; the page In doubt settles it by hand");
    }
    if (why.verdict == Verdict::InProgress)
        facts << tr("Ask again in a second: then it is clear");
    if (why.refusal)
        facts << lineFacts(why) << storeFacts(*why.refusal);
    if (why.verdict == Verdict::FailedAtStore)
        facts << tr("The user did not come back while there was stock");
    if (why.verdict == Verdict::NeverSeen)
        facts << (why.knownSince
                      ? tr("Refusals are remembered since %1; what was before is forgotten")
                            .arg(CouponWords::moment(*why.knownSince))
                      : tr("Every refusal of this sale is remembered, and this user is not among them"))
              << tr("Is the ID right? It may also be that the request never reached the server");
    return facts;
}

bool WhyWords::isEnglish()
{
    //: The language of this window, as its code: "ko" in the Korean file.
    return tr("en") == QLatin1String("en");
}

} // namespace seonchak
