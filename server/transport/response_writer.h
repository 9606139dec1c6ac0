// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "server/transport/message.h"

namespace seonchak::http {

/// Whether the connection stays open after a response.
enum class Persistence { KeepAlive, Close };

/// Serialises responses. One per thread: it caches the current second's Date line.
class ResponseWriter
{
public:
    /// `idleSeconds` is how long a connection may stay without a request.
    ResponseWriter(const Clock &clock, qint64 idleSeconds);

    /// The whole answer. No body for HEAD (but its length), 204 and 304. Headers that the transport writes
    /// itself, or whose names are not tokens, are left out; control characters in values become spaces.
    [[nodiscard]] QByteArray write(const Response &response, Persistence persistence, bool isHead);

private:
    [[nodiscard]] QByteArrayView dateLine();

    const Clock &m_clock;
    const QByteArray m_keepAliveLines;
    qint64 m_second = -1;
    QByteArray m_dateLine;
};

[[nodiscard]] QByteArrayView reasonPhrase(int status);

} // namespace seonchak::http
