// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QJsonDocument>

namespace seonchak::json {

/// A body as JSON in which no key stands twice. `notJson` is set where the text is not JSON at all.
Result<QJsonDocument> parse(const QByteArray &body, bool &notJson);

} // namespace seonchak::json
