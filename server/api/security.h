// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "server/api/forwarded.h"
#include "server/api/guess_brake.h"
#include "server/api/own_names.h"
#include "server/api/problem.h"
#include "server/api/request_rate.h"
#include "server/api/router.h"
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

/// Counts refused tokens by address, so that the audit trail gets one entry a second and address at most: who
/// guesses tokens must not fill the disk. Thread-safe and bounded: beyond so many addresses the others share
/// a count.
class RefusalTally
{
public:
    static constexpr int intervalMs = 1000;
    enum class Add {
        Write,      ///< the first for a while: write it down
        WriteLater, ///< the next one: take() what has come together after the interval
        Counted,    ///< somebody will take() it
    };
    /// `from` becomes what the entry is to be written for.
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
    bool listensOnAll = false; ///< each address of the machine is a host name, too
    QList<Network> trustedProxies;
    std::optional<qint64> deskGroup = {}; ///< whose members come in by the desks' Unix socket
};

/// Whose tokens let somebody in.
struct Tokens
{
    QByteArray admin;                ///< of the administrator's file; empty: none
    const TokenDesk *book = nullptr; ///< the named ones; null: none
    bool toIssue = false;            ///< issuing needs one, too
};

/// How many requests a second one caller may make; 0: any number.
struct Rates
{
    int administration = 1000;
    int issuing = 0;
};

/// Who a request is from, by its token.
struct Caller
{
    QString name; ///< empty: somebody on this machine, where there is no token
    QString role;
};

/// Whether `role` suffices. An issuer does nothing but issue.
[[nodiscard]] bool suffices(Role role, Need need);

/// Who may ask what. The same object serves all workers. While there is no token at all, it is open to
/// loopback only; while the named ones are not known yet, it is closed to all who need one.
class Security
{
public:
    /// `hosts` are names without port; loopback names are always taken.
    Security(QStringList hosts, Tokens tokens, Reach reach = {}, Rates rates = {});

    /// Who sent it. The other questions want the request to know.
    [[nodiscard]] Sender senderOf(const Request &request) const { return m_proxies.senderOf(request); }
    /// Host and Origin, for every request: a problem, or nothing where it may pass. A probe may call this
    /// machine by any of its addresses and by its name.
    [[nodiscard]] std::optional<Problem> refuses(const Request &request, bool isProbe = false) const;
    /// Whether its token, or the lack of any, suffices, and whose it is. Compares in constant time.
    [[nodiscard]] std::expected<Caller, Problem> admit(const Request &request, Need need) const;
    /// Of an admitted request: in how many seconds its caller may come again, where there were too many. A
    /// caller is a token, else an address; whoever needs no token because there is none may come at will.
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
    QByteArray m_adminHash; ///< empty: no such token
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
