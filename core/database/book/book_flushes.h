// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

namespace seonchak {

class Session;

/// How work that may run twice detects that it is in the book already.
namespace book {

/// Records flush `number` (1, 2, …) of `writer`; returns false if it was recorded before. Call it first in
/// the flush's transaction: it waits for an earlier try whose commit is still under way. Writers that are
/// silent for a day are forgotten.
Result<bool> beginFlush(Session &session, const QByteArray &writer, qint64 number, WallMs now);

} // namespace book

} // namespace seonchak
