// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/coupon_json.h"

#include "core/coupon/utc_text.h"
#include "core/wire/json_tools.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <charconv>

namespace seonchak::json {

namespace {

void appendNumber(QByteArray &out, qint64 number)
{
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end - digits.data());
}

void appendMoment(QByteArray &out, WallMs at)
{
    const auto letters = utcLetters(at);
    out.append('"').append(letters.data(), qsizetype(letters.size())).append('"');
}

/// Used for every coupon in an answer: avoids temporary texts.
void appendCoupon(QByteArray &out, const Coupon &coupon, QByteArrayView result)
{
    out.append("{\"id\":");
    appendNumber(out, coupon.id);
    out.append(",\"code\":");
    appendText(out, coupon.code);
    out.append(",\"status\":\"").append(statusName(coupon.status)).append("\",\"userId\":");
    if (coupon.userId) {
        appendNumber(out, *coupon.userId);
        out.append(",\"userIdText\":\"");
        appendNumber(out, *coupon.userId);
        out.append('"');
    } else {
        out.append("null,\"userIdText\":null");
    }
    out.append(",\"createdAt\":");
    appendMoment(out, coupon.createdAt);
    out.append(",\"issuedAt\":");
    if (coupon.issuedAt)
        appendMoment(out, *coupon.issuedAt);
    else
        out.append("null");
    if (!result.isEmpty())
        out.append(",\"result\":\"").append(result).append('"');
    out.append('}');
}

void appendCoupons(QByteArray &out, const QList<Coupon> &coupons)
{
    out += '[';
    for (const auto &one : coupons) {
        if (!out.endsWith('['))
            out += ',';
        appendCoupon(out, one, {});
    }
    out += ']';
}

} // namespace

QByteArray coupon(const Coupon &coupon, QByteArrayView result)
{
    QByteArray out;
    out.reserve(256);
    appendCoupon(out, coupon, result);
    return out;
}

QByteArray couponPage(const QList<Coupon> &items, std::optional<qint64> next)
{
    QByteArray out = "{\"items\":";
    appendCoupons(out, items);
    out += ",\"next\":" + (next ? QByteArray::number(*next) : QByteArray("null")) + '}';
    return out;
}

QByteArray added(const Added &added)
{
    QByteArray out = "{\"added\":" + QByteArray::number(added.coupons.size()) +
                     ",\"pushed\":" + QByteArray::number(added.pushed) + ",\"coupons\":";
    appendCoupons(out, added.coupons);
    return out + '}';
}

QJsonValue couponValue(const std::optional<Coupon> &coupon)
{
    if (!coupon || coupon->id == 0)
        return QJsonValue::Null;
    return QJsonDocument::fromJson(json::coupon(*coupon)).object();
}

std::optional<Coupon> readCoupon(const QJsonObject &object)
{
    Coupon coupon;
    coupon.id = numberAt(object, QLatin1String("id"));
    coupon.code = bytesAt(object, QLatin1String("code"));
    const auto status = statusFromName(bytesAt(object, QLatin1String("status")));
    if (coupon.id <= 0 || !status)
        return std::nullopt;
    coupon.status = *status;
    coupon.userId = maybeNumberAt(object, QLatin1String("userId"));
    coupon.createdAt = timeAt(object, QLatin1String("createdAt"));
    coupon.issuedAt = maybeTimeAt(object, QLatin1String("issuedAt"));
    return coupon;
}

Result<Coupon> readCoupon(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    const auto coupon = readCoupon(*object);
    return coupon ? Result<Coupon>(*coupon)
                  : failure(Trouble::Internal, QStringLiteral("the answer is no coupon"));
}

namespace {

QList<Coupon> couponsIn(const QJsonArray &items)
{
    QList<Coupon> coupons;
    coupons.reserve(items.size());
    for (const auto &item : items) {
        if (auto coupon = readCoupon(item.toObject()))
            coupons.append(std::move(*coupon));
    }
    return coupons;
}

} // namespace

namespace {
constexpr std::array<const char *, 6> orderNames{"id", "code", "status", "user", "created", "issued"};
}

const char *orderName(book::Order order)
{
    return orderNames.at(std::size_t(order));
}

std::optional<book::Order> orderOf(QByteArrayView name)
{
    const auto place = placeOf(orderNames, QString::fromLatin1(name));
    return place ? std::optional(book::Order(*place)) : std::nullopt;
}

Result<CouponPage> readCouponPage(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    return CouponPage{couponsIn(object->value(QLatin1String("items")).toArray()),
                      maybeNumberAt(*object, QLatin1String("next"))};
}

Result<Added> readAdded(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    return Added{couponsIn(object->value(QLatin1String("coupons")).toArray()),
                 numberAt(*object, QLatin1String("pushed"))};
}

} // namespace seonchak::json
