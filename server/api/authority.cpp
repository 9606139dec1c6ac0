// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/authority.h"

#include <algorithm>

namespace seonchak::http {

namespace {

std::optional<quint16> portOf(QByteArrayView digits)
{
    const bool plain = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    bool isNumber = false;
    const auto port = digits.toUShort(&isNumber);
    return plain && isNumber ? std::optional<quint16>(port) : std::nullopt;
}

quint16 usualPort(QByteArrayView scheme)
{
    return scheme == "https" ? 443 : 80;
}

QByteArray shortHost(QByteArrayView name, bool isBracketed)
{
    if (isBracketed) {
        const auto address = plainAddress(name);
        return address.protocol() == QAbstractSocket::IPv6Protocol ? address.toString().toLatin1()
                                                                   : name.toByteArray().toLower();
    }
    if (name.endsWith('.')) // the DNS root
        name.chop(1);
    return name.toByteArray().toLower();
}

} // namespace

std::optional<Authority> Authority::parse(QByteArrayView text)
{
    const bool isBracketed = text.startsWith('[');
    const auto end = isBracketed ? text.indexOf(']') : text.indexOf(':');
    if (isBracketed && end < 0)
        return std::nullopt;
    const auto name = isBracketed ? text.sliced(1, end - 1) : end < 0 ? text : text.first(end);
    const auto rest = end < 0 ? QByteArrayView() : text.sliced(end + (isBracketed ? 1 : 0));
    Authority authority{shortHost(name, isBracketed), std::nullopt};
    if (authority.host.isEmpty() || (!rest.isEmpty() && rest.front() != ':'))
        return std::nullopt;
    if (rest.size() > 1) {
        authority.port = portOf(rest.sliced(1));
        if (!authority.port)
            return std::nullopt;
    }
    return authority;
}

std::optional<Origin> Origin::parse(QByteArrayView text)
{
    const auto colon = text.indexOf("://");
    if (colon < 0)
        return std::nullopt;
    Origin origin{text.first(colon).toByteArray().toLower(), {}};
    const auto rest = text.sliced(colon + 3);
    const bool isPlain =
        std::ranges::none_of(rest, [](char c) { return QByteArrayView("/?#@, \t").contains(c); });
    auto authority = Authority::parse(rest);
    if ((origin.scheme != "http" && origin.scheme != "https") || !isPlain || !authority)
        return std::nullopt;
    origin.authority = std::move(*authority);
    return origin;
}

quint16 Origin::port() const
{
    return authority.port.value_or(usualPort(scheme));
}

bool Origin::isAt(const Authority &server, QByteArrayView serverScheme) const
{
    if (!serverScheme.isEmpty() && serverScheme != scheme)
        return false;
    return authority.host == server.host && port() == server.port.value_or(usualPort(scheme));
}

QHostAddress plainAddress(QByteArrayView text)
{
    const auto zone = text.indexOf('%');
    const auto bare = zone < 0 ? text : text.first(zone);
    QHostAddress address;
    if (bare.isEmpty() || !address.setAddress(QString::fromLatin1(bare)))
        return {};
    // Qt also accepts "1", "127.1" and "010.0.0.1", which other programs interpret differently.
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return address.toString().toLatin1() == bare && zone < 0 ? address : QHostAddress();
    return plainAddress(address);
}

QHostAddress plainAddress(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return address;
    bool isVersion4 = false;
    const quint32 number = address.toIPv4Address(&isVersion4);
    if (isVersion4)
        return QHostAddress(number);
    QHostAddress plain = address;
    plain.setScopeId({});
    return plain;
}

} // namespace seonchak::http
