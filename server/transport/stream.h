// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace seonchak::http {

class Connection;

/// The body of an answer that continues until either side ends it. It ends with the connection: no later
/// request on that connection is answered. Used on the worker's thread; harmless after the client has left.
class Stream
{
public:
    explicit Stream(std::weak_ptr<Connection> connection);

    /// None of these waits for the client. A client that does not read, see OutQueue, is disconnected.
    void append(const QByteArray &piece);
    void offer(const QByteArray &newest);
    void passOver(qsizetype bytes);
    /// Ends the stream.
    void end();
    /// Whether the client has taken everything.
    [[nodiscard]] bool isDrained() const;

private:
    std::weak_ptr<Connection> m_connection;
};

/// The source of a stream's data. Called on the worker's thread; owned by the connection while the stream
/// lasts.
class StreamFeeder
{
public:
    virtual ~StreamFeeder() = default;
    /// The head of the answer has been sent.
    virtual void began(std::shared_ptr<Stream> stream) = 0;
    /// The client has taken everything: more data may be sent now.
    virtual void drained() = 0;
    /// Called once, after began().
    virtual void ended() = 0;
};

} // namespace seonchak::http
