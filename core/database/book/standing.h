// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QString>

#include <optional>

namespace seonchak {

class Session;

/// The state of something when any server last looked. The consequences of a change are written in the same
/// transaction, so that it is reported once, no matter how many servers saw it or died meanwhile.
struct Standing
{
    QString value;
    qint64 serial = 0; ///< the number of changes
};

namespace book {

/// Nullopt if no server has looked yet.
Result<std::optional<Standing>> standing(Session &session, const QString &name);
/// Changes it from the value that was read. Returns false if another server was faster; that server reports
/// the change.
Result<bool> turnStanding(Session &session, const QString &name, const std::optional<Standing> &seen,
                          const QString &value, WallMs now);

} // namespace book

} // namespace seonchak
