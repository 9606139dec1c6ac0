// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QHostAddress>

namespace seonchak::http {

/// An address and a port that nobody else listens on, kept for the workers until this object dies (after they
/// listen). Needed because each worker listens with SO_REUSEPORT, with which another program of the same user
/// would share a taken port in silence.
class ReservedPort
{
public:
    /// `host` is an IPv4 or IPv6 address (brackets allowed), or "localhost" (127.0.0.1). Port 0: any free
    /// one. Trouble::Conflict: the port is taken. Trouble::BadInput: no such address here, or not allowed.
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
