// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/coupon_json.h"

#include "core/coupon/utc_text.h"
#include "core/wire/json_tools.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <charconv>

namespace seonchak::json {

namespace {

/// The part of a coupon on one side of its code: appended at once, since each append costs a hundred
/// instructions.
class Part
{
public:
    Part &put(QByteArrayView text)
    {
        m_end = std::copy(text.begin(), text.end(), m_end);
        return *this;
    }
    Part &put(qint64 number)
    {
        m_end = std::to_chars(m_end, m_text.data() + m_text.size(), number).ptr;
        return *this;
    }
    Part &putMoment(WallMs at)
    {
        const auto letters = utcLetters(at);
        return put("\"").put({letters.data(), qsizetype(letters.size())}).put("\"");
    }
    [[nodiscard]] QByteArrayView view() const { return {m_text.data(), m_end}; }

private:
    std::array<char, 256> m_text; ///< all words of a coupon together are shorter
    char *m_end = m_text.data();
};

/// Used for every coupon in an answer: avoids temporary texts.
void appendCoupon(QByteArray &out, const Coupon &coupon, QByteArrayView result)
{
    out.append(Part().put("{\"id\":").put(coupon.id).put(",\"code\":").view());
    appendText(out, coupon.code);
    Part rest;
    rest.put(",\"status\":\"").put(statusName(coupon.status)).put("\",\"userId\":");
    if (coupon.userId)
        rest.put(*coupon.userId).put(",\"userIdText\":\"").put(*coupon.userId).put("\"");
    else
        rest.put("null,\"userIdText\":null");
    rest.put(",\"createdAt\":").putMoment(coupon.createdAt).put(",\"issuedAt\":");
    if (coupon.issuedAt)
        rest.putMoment(*coupon.issuedAt);
    else
        rest.put("null");
    out.append(rest.view());
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
