// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "server/transport/message.h"

#include <QHostAddress>
#include <QList>

namespace seonchak::http {

/// An address, or all addresses with the same prefix.
struct Network
{
    QHostAddress address;
    int bits = -1;

    /// "192.0.2.1", "10.0.0.0/8", "2001:db8::/32". BadInput otherwise: one sentence.
    [[nodiscard]] static Result<Network> parse(const QString &text);
    [[nodiscard]] bool contains(const QHostAddress &address) const;
};

/// Finds out who sent a request: its peer, or the sender named by the proxies that we trust. Only the part
/// that a client cannot forge is used: the right-most address that is none of the trusted proxies'.
class TrustedProxies
{
public:
    explicit TrustedProxies(QList<Network> networks = {});

    [[nodiscard]] Sender senderOf(const Request &request) const;

private:
    [[nodiscard]] bool contains(const QHostAddress &address) const;
    [[nodiscard]] QHostAddress clientOf(const QByteArrayList &nodes) const;
    [[nodiscard]] QHostAddress toldBy(const Request &request) const;

    QList<Network> m_networks;
};

/// Whether a header of that (lower case) name says that the request was forwarded.
[[nodiscard]] bool namesForwarder(QByteArrayView headerName);

} // namespace seonchak::http
