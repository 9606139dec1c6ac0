// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json_hooks.h"

#include "core/webhook/hook_options.h"
#include "server/api/json_sale.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace seonchak::http::json {

namespace {

constexpr std::array hookStates{"WAITING", "DELIVERED", "GIVEN_UP", "SWITCHED_OFF"};

QJsonObject deliveryObject(const HookDelivery &delivery)
{
    const bool waits = delivery.state == HookDelivery::State::Waiting;
    return {{QStringLiteral("id"), delivery.id},
            {QStringLiteral("event"), delivery.event.type},
            {QStringLiteral("at"), timeOrNull(delivery.event.at)},
            {QStringLiteral("data"), QJsonDocument::fromJson(delivery.event.data).object()},
            {QStringLiteral("url"), shownHookUrl(delivery.url)},
            {QStringLiteral("state"), QLatin1String(hookStates.at(std::size_t(delivery.state)))},
            {QStringLiteral("tries"), delivery.tries},
            {QStringLiteral("nextTryAt"), timeOrNull(waits ? delivery.nextAt : 0)},
            {QStringLiteral("triedAt"), timeOrNull(delivery.answeredAt)},
            {QStringLiteral("status"), delivery.status > 0 ? QJsonValue(delivery.status) : QJsonValue()},
            {QStringLiteral("answer"), delivery.answer}};
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray hookPage(const HookPage &page)
{
    QJsonArray receivers;
    for (const HookReceiver &one : page.receivers) {
        receivers.append(QJsonObject{{QStringLiteral("url"), shownHookUrl(one.url)},
                                     {QStringLiteral("switchedOffAt"), timeOrNull(one.offAt)},
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

std::optional<HookDelivery::State> hookStateOf(const QByteArray &name)
{
    const auto found = std::ranges::find(hookStates, name.toStdString());
    if (found == hookStates.end())
        return std::nullopt;
    return HookDelivery::State(found - hookStates.begin());
}

} // namespace seonchak::http::json
