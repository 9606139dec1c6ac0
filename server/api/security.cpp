// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/security.h"

#include "server/api/authority.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>

#include <algorithm>

namespace seonchak::http {

namespace {

QByteArray hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
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

Security::Security(QStringList hosts, QByteArray token, Reach reach)
    : m_hosts({"localhost", "127.0.0.1", "::1"})
    , m_tokenHash(token.isEmpty() ? QByteArray() : hashOf(token))
    , m_listensOnAll(reach.listensOnAll)
    , m_proxies(std::move(reach.trustedProxies))
{
    for (const auto &host : hosts)
        m_hosts.append(hostOf(host));
}

bool Security::isOurName(const QByteArray &host, bool isProbe) const
{
    // A page that has its own name point at us (DNS rebinding) cannot send an address for a Host.
    return m_hosts.contains(host) || ((isProbe || m_listensOnAll) && m_ownNames.isAddress(host)) ||
           (isProbe && m_ownNames.isName(host));
}

bool Security::isForeignPage(const Request &request) const
{
    const QByteArray &told = request.sender.host;
    const auto server = Authority::parse(told.isEmpty() ? request.header("host") : told);
    for (const auto &[name, value] : request.headers) {
        if (name != "origin")
            continue;
        const auto origin = Origin::parse(value);
        if (!origin || !server || !origin->isAt(*server, request.sender.scheme))
            return true;
    }
    return request.header("sec-fetch-site") == "cross-site";
}

std::optional<Problem> Security::refuses(const Request &request, bool isProbe) const
{
    // Browsers, whose users must be protected from pages that call us by a foreign name, always send a Host.
    if (const QByteArray host = request.header("host"); !host.isEmpty()) {
        const auto authority = Authority::parse(host);
        if (!authority || !isOurName(authority->host, isProbe))
            return Problem::Misdirected;
    }
    if (isForeignPage(request))
        return Problem::Forbidden;
    if (m_tokenHash.isEmpty() && !request.peer.isLoopback())
        return Problem::NotLocal;
    return std::nullopt;
}

bool Security::isNearEnough(const Request &request) const
{
    const Sender &sender = request.sender;
    return wantsToken() || (sender.address.isLoopback() && (!sender.isForwarded || sender.isTold));
}

bool Security::isAdministrator(const Request &request) const
{
    if (m_tokenHash.isEmpty())
        return true;
    const QByteArray given = request.header("authorization");
    constexpr QByteArrayView scheme = "bearer ";
    if (given.first(std::min(scheme.size(), given.size())).compare(scheme, Qt::CaseInsensitive) != 0)
        return false;
    // Hashes have one length, and every byte is looked at: the time tells nothing about the token.
    const QByteArray hash = hashOf(given.mid(scheme.size()).trimmed());
    unsigned difference = 0;
    for (qsizetype i = 0; i < hash.size(); ++i)
        difference |= unsigned(uchar(hash[i]) ^ uchar(m_tokenHash[i]));
    return difference == 0;
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
