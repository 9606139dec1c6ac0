// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "server/transport/message.h"

namespace seonchak::http {

/// What a response says about the connection's future.
enum class Persistence {
    Implied,   ///< HTTP/1.1 stays open: nothing is said
    KeepAlive, ///< HTTP/1.0 asked for it: said
    Close,
};

/// Turns responses into bytes. One per thread: it keeps the present second's Date line.
class ResponseWriter
{
public:
    explicit ResponseWriter(const Clock &clock);

    /// The whole answer. No body for HEAD (but its length), 204 and 304. Headers that the transport writes
    /// itself, or whose names are no tokens, are left out; control characters in values become spaces.
    [[nodiscard]] QByteArray write(const Response &response, Persistence persistence, bool isHead);

private:
    [[nodiscard]] QByteArrayView dateLine();

    const Clock &m_clock;
    qint64 m_second = -1;
    QByteArray m_dateLine;
};

[[nodiscard]] QByteArrayView reasonPhrase(int status);

} // namespace seonchak::http
