// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"
#include "core/issue/ground/foreign_desk.h"
#include "core/issue/stock/stock.h"
#include "core/wire/coupon_json.h"
#include "core/wire/status_json.h"

#include <QByteArray>

/// Parses the bodies of requests. Reading is strict: unknown and mistyped fields are errors (BadInput). The
/// JSON of answers is in core/wire, which remote desks also use for reading.
namespace seonchak::json {

/// `notJson` is set if the text is not JSON at all, as opposed to JSON of the wrong shape.
Result<QList<QByteArray>> readCodes(const QByteArray &body, bool &notJson);
Result<QByteArray> readCode(const QByteArray &body, bool &notJson);
/// An empty body means all defaults.
Result<GenerateOrder> readGenerateOrder(const QByteArray &body, bool &notJson);

/// {"choice":"adopt"} or {"choice":"discard"}
Result<ForeignChoice> readForeignChoice(const QByteArray &body, bool &notJson);

} // namespace seonchak::json
