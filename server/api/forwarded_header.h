// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>

#include <optional>

namespace seonchak::http {

/// One proxy's element of a Forwarded header (RFC 7239).
struct ForwardedHop
{
    std::optional<QByteArray> from; ///< "for", unquoted
    std::optional<QByteArray> host;
    std::optional<QByteArray> proto;
};

/// All hops in order; nullopt if the header is malformed.
[[nodiscard]] std::optional<QList<ForwardedHop>> parseForwarded(QByteArrayView value);

/// The address in "192.0.2.1", "192.0.2.1:80", "2001:db8::1", "[2001:db8::1]:80"; null for "unknown",
/// "_hidden" and anything else that is not an address.
[[nodiscard]] QHostAddress nodeAddress(QByteArrayView node);

} // namespace seonchak::http
