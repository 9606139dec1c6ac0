// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/event_words.h"

#include "core/watch/event_row.h"
#include "ui/dashboard/tally_words.h"
#include "ui/parts/alarm_words.h"
#include "ui/parts/coupon_words.h"
#include "ui/parts/moment.h"
#include "ui/parts/reach_words.h"
#include "ui/parts/words.h"
#include "ui/port/doctor_words.h"

namespace seonchak {

using Kind = Event::Kind;

namespace {

/// The doctor's checks as people call them.
QString checksOf(const QString &ids)
{
    QStringList names;
    for (const QString &id : ids.split(QStringLiteral(", ")))
        names << DoctorWords::name(id);
    return names.join(QStringLiteral(", "));
}

} // namespace

QString EventWords::sentence(const Event &event)
{
    const QString user = QString::number(event.user); // An id, not an amount: no separators.
    const QString code = QString::fromUtf8(event.code);
    QString text =
        event.times > 1 ? ofMany(event.kind, Words::number(event.times)) : ofRequest(event, user, code);
    if (text.isEmpty())
        text = ofOperator(event, code);
    return text.isEmpty() ? ofSale(event) : text;
}

QString EventWords::flood(const Event &event, WallMs firstAt)
{
    const QString words = ofMany(event.kind, Words::number(event.times));
    return event.at > firstAt ? tr("%1 (until %2)").arg(words, moment::millisecond(event.at)) : words;
}

/// One line for many of a kind within a second, or for a flood of refusals.
QString EventWords::ofMany(Kind kind, const QString &many)
{
    switch (kind) {
    case Kind::Issued:
        return tr("%1 more users got a coupon").arg(many);
    case Kind::Already:
        return tr("%1 × had a coupon already").arg(many);
    case Kind::SoldOut:
        return tr("%1 × came after the stock was sold out").arg(many);
    case Kind::TooEarly:
        return tr("%1 × came before the sale had begun").arg(many);
    case Kind::TooLate:
        return tr("%1 × came after the end of the sale").arg(many);
    case Kind::WhilePaused:
        return tr("%1 × came while issuing was paused").arg(many);
    case Kind::PartnerRefused:
        return tr("%1 × refused by the store").arg(many);
    case Kind::Unavailable:
        return tr("%1 × could not be served").arg(many);
    case Kind::InDoubt:
        return tr("%1 more coupons are in doubt").arg(many);
    case Kind::SettledIssued:
        return tr("Settled: %1 more coupons belong to their users").arg(many);
    case Kind::SettledRestored:
        return tr("Settled: %1 more coupons are back in the stock").arg(many);
    case Kind::SetAside:
        return tr("%1 more coupons were set aside").arg(many);
    default:
        return {};
    }
}

QString EventWords::ofRequest(const Event &event, const QString &user, const QString &code)
{
    switch (event.kind) {
    case Kind::Issued:
        return tr("User %1 got %2 in %3 ms").arg(user, code, Words::number(double(event.number) / 1000, 1));
    case Kind::Already:
        return code.isEmpty() ? tr("User %1 has a coupon already").arg(user)
                              : tr("User %1 has %2 already").arg(user, code);
    case Kind::SoldOut:
        return tr("User %1 came after the stock was sold out").arg(user);
    case Kind::TooEarly:
        return tr("User %1 came before the sale had begun").arg(user);
    case Kind::TooLate:
        return tr("User %1 came after the end of the sale").arg(user);
    case Kind::WhilePaused:
        return tr("User %1 came while issuing was paused").arg(user);
    case Kind::PartnerRefused:
        return tr("The store refused user %1: %2 goes back into the stock").arg(user, code);
    case Kind::InDoubt:
        return tr("The store gave no answer for user %1: %2 is in doubt").arg(user, code);
    case Kind::Unavailable:
        return tr("User %1 could not be served: Redis or the database was away").arg(user);
    case Kind::SettledIssued:
        return tr("Settled: %1 belongs to user %2").arg(code, user);
    case Kind::SettledRestored:
        return tr("Settled: %1 is back in the stock").arg(code);
    case Kind::SetAside:
        return tr("%1 was set aside: book and store contradict each other").arg(code);
    default:
        return {};
    }
}

QString EventWords::ofOperator(const Event &event, const QString &code)
{
    switch (event.kind) {
    case Kind::Generated:
        return CouponWords::counted(event.number, tr("1 coupon was generated"),
                                    tr("%1 coupons were generated"));
    case Kind::Added:
        return CouponWords::counted(event.number, tr("1 coupon was added"), tr("%1 coupons were added"));
    case Kind::Pushed:
        return CouponWords::counted(event.number, tr("1 coupon was pushed into the stock"),
                                    tr("%1 coupons were pushed into the stock"));
    case Kind::Edited:
        return tr("A code was changed to %1").arg(code);
    case Kind::Voided:
        if (!code.isEmpty())
            return tr("%1 was voided").arg(code);
        return CouponWords::counted(event.number, tr("1 coupon was voided"), tr("%1 coupons were voided"));
    default:
        return {};
    }
}

QString EventWords::ofSale(const Event &event)
{
    switch (event.kind) {
    case Kind::Paused:
        return tr("Issuing was paused");
    case Kind::Resumed:
        return tr("Issuing was resumed");
    case Kind::TimesSet:
        return tr("The times of the sale were set");
    case Kind::Opened:
        return tr("The sale has opened");
    case Kind::Ended:
        return tr("The sale has ended");
    case Kind::RedisAway:
        return tr("Redis went away: nothing is issued");
    case Kind::RedisBack:
        return tr("Redis is back");
    case Kind::Rebuilt:
        return tr("The stock in Redis was rebuilt from the database");
    case Kind::DatabaseAway:
        return tr("The database went away: nothing is issued");
    case Kind::DatabaseBack:
        return tr("The database is back");
    case Kind::DatabaseTrouble:
        return tr("The database has trouble: %1").arg(ReachWords::because(event.detail));
    case Kind::DatabaseWell:
        return tr("The database's trouble is over");
    case Kind::AlarmRaised:
        return tr("Alarm: %1").arg(AlarmWords::cause(event.detail));
    case Kind::AlarmEnded:
        return tr("Alarm over: %1").arg(AlarmWords::cause(event.detail));
    case Kind::CountsMended:
        return tr("The book had counted itself wrong and was set right: %1")
            .arg(TallyWords::told(event.detail));
    case Kind::PreflightFailed:
        return tr("%1 min before the opening the surroundings are not fit: %2")
            .arg(Words::number(event.number), checksOf(event.detail));
    default:
        return {};
    }
}

theme::Tone EventWords::tone(Kind kind)
{
    switch (rowOf(kind).mood) {
    case EventRow::Mood::Good:
        return theme::Tone::Good;
    case EventRow::Mood::Bad:
        return theme::Tone::Bad;
    case EventRow::Mood::Waiting:
        return theme::Tone::Waiting;
    case EventRow::Mood::Neutral:
        break;
    }
    return theme::Tone::Stale;
}

} // namespace seonchak
