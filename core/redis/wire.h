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

/// One place to connect to: a Unix socket's path, or a numeric IP address and a port.
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
/// hiredis 0.14 frees a context twice when it is freed inside its own connect and disconnect callbacks, and
/// calls back in the middle of freeing. So whatever hiredis calls is only noted down here, and the listener
/// hears of it after hiredis has returned; then it may do anything, retire() included.
class RedisWire : public QObject
{
public:
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void wireConnected() = 0;
        /// Answers in the order of the commands. The listener empties the vector before it runs foreign code.
        virtual void wireAnswered(std::vector<RedisResult> &answers) = 0;
        /// The connection failed or ended. Nothing comes any more.
        virtual void wireLost(const QString &why) = 0;
    };

    static Result<std::unique_ptr<RedisWire>> connectTo(const RedisEndpoint &endpoint, Listener *listener);
    /// Ends a wire at any moment, even inside one of its own calls to the listener. The listener hears no
    /// more.
    static void retire(std::unique_ptr<RedisWire> wire);
    ~RedisWire() override;

    /// Queues one encoded command. All of one turn of the event loop leave in one write at its end.
    /// False: it was not taken and no answer will come.
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
    ssl_st *m_tls; ///< the context owns it; null: not encrypted
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
