// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace seonchak::http {

class Connection;

/// The body of an answer that goes on until one side has enough. Ends with the connection: nothing after it
/// on that connection is answered. Used on the worker's thread; harmless after the client has left.
class Stream
{
public:
    explicit Stream(std::weak_ptr<Connection> connection);

    /// None of these waits for the client. One who does not read, see OutQueue, is cut off.
    void append(const QByteArray &piece);
    void offer(const QByteArray &newest);
    void passOver(qsizetype bytes);
    /// Nothing follows.
    void end();
    /// Whether the client has taken all there was.
    [[nodiscard]] bool isDrained() const;

private:
    std::weak_ptr<Connection> m_connection;
};

/// Who has something to say in a stream. Called on the worker's thread; owned by the connection for as long
/// as the stream lasts.
class StreamFeeder
{
public:
    virtual ~StreamFeeder() = default;
    /// The head of the answer has left.
    virtual void began(std::shared_ptr<Stream> stream) = 0;
    /// The client has taken all there was: a good moment for more of what has to wait for it.
    virtual void drained() = 0;
    /// Once, after began().
    virtual void ended() = 0;
};

} // namespace seonchak::http
