// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>

#include <optional>

namespace seonchak::http {

/// "name:port" of a Host header or an origin, normalised, so that equal ones compare equal.
struct Authority
{
    QByteArray host;             ///< lower case; IPv6 addresses shortened, without brackets and zone
    std::optional<quint16> port; ///< as written

    [[nodiscard]] static std::optional<Authority> parse(QByteArrayView text);
};

/// RFC 6454: scheme, host and port; the scheme's default port equals no port.
struct Origin
{
    QByteArray scheme; ///< "http" or "https"
    Authority authority;

    /// Nullopt for "null", other schemes, and anything that is not an origin.
    [[nodiscard]] static std::optional<Origin> parse(QByteArrayView text);
    [[nodiscard]] quint16 port() const;
    /// Whether this origin is the given server's own. `scheme` is how the server is reached; empty if only a
    /// proxy in front would know: then the origin's own scheme is used.
    [[nodiscard]] bool isAt(const Authority &server, QByteArrayView scheme) const;
};

/// An address in its usual notation: all four numbers of IPv4 in decimal, or IPv6. IPv4 inside IPv6 becomes
/// IPv4. Null for anything else.
[[nodiscard]] QHostAddress plainAddress(QByteArrayView text);
[[nodiscard]] QHostAddress plainAddress(const QHostAddress &address);

} // namespace seonchak::http
