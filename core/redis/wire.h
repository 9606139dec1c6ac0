// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/reply.h"
#include "core/redis/tls.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <optional>

struct redisAsyncContext;

namespace seonchak {

/// One endpoint: a Unix socket's path, or a numeric IP address and a port.
struct RedisEndpoint
{
    QString path;
    QString ip;
    quint16 port = 0;
    std::optional<RedisTls> tls;

    [[nodiscard]] QString name() const;
};

/// One socket, from connect to loss: an asynchronous hiredis context on Qt's event loop. Private to
/// core/redis.
///
/// hiredis 0.14 frees a context twice if it is freed inside its own connect and disconnect callbacks, and
/// calls back while it is freeing. So callbacks from hiredis are only recorded here, and the listener is
/// called after hiredis has returned; then the listener may do anything, including retire().
class RedisWire : public QObject
{
public:
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void wireConnected() = 0;
        /// Answers in the order of the commands. The listener must empty the vector before it runs foreign
        /// code.
        virtual void wireAnswered(std::vector<RedisResult> &answers) = 0;
        /// The connection failed or ended. No further calls follow.
        virtual void wireLost(const QString &why) = 0;
    };

    static Result<std::unique_ptr<RedisWire>> connectTo(const RedisEndpoint &endpoint, Listener *listener);
    /// Ends a wire at any moment, even inside one of its own calls to the listener. The listener is not
    /// called again.
    static void retire(std::unique_ptr<RedisWire> wire);
    ~RedisWire() override;

    /// Queues one encoded command. All commands of one turn of the event loop are sent in one write at its
    /// end. Returns false if the command was not accepted and no answer will come.
    bool send(const QByteArray &command);

protected:
    bool event(QEvent *event) override;

private:
    struct Hooks;
    RedisWire(redisAsyncContext *context, ssl_st *tls, Listener *listener);
    void readNow();
    void writeNow();
    void wantWrite();
    void tellListener();
    void dropContext();

    redisAsyncContext *m_context;
    ssl_st *m_tls; ///< owned by the context; null: not encrypted
    Listener *m_listener;
    QSocketNotifier m_readable;
    QSocketNotifier m_writable;
    std::vector<RedisResult> m_answers;
    QString m_why;
    bool m_connected = false;
    bool m_connectedUntold = false;
    bool m_flushPosted = false;
    bool m_writing = false;
    int m_depth = 0; ///< how many of our own calls are on the stack
};

} // namespace seonchak
