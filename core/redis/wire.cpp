// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/wire.h"

#include "core/async/short_lived.h"
#include "core/redis/protocol.h"

#include <QCoreApplication>
#include <QEvent>

#include <fcntl.h>
#include <hiredis/async.h>
#include <hiredis/hiredis.h>

namespace seonchak {
namespace {

constexpr auto flushType = static_cast<QEvent::Type>(QEvent::User + 1); // only ever posted to a wire

struct WireFlush final : QEvent, ShortLived
{
    WireFlush()
        : QEvent(flushType)
    {
    }
};

struct DepthCount
{
    explicit DepthCount(int &depth)
        : m_depth(depth)
    {
        ++m_depth;
    }
    ~DepthCount() { --m_depth; }
    DepthCount(const DepthCount &) = delete;
    DepthCount &operator=(const DepthCount &) = delete;

private:
    int &m_depth;
};

} // namespace

/// The callbacks from hiredis. None of them calls the listener.
struct RedisWire::Hooks
{
    static RedisWire *wire(void *data) { return static_cast<RedisWire *>(data); }

    static void addRead(void *data) { wire(data)->m_readable.setEnabled(true); }
    static void delRead(void *data) { wire(data)->m_readable.setEnabled(false); }
    static void addWrite(void *data) { wire(data)->wantWrite(); }
    static void delWrite(void *data) { wire(data)->m_writable.setEnabled(false); }

    /// The last callback of every context, just before it closes the socket and frees itself.
    static void cleanup(void *data)
    {
        RedisWire *self = wire(data);
        // hiredis has no message for TLS errors.
        if (self->m_tls)
            self->m_why = tls::complaint(self->m_tls);
        if (self->m_why.isEmpty())
            self->m_why = QString::fromLocal8Bit(self->m_context->c.errstr);
        self->m_readable.setEnabled(false);
        self->m_writable.setEnabled(false);
        self->m_context = nullptr;
    }

    static void connected(const redisAsyncContext *context, int status)
    {
        if (status == REDIS_OK) {
            RedisWire *self = wire(context->data);
            self->m_connected = true;
            self->m_connectedUntold = true;
        }
    }

    static void answered(redisAsyncContext *context, void *reply, void *)
    {
        if (reply) // null while the context frees itself: its command then counts as unanswered
            wire(context->data)->m_answers.push_back(protocol::resultFrom(*static_cast<redisReply *>(reply)));
    }
};

QString RedisEndpoint::name() const
{
    if (!path.isEmpty())
        return path;
    return (ip.contains(u':') ? QString(u'[' + ip + u']') : ip) + u':' + QString::number(port);
}

Result<std::unique_ptr<RedisWire>> RedisWire::connectTo(const RedisEndpoint &endpoint, Listener *listener)
{
    redisAsyncContext *context = endpoint.path.isEmpty()
                                     ? redisAsyncConnect(endpoint.ip.toLatin1().constData(), endpoint.port)
                                     : redisAsyncConnectUnix(endpoint.path.toUtf8().constData());
    if (!context)
        return failure(Trouble::Unavailable, QStringLiteral("out of memory"));
    if (context->err) {
        const QString why = QString::fromLocal8Bit(context->errstr);
        redisAsyncFree(context);
        return failure(Trouble::Unavailable, why);
    }
    // hiredis opens its sockets without close-on-exec, so child processes would inherit them.
    fcntl(context->c.fd, F_SETFD, FD_CLOEXEC);
    ssl_st *session = nullptr;
    if (endpoint.tls) {
        const auto started = tls::start(context->c, *endpoint.tls);
        if (!started) {
            redisAsyncFree(context);
            return std::unexpected(started.error());
        }
        session = *started;
    }
    return std::unique_ptr<RedisWire>(new RedisWire(context, session, listener));
}

RedisWire::RedisWire(redisAsyncContext *context, ssl_st *tls, Listener *listener)
    : m_context(context)
    , m_tls(tls)
    , m_listener(listener)
    , m_readable(context->c.fd, QSocketNotifier::Read)
    , m_writable(context->c.fd, QSocketNotifier::Write)
{
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    connect(&m_readable, &QSocketNotifier::activated, this, &RedisWire::readNow);
    connect(&m_writable, &QSocketNotifier::activated, this, &RedisWire::writeNow);
    context->data = this;
    // Set one by one: hiredis 1.0 has a timer callback, which stays unset because we have our own timeouts.
    context->ev.data = this;
    context->ev.addRead = Hooks::addRead;
    context->ev.delRead = Hooks::delRead;
    context->ev.addWrite = Hooks::addWrite;
    context->ev.delWrite = Hooks::delWrite;
    context->ev.cleanup = Hooks::cleanup;
    redisAsyncSetConnectCallback(context, Hooks::connected); // asks for the first write event
}

RedisWire::~RedisWire()
{
    dropContext();
}

void RedisWire::dropContext()
{
    if (m_context)
        redisAsyncFree(m_context); // never inside hiredis: the listener is called only from tellListener()
}

void RedisWire::retire(std::unique_ptr<RedisWire> wire)
{
    if (!wire)
        return;
    wire->m_listener = nullptr;
    wire->dropContext();
    if (wire->m_depth > 0)
        wire.release()->deleteLater();
}

bool RedisWire::send(const QByteArray &command)
{
    return m_context && redisAsyncFormattedCommand(m_context, Hooks::answered, nullptr, command.constData(),
                                                   static_cast<std::size_t>(command.size())) == REDIS_OK;
}

void RedisWire::wantWrite()
{
    // A posted event comes before the next poll and makes it unnecessary; the notifier sends what the socket
    // did not take.
    if (!m_connected || m_writing) {
        m_writable.setEnabled(true);
    } else if (!m_flushPosted && !m_writable.isEnabled()) {
        m_flushPosted = true;
        QCoreApplication::postEvent(this, new WireFlush);
    }
}

bool RedisWire::event(QEvent *event)
{
    if (event->type() != flushType)
        return QObject::event(event);
    m_flushPosted = false;
    writeNow();
    return true;
}

void RedisWire::writeNow()
{
    const DepthCount inside(m_depth);
    if (m_context) {
        m_writing = true;
        redisAsyncHandleWrite(m_context);
        m_writing = false;
        tellListener();
    }
}

void RedisWire::readNow()
{
    const DepthCount inside(m_depth);
    if (m_context) {
        redisAsyncHandleRead(m_context);
        tellListener();
    }
}

void RedisWire::tellListener()
{
    if (m_listener && std::exchange(m_connectedUntold, false))
        m_listener->wireConnected();
    if (m_listener && !m_answers.empty())
        m_listener->wireAnswered(m_answers);
    if (m_listener && !m_context)
        std::exchange(m_listener, nullptr)->wireLost(m_why);
}

} // namespace seonchak
