// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"
#include "core/issue/foreign_desk.h"
#include "core/issue/stock.h"
#include "core/watch/status.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

/// Between JSON texts and our values. Reading is strict: unknown and mistyped fields are errors (BadInput).
namespace seonchak::http::json {

/// `notJson` is set where the text is not JSON at all, rather than JSON of the wrong shape.
Result<QList<QByteArray>> readCodes(const QByteArray &body, bool &notJson);
Result<QByteArray> readCode(const QByteArray &body, bool &notJson);
/// An empty body means all defaults.
Result<GenerateOrder> readGenerateOrder(const QByteArray &body, bool &notJson);

/// {"choice":"adopt"} or {"choice":"discard"}
Result<ForeignChoice> readForeignChoice(const QByteArray &body, bool &notJson);

/// A JSON text literal.
void appendText(QByteArray &out, QByteArrayView text);

/// `result` ("VALID", "ALREADY") is left out where empty.
QByteArray coupon(const Coupon &coupon, QByteArrayView result = {});
QByteArray couponPage(const QList<Coupon> &items, std::optional<qint64> next);
QByteArray added(const Added &added);
QByteArray status(const Status &status);
QJsonArray outages(const std::vector<Outage> &all);
QByteArray foreign(const std::optional<ForeignFound> &found);

} // namespace seonchak::http::json
