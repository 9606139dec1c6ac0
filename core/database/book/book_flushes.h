// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

namespace seonchak {

class Session;

/// How work that may run twice finds out that it is in the book already.
namespace book {

/// Notes flush `number` (1, 2, …) of `writer`; false where it was noted before. Call it first in the flush's
/// transaction: an earlier try whose commit is still under way is waited for. Writers that are silent for a
/// day are forgotten.
Result<bool> beginFlush(Session &session, const QByteArray &writer, qint64 number, WallMs now);

} // namespace book

} // namespace seonchak
