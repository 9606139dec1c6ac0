// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/local_peer.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace seonchak::http {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// A shared null address: each default-constructed QHostAddress allocates.
inline const QHostAddress &noAddress()
{
    static const QHostAddress none;
    return none;
}

/// The sender of a request, from the peer's address and trusted proxies. The transport leaves it empty.
struct Sender
{
    QHostAddress address = noAddress(); ///< null: a proxy gives none, or an untrustworthy one
    bool isForwarded = false;           ///< a header says that it was forwarded
    bool isTold = false;                ///< by a trusted proxy
    QByteArray scheme;                  ///< the client's scheme, if a trusted proxy gives it
    QByteArray host;                    ///< likewise, including the port
    QString name;                       ///< of the token that admitted it; empty: none
    QString role;                       ///< of that token
};

/// A request that has passed the guard: complete, unambiguously framed, with one Host (optional in HTTP/1.0).
/// A copy that outlives the socket.
struct Request
{
    QByteArray method;               ///< as sent, upper case
    QByteArray path;                 ///< raw, still percent-encoded, without the query; "*" for OPTIONS
    QByteArray query;                ///< raw, without '?'
    Headers headers;                 ///< names in lower case
    QByteArray body;                 ///< chunks are joined
    QHostAddress peer = noAddress(); ///< null over a Unix socket
    std::shared_ptr<const LocalPeer> local; ///< over a Unix socket: the peer
    Sender sender;

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

class StreamFeeder;

struct Response
{
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QByteArray body;
    Headers headers; ///< except Content-Type, Content-Length, Date and Connection, which the transport writes
    bool close = false; ///< close the connection after this answer
    /// If set, it streams the body as long as it has data; `body` is then not sent.
    std::shared_ptr<StreamFeeder> stream = {};
};

/// Sends the answer to one request. Call it once, on the worker's thread, at any later time; harmless after
/// the client has left. If it is never called, the connection's deadline ends it.
using Reply = std::function<void(Response)>;

/// The application's request handler. Called on the worker's thread.
using Handler = std::function<void(Request, Reply)>;

} // namespace seonchak::http
