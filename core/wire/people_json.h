// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/book/book_life.h"
#include "core/database/book/book_refusals.h"

#include <QByteArray>

/// The JSON of a coupon's history, and of why a user got none.
namespace seonchak::json {

QByteArray life(const Biography &life);
QByteArray whyNot(const WhyNot &answer);

Result<Biography> readLife(const QByteArray &text);
Result<WhyNot> readWhyNot(const QByteArray &text);

} // namespace seonchak::json
