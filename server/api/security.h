// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "server/api/guess_brake.h"
#include "server/api/own_names.h"
#include "server/api/problem.h"
#include "server/api/request_rate.h"
#include "server/api/router.h"
#include "server/api/trusted_proxies.h"
#include "server/transport/message.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QStringList>

#include <expected>
#include <optional>

namespace seonchak {
class TokenDesk;
enum class Role;
} // namespace seonchak

namespace seonchak::http {

/// Counts refused tokens by address, so that the audit trail gets at most one entry a second and address:
/// guessing tokens must not fill the disk. Thread-safe and bounded: beyond the limit, further addresses share
/// a count.
class RefusalTally
{
public:
    static constexpr int intervalMs = 1000;
    enum class Add {
        Write,      ///< the first for a while: write an entry now
        WriteLater, ///< the second: after the interval, write what take() returns
        Counted,    ///< included in a later take()
    };
    /// `from` is set to the address of the entry.
    Add add(QString &from);
    int take(const QString &from);

private:
    struct Count
    {
        qint64 lastNs = 0;
        int waiting = 0;
    };
    QMutex m_mutex;
    QHash<QString, Count> m_counts;
};

/// Where requests may come from.
struct Reach
{
    bool listensOnAll = false; ///< every address of the machine is also a host name
    QList<Network> trustedProxies;
    std::optional<qint64> deskGroup = {}; ///< the group that may use the desks' Unix socket
};

/// The tokens that give access.
struct Tokens
{
    QByteArray admin;                ///< from the administrator's file; empty: none
    const TokenDesk *book = nullptr; ///< the named tokens; null: none
    bool toIssue = false;            ///< issuing requires a token too
};

/// Requests a second for each caller; 0: unlimited.
struct Rates
{
    int administration = 1000;
    int issuing = 0;
};

/// The sender of a request, identified by its token.
struct Caller
{
    QString name; ///< empty: a local sender, if no token exists
    QString role;
};

/// Whether `role` suffices. An issuer may only issue.
[[nodiscard]] bool suffices(Role role, Need need);

/// Decides who may send which request. One object serves all workers. While no token exists, only loopback
/// has access; while the named tokens are not known yet, requests that need one are refused.
class Security
{
public:
    /// `hosts` are names without port; loopback names are always accepted.
    Security(QStringList hosts, Tokens tokens, Reach reach = {}, Rates rates = {});

    /// Who sent the request. The other functions need this stored in the request.
    [[nodiscard]] Sender senderOf(const Request &request) const { return m_proxies.senderOf(request); }
    /// Checks Host and Origin of every request: a problem, or nullopt if it may pass. A probe may use any of
    /// this machine's addresses and its name.
    [[nodiscard]] std::optional<Problem> refuses(const Request &request, bool isProbe = false) const;
    /// Whether the request's token, or its absence, suffices, and whose it is. Compares in constant time.
    [[nodiscard]] std::expected<Caller, Problem> admit(const Request &request, Need need) const;
    /// For an admitted request: after how many seconds its caller may retry, if there were too many. A caller
    /// is a token, else an address; callers that need no token because none exists are not limited.
    [[nodiscard]] std::optional<int> isTooMuch(const Request &request, Need need, qint64 nowNs);
    [[nodiscard]] GuessBrake &brake() { return m_brake; }
    [[nodiscard]] RefusalTally &refusals() { return m_refusals; }

private:
    [[nodiscard]] bool isOurName(const QByteArray &host, bool isProbe) const;
    [[nodiscard]] bool isListed(QByteArrayView host) const;
    [[nodiscard]] bool isForeignPage(const Request &request) const;
    [[nodiscard]] std::optional<std::pair<QString, Role>> holderOf(const Request &request) const;
    [[nodiscard]] bool isTrusted(const LocalPeer &peer) const;
    [[nodiscard]] std::expected<Caller, Problem> admitLocal(const LocalPeer &peer, Need need) const;

    enum class Lock { Open, Closed, Unknown };
    [[nodiscard]] Lock lock() const;

    QList<QByteArray> m_hosts;
    QByteArray m_adminHash; ///< empty: no admin token
    const TokenDesk *const m_book;
    const bool m_tokenToIssue;
    const bool m_listensOnAll;
    const std::optional<qint64> m_deskGroup;
    const TrustedProxies m_proxies;
    OwnNames m_ownNames;
    GuessBrake m_brake;
    RefusalTally m_refusals;
    RequestRate m_administrationRate;
    RequestRate m_issuingRate;
};

} // namespace seonchak::http
