// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/security.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QHostAddress>

#include <algorithm>

namespace seonchak::http {

namespace {

QByteArray hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

/// "name:port" → "name"; "[::1]:port" → "::1".
QByteArray nameOf(QByteArrayView authority)
{
    if (authority.startsWith('[')) {
        const auto end = authority.indexOf(']');
        return end < 0 ? QByteArray() : authority.sliced(1, end - 1).toByteArray();
    }
    const auto colon = authority.indexOf(':');
    return (colon < 0 ? authority : authority.first(colon)).toByteArray();
}

} // namespace

Security::Security(QStringList hosts, QByteArray token)
    : m_hosts({QStringLiteral("localhost"), QStringLiteral("127.0.0.1"), QStringLiteral("::1")})
    , m_tokenHash(token.isEmpty() ? QByteArray() : hashOf(token))
{
    for (const auto &host : hosts)
        m_hosts.append(host.toLower());
}

bool Security::isOurName(QByteArrayView authority) const
{
    const QString name = QString::fromLatin1(nameOf(authority)).toLower();
    return !name.isEmpty() && m_hosts.contains(name);
}

std::optional<Problem> Security::refuses(const Request &request) const
{
    const QByteArray host = request.header("host");
    if (!isOurName(host))
        return Problem::Misdirected;
    const QByteArray origin = request.header("origin");
    if (!origin.isEmpty()) {
        const bool http = origin.startsWith("http://") || origin.startsWith("https://");
        const QByteArray authority = origin.mid(origin.indexOf("://") + 3);
        if (!http || authority.compare(host, Qt::CaseInsensitive) != 0)
            return Problem::Forbidden;
    }
    if (request.header("sec-fetch-site") == "cross-site")
        return Problem::Forbidden;
    if (m_tokenHash.isEmpty() && !request.peer.isLoopback())
        return Problem::Forbidden;
    return std::nullopt;
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

int Security::delayAfterFailure()
{
    constexpr int freeTries = 5;
    constexpr int longestMs = 3000;
    const int beyond = m_failures.fetch_add(1) + 1 - freeTries;
    return beyond <= 0 ? 0 : std::min(longestMs, 50 << std::min(beyond, 6));
}

void Security::forgetFailures()
{
    m_failures = 0;
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
