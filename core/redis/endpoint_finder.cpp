// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/endpoint_finder.h"

#include "core/redis/connection.h"

#include <QHostAddress>
#include <QHostInfo>

namespace seonchak {

EndpointFinder::EndpointFinder(RedisAddress address, std::chrono::milliseconds deadline, Listener *listener,
                               QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_deadline(deadline)
    , m_listener(listener)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const QString host = m_host;
        if (m_sentinel) {
            sentinelFailed(QStringLiteral("no answer in time"));
        } else {
            cancel();
            missing(QStringLiteral("the name %1 was not resolved in time").arg(host));
        }
    });
}

EndpointFinder::~EndpointFinder()
{
    cancel();
}

void EndpointFinder::find()
{
    cancel();
    switch (m_address.kind) {
    case RedisAddress::Kind::Private:
    case RedisAddress::Kind::Unix:
        if (m_address.path.isEmpty())
            return missing(QStringLiteral("the private Redis has no socket yet"));
        return m_listener->endpointsFound({RedisEndpoint{m_address.path, {}, 0, {}}});
    case RedisAddress::Kind::Tcp:
        return findHost(m_address.host, m_address.port);
    case RedisAddress::Kind::Cluster: {
        const auto node = m_address.peers[m_turn++ % m_address.peers.size()];
        return findHost(node.first, node.second);
    }
    case RedisAddress::Kind::Sentinel:
        m_asked = 0;
        return askNextSentinel();
    }
}

void EndpointFinder::findHost(const QString &host, quint16 port)
{
    cancel();
    m_host = host;
    m_port = port;
    if (!QHostAddress(host).isNull())
        return resolved({host}, {});
    m_timer.start(m_deadline);
    m_lookup = QHostInfo::lookupHost(host, this, [this](const QHostInfo &info) {
        m_lookup = -1;
        QStringList ips;
        const auto addresses = info.addresses();
        for (const QHostAddress &address : addresses)
            ips.append(address.toString());
        resolved(ips, info.errorString());
    });
}

void EndpointFinder::cancel()
{
    m_timer.stop();
    m_sentinel.reset();
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
}

void EndpointFinder::askNextSentinel()
{
    const auto peer = m_address.peers[m_turn % m_address.peers.size()];
    RedisAddress sentinel;
    sentinel.kind = RedisAddress::Kind::Tcp;
    std::tie(sentinel.host, sentinel.port) = peer;
    ++m_asked;
    m_sentinel = std::make_unique<RedisConnection>(sentinel, RedisLimits{m_deadline, m_deadline});
    connect(m_sentinel.get(), &RedisConnection::attemptFailed, this, &EndpointFinder::sentinelFailed);
    connect(m_sentinel.get(), &RedisConnection::readyChanged, this, [this](bool ready) {
        if (ready)
            askSentinel();
    });
    m_timer.start(m_deadline);
    m_sentinel->open();
}

void EndpointFinder::askSentinel()
{
    m_sentinel->command({"SENTINEL", "get-master-addr-by-name", m_address.master.toUtf8()},
                        [this](const RedisResult &result) { sentinelSaid(result); });
}

void EndpointFinder::sentinelSaid(const RedisResult &result)
{
    if (!m_timer.isActive())
        return; // cancelled: the closing connection fails its commands
    if (!result)
        return sentinelFailed(result.error().detail);
    if (result->items.size() != 2)
        return sentinelFailed(QStringLiteral("it knows no master %1").arg(m_address.master));
    ++m_turn; // a Sentinel with an outdated view must not be asked forever
    const QString host = QString::fromUtf8(result->items[0].text);
    findHost(host, result->items[1].text.toUShort());
}

void EndpointFinder::sentinelFailed(const QString &why)
{
    const auto peer = m_address.peers[m_turn % m_address.peers.size()];
    cancel();
    ++m_turn;
    if (m_asked < m_address.peers.size())
        return askNextSentinel();
    missing(QStringLiteral("no Sentinel named the master %1; the last one, %2:%3, said: %4")
                .arg(m_address.master, peer.first, QString::number(peer.second), why));
}

void EndpointFinder::resolved(const QStringList &ips, const QString &error)
{
    m_timer.stop();
    if (ips.isEmpty())
        return missing(QStringLiteral("the host %1 was not found (%2)").arg(m_host, error));
    std::deque<RedisEndpoint> endpoints;
    for (const QString &ip : ips)
        endpoints.push_back(RedisEndpoint{{}, ip, m_port, m_address.tls});
    m_listener->endpointsFound(std::move(endpoints));
}

void EndpointFinder::missing(const QString &why)
{
    m_listener->endpointsMissing(why);
}

} // namespace seonchak
