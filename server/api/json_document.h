// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QJsonDocument>

namespace seonchak::json {

/// Parses a body as JSON without duplicate keys. `notJson` is set if the text is not JSON at all.
Result<QJsonDocument> parse(const QByteArray &body, bool &notJson);

} // namespace seonchak::json
