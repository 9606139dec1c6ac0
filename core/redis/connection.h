// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/address.h"
#include "core/redis/reply.h"
#include "core/redis/script.h"

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
    std::size_t inFlightMost = 50'000;           ///< past it commands fail at once with Unavailable
};

/// One connection to one Redis on hiredis' asynchronous API: an explicit state machine
/// Idle → Resolving → Connecting → Greeting (AUTH, SELECT, PING) → Ready → Waiting (back-off) → Resolving …
/// Lives on one thread, never blocks it. A disconnect fails everything that waits; commands sent while it is not
/// Ready fail at once with Unavailable. All commands of one turn of the event loop leave in one write.
/// A callback may call back into the connection and may delete it.
class RedisConnection : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Resolving, Connecting, Greeting, Ready, Waiting, Closed };

    explicit RedisConnection(RedisAddress address, RedisLimits limits = {}, QObject *parent = nullptr);
    ~RedisConnection() override;

    /// Starts connecting; it keeps trying until close().
    void open();
    /// Ends for good; what waits fails.
    void close();
    [[nodiscard]] State state() const;
    [[nodiscard]] bool isReady() const { return state() == State::Ready; }
    /// Why the last attempt or connection ended, for people.
    [[nodiscard]] QString lastError() const;

    void command(const std::vector<QByteArray> &arguments, RedisCallback done);
    /// EVALSHA with the whole script sent once more (EVAL) on NOSCRIPT.
    void run(const Script &script, const std::vector<QByteArray> &keys, const std::vector<QByteArray> &arguments,
             RedisCallback done);

    QCoro::Task<RedisResult> commandTask(std::vector<QByteArray> arguments);
    QCoro::Task<RedisResult> runTask(Script script, std::vector<QByteArray> keys, std::vector<QByteArray> arguments);

Q_SIGNALS:
    void readyChanged(bool ready);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace seonchak
