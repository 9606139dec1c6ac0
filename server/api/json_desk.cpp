// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json_desk.h"

#include "core/coupon/utc_text.h"
#include "server/api/json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace seonchak::http::json {

namespace {

QJsonValue timeValue(WallMs ms)
{
    if (ms <= 0)
        return QJsonValue::Null;
    return QString::fromLatin1(utcText(ms));
}

QJsonValue timeValue(const std::optional<WallMs> &ms)
{
    return timeValue(ms.value_or(0));
}

QJsonValue numberValue(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

/// Beside the number, for readers whose numbers end at 2^53.
QJsonValue idText(const std::optional<qint64> &id)
{
    return id ? QJsonValue(QString::number(*id)) : QJsonValue(QJsonValue::Null);
}

QJsonValue couponValue(const std::optional<Coupon> &coupon)
{
    if (!coupon || coupon->id == 0)
        return QJsonValue::Null;
    return QJsonDocument::fromJson(json::coupon(*coupon)).object();
}

QString whatName(LifeEvent::What what)
{
    static constexpr std::array names{"GENERATED", "PUSHED",   "RESERVED", "STORE_REFUSED",
                                      "RESTORED",  "IN_DOUBT", "ASKED",    "ISSUED",
                                      "EDITED",    "VOIDED",   "SET_ASIDE"};
    return QString::fromLatin1(names.at(std::size_t(what)));
}

QString verdictName(WhyNot::Verdict verdict)
{
    static constexpr std::array names{"ISSUED",       "IN_DOUBT",  "IN_PROGRESS",  "SOLD_OUT",
                                      "STORE_FAILED", "TOO_EARLY", "WHILE_PAUSED", "OUT_OF_ORDER",
                                      "WITHDRAWN",    "CLOSED",    "NEVER_SEEN"};
    return QString::fromLatin1(names.at(std::size_t(verdict)));
}

QString reasonName(seonchak::Refusal::Reason reason)
{
    static constexpr std::array names{"SOLD_OUT",     "STORE_FAILED", "TOO_EARLY",
                                      "WHILE_PAUSED", "OUT_OF_ORDER", "CLOSED"};
    return QString::fromLatin1(names.at(std::size_t(reason)));
}

QJsonArray refusalsOf(const WhyNot &answer)
{
    QJsonArray all;
    for (const auto &refusal : answer.refusals) {
        all.append(QJsonObject{{QStringLiteral("reason"), reasonName(refusal.reason)},
                               {QStringLiteral("firstAt"), timeValue(refusal.firstAt)},
                               {QStringLiteral("lastAt"), timeValue(refusal.lastAt)},
                               {QStringLiteral("times"), refusal.times}});
    }
    return all;
}

/// The refusal whose times the answer names: the deciding one; else, of somebody who has a coupon, "sold
/// out".
const seonchak::Refusal *namedRefusal(const WhyNot &answer)
{
    return answer.isRefused() && answer.verdict != WhyNot::Verdict::FailedAtStore
               ? &answer.refusals.first()
               : answer.newest(seonchak::Refusal::Reason::SoldOut);
}

QString endName(DoubtEnd::Kind kind)
{
    static constexpr std::array names{"ISSUED", "RESTORED", "SET_ASIDE", "STILL_UNKNOWN"};
    return QString::fromLatin1(names.at(std::size_t(kind)));
}

QString eventName(Event::Kind kind)
{
    static constexpr std::array names{
        "ISSUED",           "ALREADY",       "SOLD_OUT",         "TOO_EARLY",     "TOO_LATE",
        "WHILE_PAUSED",     "STORE_REFUSED", "IN_DOUBT",         "UNAVAILABLE",   "SETTLED_ISSUED",
        "SETTLED_RESTORED", "SET_ASIDE",     "GENERATED",        "ADDED",         "PUSHED",
        "EDITED",           "VOIDED",        "PAUSED",           "RESUMED",       "TIMES_SET",
        "OPENED",           "ENDED",         "REDIS_AWAY",       "REDIS_BACK",    "REBUILT",
        "DATABASE_AWAY",    "DATABASE_BACK", "DATABASE_TROUBLE", "DATABASE_WELL", "ALARM_RAISED",
        "ALARM_ENDED",      "COUNTS_MENDED"};
    static_assert(names.size() == std::size_t(Event::Kind::Count_));
    return QString::fromLatin1(names.at(std::size_t(kind)));
}

QJsonObject doubtObject(const OpenDoubt &doubt, WallMs now)
{
    return {{QStringLiteral("reservation"), QString::number(doubt.reservation)},
            {QStringLiteral("couponId"), doubt.couponId},
            {QStringLiteral("code"), QString::fromUtf8(doubt.code)},
            {QStringLiteral("userId"), doubt.user},
            {QStringLiteral("userIdText"), idText(doubt.user)},
            {QStringLiteral("since"), timeValue(doubt.since)},
            {QStringLiteral("ageSeconds"), double(std::max<qint64>(0, now - doubt.since)) / 1000},
            {QStringLiteral("attempts"), doubt.attempts},
            {QStringLiteral("askedAt"), timeValue(doubt.asked)},
            {QStringLiteral("answer"), doubt.answer}};
}

QJsonObject auditObject(const AuditEntry &entry)
{
    return {{QStringLiteral("id"), entry.id},         {QStringLiteral("at"), timeValue(entry.at)},
            {QStringLiteral("actor"), entry.actor},   {QStringLiteral("action"), entry.action},
            {QStringLiteral("detail"), entry.detail}, {QStringLiteral("result"), entry.result}};
}

QJsonObject eventObject(const Event &event)
{
    const auto user = event.user > 0 ? std::optional(event.user) : std::nullopt;
    return {{QStringLiteral("serial"), qint64(event.serial)},
            {QStringLiteral("at"), timeValue(event.at)},
            {QStringLiteral("kind"), eventName(event.kind)},
            {QStringLiteral("userId"), numberValue(user)},
            {QStringLiteral("userIdText"), idText(user)},
            {QStringLiteral("code"), event.code.isEmpty() ? QJsonValue() : QString::fromUtf8(event.code)},
            {QStringLiteral("number"), event.number},
            {QStringLiteral("detail"), event.detail},
            {QStringLiteral("times"), event.times}};
}

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray voidPlan(const VoidPlan &plan)
{
    return text({{QStringLiteral("staged"), plan.staged},
                 {QStringLiteral("available"), plan.available},
                 {QStringLiteral("inFlight"), plan.inFlight},
                 {QStringLiteral("issued"), plan.issued}});
}

QByteArray life(const Biography &life)
{
    QJsonArray events;
    for (const auto &event : life.events) {
        events.append(QJsonObject{{QStringLiteral("at"), timeValue(event.at)},
                                  {QStringLiteral("what"), whatName(event.what)},
                                  {QStringLiteral("userId"), numberValue(event.user)},
                                  {QStringLiteral("userIdText"), idText(event.user)},
                                  {QStringLiteral("actor"), event.actor},
                                  {QStringLiteral("detail"), event.detail}});
    }
    return text({{QStringLiteral("coupon"), couponValue(life.coupon)}, {QStringLiteral("events"), events}});
}

QByteArray whyNot(const WhyNot &answer)
{
    seonchak::Refusal none;
    none.times = 0;
    const auto *found = namedRefusal(answer);
    const auto *foundFailed = answer.newest(seonchak::Refusal::Reason::StoreFailed);
    const seonchak::Refusal &named = found ? *found : none;
    const seonchak::Refusal &failed = foundFailed ? *foundFailed : none;
    std::optional<double> after;
    if (named.firstAt > 0 && named.sellOutAt)
        after = double(named.firstAt - *named.sellOutAt) / 1000;
    std::optional<double> early;
    if (answer.opensAt)
        early = double(*answer.opensAt - named.lastAt) / 1000;
    return text({{QStringLiteral("userId"), answer.user},
                 {QStringLiteral("userIdText"), idText(answer.user)},
                 {QStringLiteral("verdict"), verdictName(answer.verdict)},
                 {QStringLiteral("coupon"), couponValue(answer.coupon)},
                 {QStringLiteral("refusedAt"), timeValue(named.firstAt)},
                 {QStringLiteral("lastRefusedAt"), timeValue(named.lastAt)},
                 {QStringLiteral("refusedTimes"), named.times},
                 {QStringLiteral("soldOutAt"), timeValue(named.sellOutAt)},
                 {QStringLiteral("secondsAfterSellOut"), after ? QJsonValue(*after) : QJsonValue()},
                 {QStringLiteral("place"), numberValue(answer.place)},
                 {QStringLiteral("refused"), numberValue(answer.refused)},
                 {QStringLiteral("withdrawnAt"), timeValue(answer.withdrawnAt)},
                 {QStringLiteral("opensAt"), timeValue(answer.opensAt)},
                 {QStringLiteral("secondsBeforeOpening"), early ? QJsonValue(*early) : QJsonValue()},
                 {QStringLiteral("failedAt"), timeValue(failed.lastAt)},
                 {QStringLiteral("failedTimes"), failed.times},
                 {QStringLiteral("refusals"), refusalsOf(answer)},
                 {QStringLiteral("doubtSince"), timeValue(answer.doubtSince)},
                 {QStringLiteral("knownSince"), timeValue(answer.knownSince)}});
}

QByteArray doubts(const QList<OpenDoubt> &doubts, WallMs now)
{
    QJsonArray items;
    for (const auto &doubt : doubts)
        items.append(doubtObject(doubt, now));
    return text({{QStringLiteral("items"), items}});
}

QByteArray doubtEnd(const DoubtEnd &end)
{
    return text({{QStringLiteral("end"), endName(end.kind)},
                 {QStringLiteral("coupon"), couponValue(end.coupon)},
                 {QStringLiteral("answer"), end.answer}});
}

QByteArray auditPage(const AuditPage &page)
{
    QJsonArray items;
    for (const auto &entry : page.items)
        items.append(auditObject(entry));
    return text({{QStringLiteral("items"), items}, {QStringLiteral("next"), numberValue(page.next)}});
}

QByteArray events(const EventPage &page)
{
    QJsonArray items;
    for (const auto &event : page.items)
        items.append(eventObject(event));
    return text({{QStringLiteral("items"), items},
                 {QStringLiteral("next"), qint64(page.next)},
                 {QStringLiteral("last"), qint64(page.next)},
                 {QStringLiteral("dropped"), qint64(page.dropped)},
                 {QStringLiteral("restarted"), page.restarted}});
}

QByteArray event(const Event &event)
{
    return text(eventObject(event));
}

QByteArray auditEntry(const AuditEntry &entry)
{
    return text(auditObject(entry));
}

QByteArray doubt(const OpenDoubt &doubt, bool isOpen, WallMs now)
{
    QJsonObject object = doubtObject(doubt, now);
    object.insert(QStringLiteral("open"), isOpen);
    return text(object);
}

} // namespace seonchak::http::json
