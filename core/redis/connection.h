// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/address.h"
#include "core/redis/reply.h"
#include "core/redis/script_call.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <qcoro/qcorotask.h>

namespace seonchak {

struct RedisLimits
{
    std::chrono::milliseconds connectDeadline{2000};
    std::chrono::milliseconds commandDeadline{2000};
    std::chrono::milliseconds backOffFirst{50};
    std::chrono::milliseconds backOffMost{2000}; ///< the upper limit of the doubling, with full jitter
    std::chrono::milliseconds keepAlive{
        15'000}; ///< the longest interval between PINGs on an idle connection, see below
    std::size_t inFlightMost = 50'000; ///< beyond it commands fail immediately with Unavailable
};

/// One connection to one Redis on hiredis' asynchronous API: an explicit state machine Idle → Resolving →
/// Connecting → Greeting (AUTH, SELECT, PING) → Ready → Waiting (backoff) → Resolving …
///
/// Lives on one thread and never blocks it. A disconnect fails every pending command; commands sent while it
/// is not Ready fail immediately with Unavailable. All commands of one turn of the event loop are sent in one
/// write. Every callback is called exactly once, on the connection's thread: before command() returns if the
/// command is refused, before close() or the destructor returns if the connection ends, else from the event
/// loop, in order. A callback may call back into the connection, close it and delete it. Blocking, subscribe
/// and monitor commands are not supported. The program must ignore SIGPIPE: hiredis writes without
/// MSG_NOSIGNAL.
///
/// If the other end closes a connection that was Ready, it is reopened immediately, without backoff: servers
/// and proxies close idle connections. After two such closures, PINGs keep the connection busy. Commands that
/// were sent but not answered are Uncertain in this case too: Redis may have run them before it closed. A
/// caller for which a second run is harmless checks isReviving() in the callback and sends the command again
/// on the next connection.
///
/// With Sentinel, a READONLY answer ends the connection, and the new master is looked up. With a cluster,
/// MOVED is followed: a command that was not run is sent to the named node, once. ASK stays Unavailable until
/// the slot has moved.
class RedisConnection : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Resolving, Connecting, Greeting, Ready, Waiting, Closed };

    explicit RedisConnection(RedisAddress address, RedisLimits limits = {}, QObject *parent = nullptr);
    ~RedisConnection() override;

    /// Starts connecting; retries until close().
    void open();
    /// Ends the backoff, for a server that is known to answer other connections. Returns false if it is not
    /// waiting. The attempt itself starts from the event loop.
    bool attemptNow();
    /// Closes the connection permanently; pending commands fail.
    void close();
    [[nodiscard]] State state() const;
    [[nodiscard]] bool isReady() const { return state() == State::Ready; }
    /// The other end has closed a connection that was Ready, and the attempt to reopen it has not ended yet.
    [[nodiscard]] bool isReviving() const;
    /// Why the last attempt or connection ended, as a text for people.
    [[nodiscard]] QString lastError() const;

    void command(const std::vector<QByteArray> &arguments, RedisCallback done);
    /// EVALSHA, and EVAL with the whole script once more on NOSCRIPT, with its own deadline.
    void run(const Script &script, const std::vector<QByteArray> &keys,
             const std::vector<QByteArray> &arguments, RedisCallback done);
    /// The same for a call that is already encoded.
    void run(ScriptCall call, RedisCallback done);

    /// An awaitable version. Name the vectors first: GCC 12 refuses braced lists inside a co_await.
    QCoro::Task<RedisResult> commandTask(std::vector<QByteArray> arguments);
    QCoro::Task<RedisResult> runTask(Script script, std::vector<QByteArray> keys,
                                     std::vector<QByteArray> arguments);

Q_SIGNALS:
    void readyChanged(bool ready);
    /// An attempt or a connection failed; the next attempt is under way.
    void attemptFailed(const QString &why);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace seonchak
