// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QString>

#include <optional>

namespace seonchak {

class Session;

/// How something stood when any server looked the last time. What follows from a change of it is written in
/// the same transaction, so that it is told once, however many servers saw it and whichever of them died.
struct Standing
{
    QString value;
    qint64 serial = 0; ///< how often it has changed
};

namespace book {

/// Nothing where nobody has looked yet.
Result<std::optional<Standing>> standing(Session &session, const QString &name);
/// Changes it from what was seen. False: somebody else was faster, and tells what follows.
Result<bool> turnStanding(Session &session, const QString &name, const std::optional<Standing> &seen,
                          const QString &value, WallMs now);

} // namespace book

} // namespace seonchak
