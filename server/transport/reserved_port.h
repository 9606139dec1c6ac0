// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QHostAddress>

namespace seonchak::http {

/// An address and a port that no other program listens on, reserved for the workers until this object is
/// destroyed (after they listen). Needed because each worker listens with SO_REUSEPORT, which would let
/// another program of the same user share a taken port silently.
class ReservedPort
{
public:
    /// `host` is an IPv4 or IPv6 address (brackets allowed), or "localhost" (127.0.0.1). Port 0: any free
    /// port. Trouble::Conflict: the port is taken. Trouble::BadInput: no such address here, or not permitted.
    [[nodiscard]] static Result<ReservedPort> take(const QString &host, quint16 port);

    ReservedPort(ReservedPort &&other) noexcept;
    ReservedPort &operator=(ReservedPort &&) = delete;
    ~ReservedPort();

    [[nodiscard]] QHostAddress address() const { return m_address; }
    [[nodiscard]] quint16 port() const { return m_port; }

    /// A listening, non-blocking socket that shares the port with those of the other workers. The caller owns
    /// it.
    [[nodiscard]] Result<int> openListener() const;

private:
    ReservedPort(QHostAddress address, quint16 port, int probe);

    QHostAddress m_address;
    quint16 m_port;
    int m_probe;
};

} // namespace seonchak::http
