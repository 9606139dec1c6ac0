// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>

#include <optional>

namespace seonchak::http {

/// "name:port" of a Host header or an origin, in one form for each name, so that equal ones compare equal.
struct Authority
{
    QByteArray host;             ///< lower case; addresses of IPv6 without brackets and zone, shortened
    std::optional<quint16> port; ///< as written

    [[nodiscard]] static std::optional<Authority> parse(QByteArrayView text);
};

/// RFC 6454: scheme, host and port, where the scheme's own port and none are the same.
struct Origin
{
    QByteArray scheme; ///< "http" or "https"
    Authority authority;

    /// Nothing for "null", other schemes, and whatever is no origin.
    [[nodiscard]] static std::optional<Origin> parse(QByteArrayView text);
    [[nodiscard]] quint16 port() const;
    /// Whether a page of this origin asks the server that it came from. `scheme` is how that server is
    /// reached; empty where only a proxy in front would know: then the origin's own.
    [[nodiscard]] bool isAt(const Authority &server, QByteArrayView scheme) const;
};

/// An address as people write it: all four numbers of IPv4 in decimal, or IPv6. IPv4 inside IPv6 becomes
/// IPv4. Null for anything else.
[[nodiscard]] QHostAddress plainAddress(QByteArrayView text);
[[nodiscard]] QHostAddress plainAddress(const QHostAddress &address);

} // namespace seonchak::http
