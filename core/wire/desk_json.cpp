// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/desk_json.h"

#include "core/watch/event_row.h"
#include "core/wire/coupon_json.h"
#include "core/wire/json_tools.h"

#include <array>

namespace seonchak::json {

namespace {

constexpr std::array<const char *, 4> endNames{"ISSUED", "RESTORED", "SET_ASIDE", "STILL_UNKNOWN"};

constexpr auto eventNames = columnOf<&EventRow::name>(eventRows);

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
            {QStringLiteral("kind"), QLatin1String(rowOf(event.kind).name)},
            {QStringLiteral("userId"), numberValue(user)},
            {QStringLiteral("userIdText"), idText(user)},
            {QStringLiteral("code"), event.code.isEmpty() ? QJsonValue() : QString::fromUtf8(event.code)},
            {QStringLiteral("number"), event.number},
            {QStringLiteral("detail"), event.detail},
            {QStringLiteral("times"), event.times}};
}

} // namespace

QByteArray voidPlan(const VoidPlan &plan)
{
    return compact({{QStringLiteral("staged"), plan.staged},
                    {QStringLiteral("available"), plan.available},
                    {QStringLiteral("inFlight"), plan.inFlight},
                    {QStringLiteral("issued"), plan.issued}});
}

QByteArray doubts(const QList<OpenDoubt> &doubts, WallMs now)
{
    QJsonArray items;
    for (const auto &doubt : doubts)
        items.append(doubtObject(doubt, now));
    return compact({{QStringLiteral("items"), items}});
}

QByteArray doubtEnd(const DoubtEnd &end)
{
    return compact({{QStringLiteral("end"), QLatin1String(endNames.at(std::size_t(end.kind)))},
                    {QStringLiteral("coupon"), couponValue(end.coupon)},
                    {QStringLiteral("answer"), end.answer}});
}

QByteArray auditPage(const AuditPage &page)
{
    QJsonArray items;
    for (const auto &entry : page.items)
        items.append(auditObject(entry));
    QJsonObject body{{QStringLiteral("items"), items}, {QStringLiteral("next"), numberValue(page.next)}};
    if (page.count)
        body.insert(QStringLiteral("count"), *page.count);
    return compact(body);
}

QByteArray events(const EventPage &page)
{
    QJsonArray items;
    for (const auto &event : page.items)
        items.append(eventObject(event));
    return compact({{QStringLiteral("items"), items},
                    {QStringLiteral("next"), qint64(page.next)},
                    {QStringLiteral("last"), qint64(page.next)},
                    {QStringLiteral("dropped"), qint64(page.dropped)},
                    {QStringLiteral("restarted"), page.restarted}});
}

QByteArray event(const Event &event)
{
    return compact(eventObject(event));
}

QByteArray auditEntry(const AuditEntry &entry)
{
    return compact(auditObject(entry));
}

QByteArray doubt(const OpenDoubt &doubt, bool isOpen, WallMs now)
{
    QJsonObject object = doubtObject(doubt, now);
    object.insert(QStringLiteral("open"), isOpen);
    return compact(object);
}

namespace {

OpenDoubt doubtOf(const QJsonObject &object)
{
    OpenDoubt doubt;
    doubt.reservation = textAt(object, QLatin1String("reservation")).toLongLong();
    doubt.couponId = numberAt(object, QLatin1String("couponId"));
    doubt.code = bytesAt(object, QLatin1String("code"));
    doubt.user = numberAt(object, QLatin1String("userId"));
    doubt.since = timeAt(object, QLatin1String("since"));
    doubt.attempts = numberAt(object, QLatin1String("attempts"));
    doubt.asked = maybeTimeAt(object, QLatin1String("askedAt"));
    doubt.answer = textAt(object, QLatin1String("answer"));
    return doubt;
}

AuditEntry auditOf(const QJsonObject &object)
{
    return {numberAt(object, QLatin1String("id")),   timeAt(object, QLatin1String("at")),
            textAt(object, QLatin1String("actor")),  textAt(object, QLatin1String("action")),
            textAt(object, QLatin1String("detail")), textAt(object, QLatin1String("result"))};
}

/// Nullopt if it is of a kind from a later version.
std::optional<Event> eventOf(const QJsonObject &object)
{
    const auto kind = placeOf(eventNames, textAt(object, QLatin1String("kind")));
    if (!kind)
        return std::nullopt;
    Event event;
    event.kind = Event::Kind(*kind);
    event.serial = quint64(numberAt(object, QLatin1String("serial")));
    event.at = timeAt(object, QLatin1String("at"));
    event.user = numberAt(object, QLatin1String("userId"));
    event.code = bytesAt(object, QLatin1String("code"));
    event.number = numberAt(object, QLatin1String("number"));
    event.detail = textAt(object, QLatin1String("detail"));
    event.times = numberAt(object, QLatin1String("times"), 1);
    return event;
}

} // namespace

Result<VoidPlan> readVoidPlan(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    return VoidPlan{numberAt(*object, QLatin1String("staged")), numberAt(*object, QLatin1String("available")),
                    numberAt(*object, QLatin1String("inFlight")), numberAt(*object, QLatin1String("issued"))};
}

Result<QList<OpenDoubt>> readDoubts(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    QList<OpenDoubt> doubts;
    for (const auto &item : object->value(QLatin1String("items")).toArray())
        doubts.append(doubtOf(item.toObject()));
    return doubts;
}

Result<DoubtEnd> readDoubtEnd(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    DoubtEnd end;
    const auto kind = placeOf(endNames, textAt(*object, QLatin1String("end")));
    end.kind = kind ? DoubtEnd::Kind(*kind) : DoubtEnd::Kind::StillUnknown;
    end.coupon = readCoupon(object->value(QLatin1String("coupon")).toObject()).value_or(Coupon());
    end.answer = textAt(*object, QLatin1String("answer"));
    return end;
}

Result<AuditPage> readAuditPage(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    AuditPage page;
    for (const auto &item : object->value(QLatin1String("items")).toArray())
        page.items.append(auditOf(item.toObject()));
    page.next = maybeNumberAt(*object, QLatin1String("next"));
    page.count = maybeNumberAt(*object, QLatin1String("count"));
    return page;
}

Result<EventPage> readEvents(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    EventPage page;
    for (const auto &item : object->value(QLatin1String("items")).toArray()) {
        if (auto event = eventOf(item.toObject()))
            page.items.append(std::move(*event));
    }
    page.next = quint64(numberAt(*object, QLatin1String("next")));
    page.dropped = quint64(numberAt(*object, QLatin1String("dropped")));
    page.restarted = object->value(QLatin1String("restarted")).toBool();
    return page;
}

std::optional<Event> readEvent(const QByteArray &text)
{
    const auto object = objectOf(text);
    return object ? eventOf(*object) : std::nullopt;
}

} // namespace seonchak::json
