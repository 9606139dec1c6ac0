// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/sale_json.h"

#include "core/coupon/utc_text.h"
#include "core/wire/json_tools.h"

namespace seonchak::json {

QJsonValue timeOrNull(WallMs at)
{
    return at == 0 ? QJsonValue() : QJsonValue(QString::fromLatin1(utcText(at)));
}

QJsonObject sale(const SaleView &view)
{
    return {{QStringLiteral("name"), view.name},
            {QStringLiteral("mode"), view.live ? QStringLiteral("live") : QStringLiteral("test")},
            {QStringLiteral("state"), QLatin1String(saleStateName(view.state))},
            {QStringLiteral("opensAt"), timeOrNull(view.opensAt)},
            {QStringLiteral("closesAt"), timeOrNull(view.closesAt)},
            {QStringLiteral("serverTime"), QString::fromLatin1(utcText(view.now))},
            {QStringLiteral("clockOffsetMs"), view.offsetMs}};
}

SaleView readSale(const QJsonObject &object)
{
    using State = SaleView::State;
    SaleView view;
    view.name = textAt(object, QLatin1String("name"));
    view.live = textAt(object, QLatin1String("mode")) == QLatin1String("live");
    for (const State state :
         {State::Preparing, State::Planned, State::Open, State::Paused, State::SoldOut, State::Closed}) {
        if (textAt(object, QLatin1String("state")) == QLatin1String(saleStateName(state)))
            view.state = state;
    }
    view.opensAt = timeAt(object, QLatin1String("opensAt"));
    view.closesAt = timeAt(object, QLatin1String("closesAt"));
    view.now = timeAt(object, QLatin1String("serverTime"));
    view.offsetMs = numberAt(object, QLatin1String("clockOffsetMs"));
    return view;
}

QByteArray saleTimes(const SaleTimesChange &change)
{
    const auto value = [](WallMs at) {
        return at == SaleTimesChange::atOnce ? QJsonValue(QStringLiteral("now")) : timeOrNull(at);
    };
    QJsonObject object;
    if (change.opensAt)
        object.insert(QStringLiteral("opensAt"), value(*change.opensAt));
    if (change.closesAt)
        object.insert(QStringLiteral("closesAt"), value(*change.closesAt));
    return compact(object);
}

} // namespace seonchak::json
