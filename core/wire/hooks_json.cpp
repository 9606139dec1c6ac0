// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/hooks_json.h"

#include "core/webhook/hook_options.h"
#include "core/wire/json_tools.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace seonchak::json {

namespace {

constexpr std::array hookStates{"WAITING", "DELIVERED", "GIVEN_UP", "SWITCHED_OFF"};

QJsonObject deliveryObject(const HookDelivery &delivery)
{
    const bool waits = delivery.state == HookDelivery::State::Waiting;
    return {{QStringLiteral("id"), delivery.id},
            {QStringLiteral("event"), delivery.event.type},
            {QStringLiteral("at"), timeValue(delivery.event.at)},
            {QStringLiteral("data"), QJsonDocument::fromJson(delivery.event.data).object()},
            {QStringLiteral("url"), shownHookUrl(delivery.url)},
            {QStringLiteral("state"), QLatin1String(hookStateName(delivery.state))},
            {QStringLiteral("tries"), delivery.tries},
            {QStringLiteral("nextTryAt"), timeValue(waits ? delivery.nextAt : 0)},
            {QStringLiteral("triedAt"), timeValue(delivery.answeredAt)},
            {QStringLiteral("status"), delivery.status > 0 ? QJsonValue(delivery.status) : QJsonValue()},
            {QStringLiteral("answer"), delivery.answer}};
}

} // namespace

QByteArray hookPage(const HookPage &page)
{
    QJsonArray receivers;
    for (const HookReceiver &one : page.receivers) {
        receivers.append(QJsonObject{{QStringLiteral("url"), shownHookUrl(one.url)},
                                     {QStringLiteral("switchedOffAt"), timeValue(one.offAt)},
                                     {QStringLiteral("waiting"), one.waiting}});
    }
    QJsonArray items;
    for (const HookDelivery &one : page.items)
        items.append(deliveryObject(one));
    return compact({{QStringLiteral("receivers"), receivers},
                    {QStringLiteral("items"), items},
                    {QStringLiteral("next"), page.next ? QJsonValue(*page.next) : QJsonValue()}});
}

QByteArray hookDelivery(const HookDelivery &delivery)
{
    return compact(deliveryObject(delivery));
}

namespace {

HookDelivery hookDeliveryOf(const QJsonObject &object)
{
    HookDelivery delivery;
    delivery.id = numberAt(object, QLatin1String("id"));
    delivery.url = textAt(object, QLatin1String("url"));
    delivery.event.type = textAt(object, QLatin1String("event"));
    delivery.event.at = timeAt(object, QLatin1String("at"));
    delivery.event.data = compact(object.value(QLatin1String("data")).toObject());
    delivery.state =
        hookStateOf(bytesAt(object, QLatin1String("state"))).value_or(HookDelivery::State::Waiting);
    delivery.tries = int(numberAt(object, QLatin1String("tries")));
    delivery.nextAt = timeAt(object, QLatin1String("nextTryAt"));
    delivery.answeredAt = timeAt(object, QLatin1String("triedAt"));
    delivery.status = int(numberAt(object, QLatin1String("status")));
    delivery.answer = textAt(object, QLatin1String("answer"));
    return delivery;
}

} // namespace

Result<HookPage> readHookPage(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    HookPage page;
    for (const auto &item : object->value(QLatin1String("receivers")).toArray()) {
        const QJsonObject one = item.toObject();
        HookReceiver receiver;
        receiver.url = textAt(one, QLatin1String("url"));
        receiver.offAt = timeAt(one, QLatin1String("switchedOffAt"));
        receiver.waiting = numberAt(one, QLatin1String("waiting"));
        page.receivers.append(receiver);
    }
    for (const auto &item : object->value(QLatin1String("items")).toArray())
        page.items.append(hookDeliveryOf(item.toObject()));
    page.next = maybeNumberAt(*object, QLatin1String("next"));
    return page;
}

Result<HookDelivery> readHookDelivery(const QByteArray &text)
{
    const auto object = objectOf(text);
    return object ? Result<HookDelivery>(hookDeliveryOf(*object)) : std::unexpected(object.error());
}

const char *hookStateName(HookDelivery::State state)
{
    return hookStates.at(std::size_t(state));
}

std::optional<HookDelivery::State> hookStateOf(const QByteArray &name)
{
    const auto found = std::ranges::find(hookStates, name.toStdString());
    if (found == hookStates.end())
        return std::nullopt;
    return HookDelivery::State(found - hookStates.begin());
}

} // namespace seonchak::json
