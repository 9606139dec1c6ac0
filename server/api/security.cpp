// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/security.h"

#include "core/coupon/coupon.h"
#include "core/issue/ground/token_desk.h"
#include "server/api/authority.h"

#include <QDateTime>
#include <QDeadlineTimer>

#include <unistd.h>

#include <algorithm>
#include <limits>

namespace seonchak::http {

namespace {

/// The name for the token in the administrator's file.
const QString adminName = QStringLiteral("admin");

/// The hash of the one bearer token; nullopt if there is none, or several headers.
QByteArray bearerHash(const Request &request)
{
    constexpr QByteArrayView scheme = "bearer ";
    QByteArray hash;
    for (const auto &[name, given] : request.headers) {
        if (name != "authorization")
            continue;
        const bool isBearer =
            given.first(std::min(scheme.size(), given.size())).compare(scheme, Qt::CaseInsensitive) == 0;
        if (!isBearer || !hash.isEmpty())
            return {};
        hash = tokenHash(given.mid(scheme.size()).trimmed());
    }
    return hash;
}

/// Sent directly from this machine, and not forwarded for another.
bool isNear(const Sender &sender)
{
    return sender.address.isLoopback() && (!sender.isForwarded || sender.isTold);
}

/// For the list of tokens, which need not be exact: concurrent requests must not all write to one memory
/// location.
void noteUse(const TokenDesk::Known &token)
{
    constexpr WallMs exactMs = 1000;
    const WallMs now = QDateTime::currentMSecsSinceEpoch();
    if (std::abs(now - token.used->load(std::memory_order_relaxed)) >= exactMs)
        token.used->store(now, std::memory_order_relaxed);
}

bool isPortNumber(QByteArrayView digits)
{
    const auto port = parseId(digits);
    return port && *port <= std::numeric_limits<quint16>::max();
}

/// A configured name in the form of Authority::host.
QByteArray hostOf(const QString &name)
{
    QByteArray text = name.toLatin1();
    if (text.count(':') > 1 && !text.startsWith('['))
        text = '[' + text + ']';
    const auto authority = Authority::parse(text);
    return authority ? authority->host : text.toLower();
}

} // namespace

bool suffices(Role role, Need need)
{
    switch (need) {
    case Need::Nothing:
        return true;
    case Need::Issue:
        return role == Role::Issuer || role == Role::Admin;
    case Need::View:
        return role == Role::Viewer || role == Role::Operator || role == Role::Admin;
    case Need::Operate:
        return role == Role::Operator || role == Role::Admin;
    case Need::Administer:
        return role == Role::Admin;
    }
    return false;
}

Security::Security(QStringList hosts, Tokens tokens, Reach reach, Rates rates)
    : m_hosts({"localhost", "127.0.0.1", "::1"})
    , m_adminHash(tokens.admin.isEmpty() ? QByteArray() : tokenHash(tokens.admin))
    , m_book(tokens.book)
    , m_tokenToIssue(tokens.toIssue)
    , m_listensOnAll(reach.listensOnAll)
    , m_deskGroup(reach.deskGroup)
    , m_proxies(std::move(reach.trustedProxies))
    , m_administrationRate(rates.administration)
    , m_issuingRate(rates.issuing)
{
    for (const auto &host : hosts)
        m_hosts.append(hostOf(host));
}

bool Security::isOurName(const QByteArray &host, bool isProbe) const
{
    // A page that lets its own name resolve to us (DNS rebinding) cannot send an address as Host.
    return m_hosts.contains(host) || ((isProbe || m_listensOnAll) && m_ownNames.isAddress(host)) ||
           (isProbe && m_ownNames.isName(host));
}

/// The usual Host, without parsing: a listed name in the same spelling, optionally with a port.
bool Security::isListed(QByteArrayView host) const
{
    return std::ranges::any_of(m_hosts, [host](const QByteArray &name) {
        if (name.isEmpty() || !host.startsWith(name) || name.contains(':'))
            return false;
        const auto rest = host.sliced(name.size());
        return rest.isEmpty() || (rest.startsWith(':') && isPortNumber(rest.sliced(1)));
    });
}

bool Security::isForeignPage(const Request &request) const
{
    const QByteArray &told = request.sender.host;
    for (const auto &[name, value] : request.headers) {
        if (name != "origin")
            continue;
        const auto server = Authority::parse(told.isEmpty() ? request.header("host") : told);
        const auto origin = Origin::parse(value);
        if (!origin || !server || !origin->isAt(*server, request.sender.scheme))
            return true;
    }
    return request.header("sec-fetch-site") == "cross-site";
}

std::optional<Problem> Security::refuses(const Request &request, bool isProbe) const
{
    if (request.local && !request.sender.isForwarded) // Web pages cannot use the socket.
        return isTrusted(*request.local) ? std::nullopt : std::optional(Problem::NotPermitted);
    // Browsers, whose users must be protected from pages that call us by a foreign name, always send a Host.
    if (const QByteArray host = request.header("host"); !host.isEmpty() && !isListed(host)) {
        const auto authority = Authority::parse(host);
        if (!authority || !isOurName(authority->host, isProbe))
            return Problem::Misdirected;
    }
    if (isForeignPage(request))
        return Problem::Forbidden;
    if (request.peer.isLoopback())
        return std::nullopt;
    const Lock now = lock();
    if (now == Lock::Unknown && !isProbe)
        return Problem::Unavailable;
    return now == Lock::Open ? std::optional(Problem::NotLocal) : std::nullopt;
}

Security::Lock Security::lock() const
{
    if (!m_adminHash.isEmpty())
        return Lock::Closed;
    const auto state = m_book ? m_book->state() : TokenDesk::State::Empty;
    if (state == TokenDesk::State::Unread)
        return Lock::Unknown;
    return state == TokenDesk::State::Some ? Lock::Closed : Lock::Open;
}

std::optional<std::pair<QString, Role>> Security::holderOf(const Request &request) const
{
    const QByteArray hash = bearerHash(request);
    if (hash.isEmpty())
        return std::nullopt;
    const auto list = m_book ? m_book->list() : nullptr;
    const auto *known = list ? TokenDesk::find(*list, hash) : nullptr;
    if (isSameHash(m_adminHash, hash))
        return std::pair(adminName, Role::Admin);
    if (!known)
        return std::nullopt;
    noteUse(*known);
    return std::pair(known->name, known->role);
}

std::expected<Caller, Problem> Security::admit(const Request &request, Need need) const
{
    if (need == Need::Nothing || (need == Need::Issue && !m_tokenToIssue))
        return Caller();
    const Lock now = lock();
    // Requests that a proxy forwards over the socket do not come from the proxy's own login.
    const bool isDesk = request.local && !request.sender.isForwarded;
    if (isDesk && (now == Lock::Open || request.header("authorization").isEmpty()))
        return admitLocal(*request.local, need);
    if (now == Lock::Open && need != Need::Issue)
        return isNear(request.sender) ? std::expected<Caller, Problem>(Caller())
                                      : std::unexpected(Problem::NotLocal);
    if (const auto holder = holderOf(request)) {
        if (!suffices(holder->second, need))
            return std::unexpected(Problem::NotPermitted);
        return Caller{holder->first, roleName(holder->second)};
    }
    // If a token is needed in any case, a client without one need not retry later.
    const bool isUnread = m_book && m_book->state() == TokenDesk::State::Unread;
    const bool mayBeGood = now == Lock::Unknown || !request.header("authorization").isEmpty();
    return std::unexpected(isUnread && mayBeGood ? Problem::Unavailable : Problem::Unauthorized);
}

bool Security::isTrusted(const LocalPeer &peer) const
{
    return peer.uid == 0 || peer.uid == qint64(::geteuid()) ||
           (m_deskGroup && peer.groups.contains(*m_deskGroup));
}

/// Requests over the socket need no token: the kernel says who sends them.
std::expected<Caller, Problem> Security::admitLocal(const LocalPeer &peer, Need need) const
{
    if (!isTrusted(peer) || !suffices(Role::Operator, need))
        return std::unexpected(Problem::NotPermitted);
    return Caller{peer.name, roleName(Role::Operator)};
}

std::optional<int> Security::isTooMuch(const Request &request, Need need, qint64 nowNs)
{
    const Sender &sender = request.sender;
    auto &rate = need == Need::Issue ? m_issuingRate : m_administrationRate;
    if (!rate.isLimited() || need == Need::Nothing || (need != Need::Issue && sender.name.isEmpty()))
        return std::nullopt;
    const QByteArray caller = sender.name.isEmpty() ? GuessBrake::keyOf(sender.address)
                                                    : QByteArray("token " + sender.name.toUtf8());
    return rate.refuses(caller, nowNs);
}

RefusalTally::Add RefusalTally::add(QString &from)
{
    constexpr qsizetype addressesMost = 64;
    constexpr qint64 intervalNs = qint64(intervalMs) * 1'000'000;
    const QMutexLocker lock(&m_mutex);
    const qint64 now = QDeadlineTimer::current().deadlineNSecs();
    if (!m_counts.contains(from) && m_counts.size() >= addressesMost) {
        m_counts.removeIf(
            [&](const auto &one) { return one->waiting == 0 && now - one->lastNs > intervalNs; });
        if (m_counts.size() >= addressesMost)
            from = QStringLiteral("REST, other addresses");
    }
    auto &count = m_counts[from];
    if (count.waiting == 0 && (count.lastNs == 0 || now - count.lastNs > intervalNs)) {
        count.lastNs = now;
        return Add::Write;
    }
    return count.waiting++ == 0 ? Add::WriteLater : Add::Counted;
}

int RefusalTally::take(const QString &from)
{
    const QMutexLocker lock(&m_mutex);
    auto &count = m_counts[from];
    count.lastNs = QDeadlineTimer::current().deadlineNSecs();
    return std::exchange(count.waiting, 0);
}

} // namespace seonchak::http
