// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/race_words.h"

#include <QHash>
#include <QStringList>

namespace seonchak {

using Kind = lab::RaceFinding::Kind;
using What = lab::StoreChange::What;

QString RaceWords::scenario(lab::RaceScenario scenario)
{
    switch (scenario) {
    case lab::RaceScenario::TwoUsers:
        return tr("Two users, one coupon");
    case lab::RaceScenario::DoubleClick:
        return tr("One user clicks twice");
    case lab::RaceScenario::PartnerRefuses:
        break;
    }
    return tr("The store refuses");
}

QString RaceWords::lane(const lab::RaceTrace &trace, int lane)
{
    return tr("%1 · user %2").arg(QChar(u'A' + lane)).arg(trace.lanes[lane].user);
}

QString RaceWords::answer(const lab::RaceLane &lane)
{
    const QString code = QString::fromUtf8(lane.code);
    switch (lane.fate) {
    case lab::Fate::Issued:
        return tr("200 · issued %1").arg(code);
    case lab::Fate::Already:
        return tr("200 · has %1 already").arg(code);
    case lab::Fate::SoldOut:
        return tr("404 · sold out");
    case lab::Fate::PartnerFailed:
        return tr("500 · store refused");
    case lab::Fate::InDoubt:
        return tr("202 · in doubt");
    case lab::Fate::InProgress:
        return tr("409 · in progress");
    case lab::Fate::Conflict:
        return tr("409 · conflict");
    default:
        break;
    }
    return lane.status > 0 ? QString::number(lane.status) : tr("no answer");
}

QString RaceWords::command(const lab::RaceTrace &trace, int step, const QString &who)
{
    const QHash<QByteArray, QString> texts{
        {"read-user-key", tr("%1 reads its user key in Redis: has this user a coupon already?")},
        {"lpop", tr("%1 takes the first coupon off the list in Redis (LPOP).")},
        {"call-store", tr("%1 tells the store about its coupon.")},
        {"set-user-key", tr("%1 writes its user key in Redis (SET).")},
        {"write-row", tr("%1's row is written into the database, behind the answer.")},
        {"rpush", tr("%1 puts its coupon back at the end of the list (RPUSH): the compensation.")},
        {"save-coupon", tr("%1 makes a coupon of its own and saves it in the database.")},
        {"lock-row", tr("%1 asks for the lock and, holding it, looks for a free coupon.")},
        {"read-row", tr("%1 reads a free coupon and its version, without a lock.")},
        {"mark-issued", tr("%1 marks the coupon as issued; others see it only after the commit.")},
        {"commit", tr("%1 commits its transaction.")},
        {"reserve", tr("%1 runs one script in Redis: check the user, take a coupon, note the reservation.")},
        {"book-commit", tr("%1's issue is committed to the database.")},
        {"redis-commit", tr("%1's reservation becomes its user key in Redis.")},
        {"release", tr("%1's reservation goes back into the stock: the compensation.")},
        {"open-doubt", tr("%1's doubt is written into the database.")},
        {"mark-doubt", tr("%1's reservation is marked as in doubt.")},
    };
    const QByteArray name = trace.steps[step].name;
    return texts.value(name, QStringLiteral("%1: ") + QString::fromUtf8(name)).arg(who);
}

QString RaceWords::effect(const lab::RaceTrace &trace, int step)
{
    QStringList all;
    for (const auto &change : trace.changesOf(step)) {
        const QString code = QString::fromUtf8(change.code);
        switch (change.what) {
        case What::TakenFromStock:
            all << tr("%1 leaves the stock, %n left.", nullptr, int(trace.steps[step].after.stock.size()))
                       .arg(code);
            break;
        case What::PutIntoStock:
            all << tr("%1 is in the stock again.").arg(code);
            break;
        case What::KeySet:
            all << tr("User %1's key is %2.").arg(change.user).arg(code);
            break;
        case What::KeyOverwritten:
            all << tr("User %1's key was %2 and is overwritten by %3.")
                       .arg(change.user)
                       .arg(QString::fromUtf8(change.former), code);
            break;
        case What::Reserved:
            all << tr("%1 is reserved.").arg(code);
            break;
        case What::RowWritten:
            all << tr("The book gives %1 to user %2.").arg(code).arg(change.user);
            break;
        case What::KeyGone:
        case What::ReservationGone:
        case What::RowGone:
            break;
        }
    }
    return all.isEmpty() ? tr("Nothing changes in the stores.") : all.join(u' ');
}

QString RaceWords::sentence(const lab::RaceTrace &trace, int step)
{
    const auto &one = trace.steps[step];
    const QString who = lane(trace, one.lane);
    switch (one.kind) {
    case lab::RaceStep::Kind::Waits:
        return tr("%1 waits in %2: the other one holds the lock.").arg(who, QString::fromUtf8(one.name));
    case lab::RaceStep::Kind::Answered:
        return tr("%1 is answered: %2.").arg(who, answer(trace.lanes[one.lane]));
    case lab::RaceStep::Kind::Done:
        break;
    }
    return command(trace, step, who) + u' ' + effect(trace, step);
}

QString RaceWords::finding(const lab::RaceTrace &trace, const lab::RaceFinding &finding)
{
    const QString who = lane(trace, finding.lane);
    const QString code = QString::fromUtf8(finding.code);
    const QString at = QString::number(finding.step + 1);
    const QString since = QString::number(finding.since + 1);
    switch (finding.kind) {
    case Kind::TwoCoupons:
        return tr("Two coupons for one user: step %1 takes %2 although the other click has one.")
            .arg(at, code);
    case Kind::Oversold:
        return tr("Oversold: with step %1 more users were told that they have a coupon than there were.")
            .arg(at);
    case Kind::Lost:
        return tr("%1 is lost: taken at step %2, and after step %3 nobody has it and no stock holds it.")
            .arg(code, since, at);
    case Kind::NotKept:
        return tr("%1 was promised %2, and the book does not give it to this user.").arg(who, code);
    case Kind::WronglySoldOut:
        return tr("%1 was told \"sold out\" while coupons waited.").arg(who);
    case Kind::GivenBack:
        return tr("%1 went back into the stock at step %2: nothing is lost.").arg(code, at);
    case Kind::SoldOutThenBack:
        return tr("%1 was rightly told \"sold out\"; the coupon that came back later waits for the next one.")
            .arg(who);
    case Kind::StartedOver:
        return tr("%1 found its version overtaken and started over at step %2.").arg(who, at);
    case Kind::Waited:
        return tr("%1 waited for the lock from step %2 to step %3.").arg(who, since, at);
    case Kind::HeldOff:
        return tr("%1 was held off: this user's other request was under way. One user, one coupon.").arg(who);
    case Kind::SameCoupon:
        return tr("%1 was shown the coupon this user has already, %2. One user, one coupon.").arg(who, code);
    case Kind::NoStock:
        return tr("%1 was made for %2: this strategy has no stock to run out.").arg(code, who);
    case Kind::SoldOut:
        return tr("%1 found the stock empty at step %2: sold out, correctly.").arg(who, at);
    case Kind::GaveUp:
        return tr("%1 gave up after too many tries.").arg(who);
    case Kind::NoAnswer:
        break;
    }
    return tr("%1 got no answer about a coupon.").arg(who);
}

} // namespace seonchak
