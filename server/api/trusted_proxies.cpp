// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/trusted_proxies.h"

#include "server/api/authority.h"
#include "server/api/forwarded_header.h"
#include "server/transport/head_rules.h"

#include <algorithm>
#include <array>

namespace seonchak::http {

namespace {

/// In alphabetical order. Every name that begins with "x-forwarded" counts as well.
constexpr std::array<QByteArrayView, 44> forwarderNames{
    "ali-cdn-real-ip",
    "cdn-loop",
    "cdn-real-ip",
    "cf-connecting-ip",
    "cf-connecting-ipv6",
    "cf-pseudo-ipv4",
    "client-ip",
    "cloudfront-viewer-address",
    "do-connecting-ip",
    "fastly-client-ip",
    "fly-client-ip",
    "forwarded",
    "forwarded-for",
    "forwarded-for-ip",
    "incap-client-ip",
    "proxy-client-ip",
    "remote-addr",
    "true-client-ip",
    "via",
    "wl-proxy-client-ip",
    "x-akamai-client-ip",
    "x-appengine-remote-addr",
    "x-appengine-user-ip",
    "x-appservice-proto",
    "x-azure-clientip",
    "x-azure-socketip",
    "x-client-ip",
    "x-cluster-client-ip",
    "x-coming-from",
    "x-envoy-external-address",
    "x-from-ip",
    "x-nf-client-connection-ip",
    "x-original-for",
    "x-original-forwarded-for",
    "x-original-host",
    "x-originating-ip",
    "x-proxy-client-ip",
    "x-proxyuser-ip",
    "x-real-ip",
    "x-remote-addr",
    "x-remote-ip",
    "x-sucuri-clientip",
    "x-true-client-ip",
    "x-vercel-forwarded-for",
};
static_assert(std::ranges::is_sorted(forwarderNames, [](QByteArrayView a, QByteArrayView b) {
    return std::string_view(a.data(), std::size_t(a.size())) <
           std::string_view(b.data(), std::size_t(b.size()));
}));

/// All lines with that name joined; nullopt if there is none.
std::optional<QByteArray> joined(const Request &request, QByteArrayView name)
{
    std::optional<QByteArray> all;
    for (const auto &[key, value] : request.headers) {
        if (key == name)
            all = all ? *all + ',' + value : value;
    }
    return all;
}

QByteArray lastOf(const Request &request, QByteArrayView name)
{
    const QByteArray all = joined(request, name).value_or(QByteArray());
    return all.sliced(all.lastIndexOf(',') + 1).trimmed();
}

QByteArrayList nodesOf(const QList<ForwardedHop> &hops)
{
    QByteArrayList nodes;
    for (const auto &hop : hops)
        nodes.append(hop.from.value_or(QByteArray()));
    return nodes;
}

/// How the client reached the proxy nearest to us.
void readReach(const Request &request, Sender &sender)
{
    sender.scheme = lastOf(request, "x-forwarded-proto").toLower();
    sender.host = lastOf(request, "x-forwarded-host");
    const auto standard = joined(request, "forwarded");
    const auto hops = standard ? parseForwarded(*standard) : std::nullopt;
    if (!hops || hops->isEmpty())
        return;
    if (const auto &proto = hops->back().proto)
        sender.scheme = proto->toLower();
    if (const auto &host = hops->back().host)
        sender.host = *host;
}

} // namespace

bool namesForwarder(QByteArrayView name)
{
    return name.startsWith("x-forwarded") || std::ranges::binary_search(forwarderNames, name);
}

Result<Network> Network::parse(const QString &text)
{
    const auto slash = text.indexOf(QLatin1Char('/'));
    QByteArray bare = (slash < 0 ? text : text.left(slash)).toLatin1();
    if (bare.startsWith('[') && bare.endsWith(']'))
        bare = bare.sliced(1, bare.size() - 2);
    const QHostAddress address = plainAddress(bare);
    const int most = address.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
    bool isNumber = slash < 0;
    const int bits = slash < 0 ? most : text.mid(slash + 1).toUShort(&isNumber);
    if (address.isNull() || !isNumber || bits > most)
        return failure(
            Trouble::BadInput,
            QStringLiteral("\"%1\" is no address or network, for example 192.0.2.1 or 10.0.0.0/8").arg(text));
    if (bits == 0)
        return failure(Trouble::BadInput, QStringLiteral("\"%1\" would believe everybody").arg(text));
    return Network{address, bits};
}

bool Network::contains(const QHostAddress &other) const
{
    return other.protocol() == address.protocol() && other.isInSubnet(address, bits);
}

TrustedProxies::TrustedProxies(QList<Network> networks)
    : m_networks(std::move(networks))
{
}

bool TrustedProxies::contains(const QHostAddress &address) const
{
    return std::ranges::any_of(m_networks, [&](const Network &one) { return one.contains(address); });
}

QHostAddress TrustedProxies::clientOf(const QByteArrayList &nodes) const
{
    QHostAddress client;
    for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
        client = nodeAddress(*node);
        if (client.isNull() || !contains(client))
            break;
    }
    return client;
}

QHostAddress TrustedProxies::toldBy(const Request &request) const
{
    const auto standard = joined(request, "forwarded");
    const auto usual = joined(request, "x-forwarded-for");
    const auto single = joined(request, "x-real-ip");
    if (!standard && !usual)
        return single ? nodeAddress(*single) : QHostAddress();
    const auto hops = standard ? parseForwarded(*standard) : std::nullopt;
    if (standard && !hops)
        return {};
    const QByteArrayList nodes = hops ? nodesOf(*hops) : usual->split(',');
    const QHostAddress client = clientOf(nodes);
    // A proxy that writes only one of these headers passes on whatever its client put into the others: if
    // they differ, it is unknown which is true.
    if (hops && usual && clientOf(usual->split(',')) != client)
        return {};
    const auto isSingle = [&](const QByteArray &node) { return nodeAddress(node) == nodeAddress(*single); };
    return !single || std::ranges::any_of(nodes, isSingle) ? client : QHostAddress();
}

Sender TrustedProxies::senderOf(const Request &request) const
{
    Sender sender;
    sender.address = plainAddress(request.peer);
    sender.isForwarded =
        std::ranges::any_of(request.headers, [](const auto &one) { return namesForwarder(one.first); });
    sender.isTold = sender.isForwarded && contains(sender.address);
    if (!sender.isTold)
        return sender;
    sender.address = toldBy(request);
    readReach(request, sender);
    return sender;
}

} // namespace seonchak::http
