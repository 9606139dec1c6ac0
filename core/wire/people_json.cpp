// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/people_json.h"

#include "core/wire/coupon_json.h"
#include "core/wire/json_tools.h"

#include <algorithm>
#include <array>
#include <utility>

namespace seonchak::json {

namespace {

constexpr std::array<const char *, 11> whatNames{"GENERATED", "PUSHED",   "RESERVED", "STORE_REFUSED",
                                                 "RESTORED",  "IN_DOUBT", "ASKED",    "ISSUED",
                                                 "EDITED",    "VOIDED",   "SET_ASIDE"};

constexpr auto reasonNames = columnOf<&ReasonRow::name>(reasonRows);

/// A verdict that is a reason has the reason's name.
constexpr auto verdictNames = [] {
    using Verdict = WhyNot::Verdict;
    std::array<const char *, std::size_t(Verdict::NeverSeen) + 1> names{};
    for (const ReasonRow &row : reasonRows)
        names[std::size_t(row.verdict)] = row.name;
    for (const auto &[verdict, name] :
         {std::pair(Verdict::Issued, "ISSUED"), std::pair(Verdict::InDoubt, "IN_DOUBT"),
          std::pair(Verdict::InProgress, "IN_PROGRESS"), std::pair(Verdict::Withdrawn, "WITHDRAWN"),
          std::pair(Verdict::NeverSeen, "NEVER_SEEN")})
        names[std::size_t(verdict)] = name;
    return names;
}();
static_assert(std::ranges::count(verdictNames, nullptr) == 0, "each verdict has a name");

QJsonArray refusalsOf(const WhyNot &answer)
{
    QJsonArray all;
    for (const auto &refusal : answer.refusals) {
        all.append(QJsonObject{{QStringLiteral("reason"), QLatin1String(rowOf(refusal.reason).name)},
                               {QStringLiteral("firstAt"), timeValue(refusal.firstAt)},
                               {QStringLiteral("lastAt"), timeValue(refusal.lastAt)},
                               {QStringLiteral("times"), refusal.times},
                               {QStringLiteral("soldOutAt"), timeValue(refusal.sellOutAt)}});
    }
    return all;
}

/// The refusal whose times are in the answer: the deciding one; for a user with a coupon, "sold out".
const seonchak::Refusal *namedRefusal(const WhyNot &answer)
{
    const bool hasDeciding = answer.isRefused() && !answer.refusals.isEmpty();
    return hasDeciding && answer.verdict != WhyNot::Verdict::FailedAtPartner
               ? &answer.refusals.first()
               : answer.newest(seonchak::Refusal::Reason::SoldOut);
}

} // namespace

QByteArray life(const Biography &life)
{
    QJsonArray events;
    for (const auto &event : life.events) {
        events.append(
            QJsonObject{{QStringLiteral("at"), timeValue(event.at)},
                        {QStringLiteral("what"), QLatin1String(whatNames.at(std::size_t(event.what)))},
                        {QStringLiteral("userId"), numberValue(event.user)},
                        {QStringLiteral("userIdText"), idText(event.user)},
                        {QStringLiteral("actor"), event.actor},
                        {QStringLiteral("detail"), event.detail}});
    }
    return compact(
        {{QStringLiteral("coupon"), couponValue(life.coupon)}, {QStringLiteral("events"), events}});
}

QByteArray whyNot(const WhyNot &answer)
{
    seonchak::Refusal none;
    none.times = 0;
    const auto *found = namedRefusal(answer);
    const auto *foundFailed = answer.newest(seonchak::Refusal::Reason::PartnerFailed);
    const seonchak::Refusal &named = found ? *found : none;
    const seonchak::Refusal &failed = foundFailed ? *foundFailed : none;
    std::optional<double> after;
    if (named.firstAt > 0 && named.sellOutAt)
        after = double(named.firstAt - *named.sellOutAt) / 1000;
    std::optional<double> early;
    if (answer.opensAt)
        early = double(*answer.opensAt - named.lastAt) / 1000;
    return compact({{QStringLiteral("userId"), answer.user},
                    {QStringLiteral("userIdText"), idText(answer.user)},
                    {QStringLiteral("verdict"), QLatin1String(verdictNames.at(std::size_t(answer.verdict)))},
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

namespace {

std::optional<LifeEvent> lifeEventOf(const QJsonObject &object)
{
    const auto what = placeOf(whatNames, textAt(object, QLatin1String("what")));
    if (!what)
        return std::nullopt;
    return LifeEvent{LifeEvent::What(*what), timeAt(object, QLatin1String("at")),
                     maybeNumberAt(object, QLatin1String("userId")), textAt(object, QLatin1String("actor")),
                     textAt(object, QLatin1String("detail"))};
}

std::optional<seonchak::Refusal> refusalOf(const QJsonObject &object, UserId user)
{
    const auto reason = placeOf(reasonNames, textAt(object, QLatin1String("reason")));
    if (!reason)
        return std::nullopt;
    seonchak::Refusal refusal;
    refusal.user = user;
    refusal.reason = seonchak::Refusal::Reason(*reason);
    refusal.firstAt = timeAt(object, QLatin1String("firstAt"));
    refusal.lastAt = timeAt(object, QLatin1String("lastAt"));
    refusal.times = numberAt(object, QLatin1String("times"));
    refusal.sellOutAt = maybeTimeAt(object, QLatin1String("soldOutAt"));
    return refusal;
}

} // namespace

Result<Biography> readLife(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    const auto coupon = readCoupon(object->value(QLatin1String("coupon")).toObject());
    if (!coupon)
        return failure(Trouble::Internal, QStringLiteral("the answer tells of no coupon"));
    Biography life{*coupon, {}};
    for (const auto &item : object->value(QLatin1String("events")).toArray()) {
        if (auto event = lifeEventOf(item.toObject()))
            life.events.append(std::move(*event));
    }
    return life;
}

Result<WhyNot> readWhyNot(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    const auto verdict = placeOf(verdictNames, textAt(*object, QLatin1String("verdict")));
    if (!verdict)
        return failure(Trouble::Internal, QStringLiteral("the verdict is of another version"));
    WhyNot answer;
    answer.verdict = WhyNot::Verdict(*verdict);
    answer.user = numberAt(*object, QLatin1String("userId"));
    answer.coupon = readCoupon(object->value(QLatin1String("coupon")).toObject());
    answer.doubtSince = maybeTimeAt(*object, QLatin1String("doubtSince"));
    for (const auto &item : object->value(QLatin1String("refusals")).toArray()) {
        if (auto refusal = refusalOf(item.toObject(), answer.user))
            answer.refusals.append(std::move(*refusal));
    }
    answer.place = maybeNumberAt(*object, QLatin1String("place"));
    answer.refused = maybeNumberAt(*object, QLatin1String("refused"));
    answer.withdrawnAt = maybeTimeAt(*object, QLatin1String("withdrawnAt"));
    answer.opensAt = maybeTimeAt(*object, QLatin1String("opensAt"));
    answer.knownSince = maybeTimeAt(*object, QLatin1String("knownSince"));
    if (answer.isRefused() && answer.refusals.isEmpty()) // Pages read the first one.
        return failure(Trouble::Internal, QStringLiteral("the verdict names no refusal"));
    return answer;
}

} // namespace seonchak::json
