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
    std::chrono::milliseconds backOffMost{2000}; ///< doubled up to here, with full jitter
    std::chrono::milliseconds keepAlive{
        15'000};                       ///< an idle connection says PING so often, or more often, see below
    std::size_t inFlightMost = 50'000; ///< past it commands fail at once with Unavailable
};

/// One connection to one Redis on hiredis' asynchronous API: an explicit state machine
/// Idle → Resolving → Connecting → Greeting (AUTH, SELECT, PING) → Ready → Waiting (back-off) → Resolving …
/// Lives on one thread, never blocks it. A disconnect fails everything that waits; commands sent while it is
/// not Ready fail at once with Unavailable. All commands of one turn of the event loop leave in one write.
/// Every callback is called exactly once, on the connection's thread: before command() returns where the
/// command is refused, before close() or the destructor returns where the connection ends, else from the
/// event loop, in order. A callback may call back into the connection, close it and delete it. Not for
/// commands that block, subscribe or monitor. The program must ignore SIGPIPE: hiredis writes without
/// MSG_NOSIGNAL.
/// A connection that was Ready and is closed by the other end is had again at once, without back-off: servers
/// and proxies close idle connections. Where that happens twice, PINGs keep the connection busy from then on.
/// What was sent and not answered is Uncertain also then: Redis may have run it before it closed. Who can
/// prove that a second run does no harm asks isReviving() in the callback and sends it again on the next
/// connection. With Sentinel, a READONLY answer ends the connection and the new master is asked for. With a
/// cluster, MOVED is followed: what was not run there is sent to the named node, once. ASK stays Unavailable
/// until the slot has moved.
class RedisConnection : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Resolving, Connecting, Greeting, Ready, Waiting, Closed };

    explicit RedisConnection(RedisAddress address, RedisLimits limits = {}, QObject *parent = nullptr);
    ~RedisConnection() override;

    /// Starts connecting; it keeps trying until close().
    void open();
    /// Ends the back-off, where it waits for one: the server is known to answer others. False where it does
    /// not wait. The attempt itself starts from the event loop.
    bool attemptNow();
    /// Ends for good; what waits fails.
    void close();
    [[nodiscard]] State state() const;
    [[nodiscard]] bool isReady() const { return state() == State::Ready; }
    /// The other end has closed a connection that was Ready, and the attempt to have it again has not ended
    /// yet.
    [[nodiscard]] bool isReviving() const;
    /// Why the last attempt or connection ended, for people.
    [[nodiscard]] QString lastError() const;

    void command(const std::vector<QByteArray> &arguments, RedisCallback done);
    /// EVALSHA with the whole script sent once more (EVAL) on NOSCRIPT, with a deadline of its own.
    void run(const Script &script, const std::vector<QByteArray> &keys,
             const std::vector<QByteArray> &arguments, RedisCallback done);
    /// The same for a call that is written already.
    void run(ScriptCall call, RedisCallback done);

    /// The same to be awaited. Name the vectors first: GCC 12 refuses braced lists inside a co_await.
    QCoro::Task<RedisResult> commandTask(std::vector<QByteArray> arguments);
    QCoro::Task<RedisResult> runTask(Script script, std::vector<QByteArray> keys,
                                     std::vector<QByteArray> arguments);

Q_SIGNALS:
    void readyChanged(bool ready);
    /// An attempt or a connection ended with trouble; the next attempt is under way.
    void attemptFailed(const QString &why);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace seonchak
