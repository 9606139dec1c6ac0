// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QByteArray>
#include <QString>

namespace seonchak {

/// The address that a desk attaches to: "https://host[:port][/base]", "unix:/path", and "http://…" only on
/// this machine, since a token must not cross a network unencrypted.
struct DeskAddress
{
    QByteArray base;    ///< a URL without a trailing slash
    QString socketPath; ///< of a Unix socket; empty: TCP
    QString shown;      ///< for people; accepted as input again

    [[nodiscard]] bool isSocket() const { return !socketPath.isEmpty(); }
    /// BadInput: one sentence, which never contains a password from the URL.
    [[nodiscard]] static Result<DeskAddress> parse(const QString &text);
};

} // namespace seonchak
