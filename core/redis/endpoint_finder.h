// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/address.h"
#include "core/redis/wire.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>

namespace seonchak {

class RedisConnection;

/// Turns an address into the endpoints to connect to, without blocking: asks the Sentinels in turn for the
/// master, takes the cluster's nodes in turn, resolves host names on another thread. Private to core/redis.
class EndpointFinder : public QObject
{
public:
    class Listener
    {
    public:
        virtual ~Listener() = default;
        /// At least one, in the order to try.
        virtual void endpointsFound(std::deque<RedisEndpoint> endpoints) = 0;
        virtual void endpointsMissing(const QString &why) = 0;
    };

    /// `deadline` applies to each query to a Sentinel or the name service.
    EndpointFinder(RedisAddress address, std::chrono::milliseconds deadline, Listener *listener,
                   QObject *parent);
    ~EndpointFinder() override;

    /// Ends in one call to the listener, possibly before it returns, unless cancel() comes first.
    void find();
    /// The same for a given host, regardless of the address.
    void findHost(const QString &host, quint16 port);
    void cancel();

private:
    void askNextSentinel();
    void askSentinel();
    void sentinelSaid(const RedisResult &result);
    void sentinelFailed(const QString &why);
    void resolved(const QStringList &ips, const QString &error);
    void missing(const QString &why);

    RedisAddress m_address;
    std::chrono::milliseconds m_deadline;
    Listener *m_listener;
    std::unique_ptr<RedisConnection> m_sentinel;
    QTimer m_timer;
    QString m_host; ///< being resolved
    quint16 m_port = 0;
    int m_lookup = -1;
    qsizetype m_turn = 0;  ///< the next sentinel or node
    qsizetype m_asked = 0; ///< sentinels asked in this search
};

} // namespace seonchak
