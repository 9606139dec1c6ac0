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

/// The null address, which each default-constructed QHostAddress would allocate anew.
inline const QHostAddress &noAddress()
{
    static const QHostAddress none;
    return none;
}

/// Who a request is from, told by the peer's address and what trusted proxies say. The transport leaves it
/// empty.
struct Sender
{
    QHostAddress address = noAddress(); ///< null: a proxy says, not credibly or not at all
    bool isForwarded = false;           ///< a header names a forwarder
    bool isTold = false;                ///< by a trusted proxy
    QByteArray scheme;                  ///< that the client used, where a trusted proxy says so
    QByteArray host;                    ///< likewise, with its port
    QString name;                       ///< of the token that it came with and that lets it in; empty: none
    QString role;                       ///< of that token
};

/// A request that has passed the guard: complete, framed beyond doubt, one Host (HTTP/1.0 may do without). A
/// copy: it outlives the socket.
struct Request
{
    QByteArray method;                      ///< as sent, upper case
    QByteArray path;                        ///< raw, still percent-encoded, without the query; "*" of OPTIONS
    QByteArray query;                       ///< raw, without '?'
    Headers headers;                        ///< names in lower case
    QByteArray body;                        ///< chunks joined
    QHostAddress peer = noAddress();        ///< null over a Unix socket
    std::shared_ptr<const LocalPeer> local; ///< over a Unix socket: who is there
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
    Headers headers; ///< beyond Content-Type, Content-Length, Date and Connection, which the transport writes
    bool close = false; ///< close the connection after this answer
    /// The body goes on for as long as this one has something to say; `body` is not sent then.
    std::shared_ptr<StreamFeeder> stream = {};
};

/// Sends the answer to one request. Call it once, on the worker's thread, any time later; harmless after the
/// client has left. Never called: the connection's deadline ends it.
using Reply = std::function<void(Response)>;

/// What the application makes of a request. Called on the worker's thread.
using Handler = std::function<void(Request, Reply)>;

} // namespace seonchak::http
