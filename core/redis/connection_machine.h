// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/command_queue.h"
#include "core/redis/connection.h"
#include "core/redis/endpoint_finder.h"
#include "core/redis/wire.h"

#include <QPointer>
#include <QTimer>

namespace seonchak {

/// The state machine behind RedisConnection. Private to core/redis.
///
/// Foreign code runs in tellSettled() and in the signals, and may delete the connection there: code after
/// either must check a QPointer first, or do nothing.
class RedisConnection::Private : public RedisWire::Listener, public EndpointFinder::Listener
{
public:
    Private(RedisConnection *connection, RedisAddress where, RedisLimits bounds);
    ~Private() override;

    void open();
    /// See RedisConnection::attemptNow().
    bool attemptNow();
    /// Fails every pending command and runs its callback. Returns true if callers last saw it Ready. The
    /// connection may have been deleted when it returns.
    bool shutDown();
    /// Returns false if it could not be sent and was settled as failed.
    bool send(PendingCommand command);
    /// Calls back for everything settled. Returns false if the connection was deleted meanwhile.
    bool tellSettled();
    /// Why a command cannot be sent now; nullopt if it can.
    [[nodiscard]] std::optional<Error> refusal() const;

    State m_state = State::Idle;
    bool m_reviving = false;
    QString m_lastError;

private:
    struct Greeting
    {
        QString name;
        QByteArray bytes;
    };
    struct Redirection
    {
        QString host; ///< empty: resolve the address again
        quint16 port = 0;
    };

    // Connecting
    void attempt();
    void endpointsFound(std::deque<RedisEndpoint> endpoints) override;
    void endpointsMissing(const QString &why) override { lost(why); }
    void connectNext();
    void connectFailed(const QString &why);
    void lost(const QString &why, bool cut = false);
    void retire();
    [[nodiscard]] std::chrono::milliseconds backOff(int failures) const;

    // Greeting
    void wireConnected() override;
    void greetNext();
    void greeted(const QString &name, const RedisResult &result);
    void ready();

    // Answers
    void wireAnswered(std::vector<RedisResult> &answers) override;
    void wireLost(const QString &why) override;
    void settleOldest(RedisResult result);
    bool sentAgain(PendingCommand &command, const Error &error);
    void leaveFor(Redirection target);
    void leaveNow();
    void watchDeadline(std::chrono::milliseconds wait);
    void deadlineCheck();

    // Idle connections
    [[nodiscard]] bool wasCut();
    void revived();
    void keepAlive();
    [[nodiscard]] std::chrono::milliseconds idleFor() const;

    RedisConnection *q;
    RedisAddress m_address;
    RedisLimits m_limits;
    EndpointFinder m_finder;
    std::deque<RedisEndpoint> m_candidates;
    RedisEndpoint m_here;
    std::unique_ptr<RedisWire> m_wire;
    CommandQueue m_queue;
    std::deque<Greeting> m_greetings;
    std::optional<Redirection>
        m_leaving; ///< if set, this connection ends once its pending answers have arrived
    std::optional<Redirection> m_target; ///< the next attempt connects here instead of to the address
    bool m_announced = false;            ///< the last readyChanged was emitted with true
    int m_failures = 0;                  ///< consecutive failed attempts
    int m_hops = 0;                      ///< consecutive redirections without a success
    int m_greetingRepeats = 0;
    std::chrono::steady_clock::time_point m_checkDue; ///< when m_commandTimer is due
    std::chrono::steady_clock::time_point m_readySince;
    std::chrono::steady_clock::time_point m_lastAnswer;
    std::chrono::milliseconds m_idleWhenCut{0};
    std::chrono::milliseconds m_keepEvery; ///< shorter than the timeout that cuts idle connections
    int m_shortLives = 0;                  ///< consecutive connections that ended soon after they were Ready
    int m_cuts = 0;                        ///< connections that were cut while idle, and reopened immediately
    QTimer m_keepTimer;
    QTimer m_connectTimer;
    QTimer m_commandTimer;
    QTimer m_retryTimer;
    QTimer m_greetingTimer;
};

} // namespace seonchak
