// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QByteArray>
#include <QString>

namespace seonchak {

/// Where a desk attaches: "https://host[:port][/base]", "unix:/path", and "http://…" of this machine alone,
/// since a token must not cross a network in the clear.
struct DeskAddress
{
    QByteArray base;    ///< a URL without a slash at the end
    QString socketPath; ///< of a Unix socket; empty: TCP
    QString shown;      ///< for people, and to be typed again

    [[nodiscard]] bool isSocket() const { return !socketPath.isEmpty(); }
    /// BadInput: one sentence. It never repeats a password that was typed into the URL.
    [[nodiscard]] static Result<DeskAddress> parse(const QString &text);
};

} // namespace seonchak
