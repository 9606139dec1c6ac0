// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>

#include <functional>
#include <utility>
#include <vector>

namespace seonchak::http {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// A request that has passed the guard: complete, framed beyond doubt, one Host. A copy: it outlives the
/// socket.
struct Request
{
    QByteArray method; ///< as sent, upper case
    QByteArray path;   ///< raw, still percent-encoded, without the query
    QByteArray query;  ///< raw, without '?'
    Headers headers;   ///< names in lower case
    QByteArray body;   ///< chunks joined
    QHostAddress peer;

    /// The first header of that (lower case) name, or an empty view.
    [[nodiscard]] QByteArray header(QByteArrayView name) const
    {
        for (const auto &[key, value] : headers) {
            if (key == name)
                return value;
        }
        return {};
    }
};

struct Response
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    Headers headers; ///< beyond Content-Type, Content-Length, Date and Connection, which the transport writes
    bool close = false; ///< close the connection after this answer
};

/// Sends the answer to one request. Call it once, on the worker's thread, any time later; harmless after the
/// client has left. Never called: the connection's deadline ends it.
using Reply = std::function<void(Response)>;

/// What the application makes of a request. Called on the worker's thread.
using Handler = std::function<void(Request, Reply)>;

} // namespace seonchak::http
