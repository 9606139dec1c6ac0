// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/administration/records.h"
#include "core/issue/ground/stock_orders.h"

#include <QByteArray>
#include <QJsonObject>

namespace seonchak::json {

/// A list of coupons has no longer pages.
inline constexpr int mostInOnePage = 1000;

/// `result` ("VALID", "ALREADY") is left out where empty.
QByteArray coupon(const Coupon &coupon, QByteArrayView result = {});
QByteArray couponPage(const QList<Coupon> &items, std::optional<qint64> next);
QByteArray added(const Added &added);
/// Null for nullopt, and for a coupon that the book does not have.
QJsonValue couponValue(const std::optional<Coupon> &coupon);

/// Nullopt if it has no id, or no status that this version knows.
std::optional<Coupon> readCoupon(const QJsonObject &object);
Result<Coupon> readCoupon(const QByteArray &text);
/// "id", "code", "status", "user", "created", "issued": the sort keys of lists.
const char *orderName(book::Order order);
std::optional<book::Order> orderOf(QByteArrayView name);

Result<CouponPage> readCouponPage(const QByteArray &text);
Result<Added> readAdded(const QByteArray &text);

} // namespace seonchak::json
