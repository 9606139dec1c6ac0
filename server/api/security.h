// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "server/api/forwarded.h"
#include "server/api/guess_brake.h"
#include "server/api/own_names.h"
#include "server/api/problem.h"
#include "server/transport/message.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QStringList>

#include <optional>

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
};

/// Who may ask what. The same object serves all workers.
class Security
{
public:
    /// `hosts` are names without port; loopback names are always taken. An empty token: open, to loopback
    /// only.
    Security(QStringList hosts, QByteArray token, Reach reach = {});

    /// Who sent it. The other questions want the request to know.
    [[nodiscard]] Sender senderOf(const Request &request) const { return m_proxies.senderOf(request); }
    /// Host and Origin, for every request: a problem, or nothing where it may pass. A probe may call this
    /// machine by any of its addresses and by its name.
    [[nodiscard]] std::optional<Problem> refuses(const Request &request, bool isProbe = false) const;
    /// Without a token configured: whether it comes from this machine, and nobody passed it on for another.
    [[nodiscard]] bool isNearEnough(const Request &request) const;
    /// The token, for the endpoints of the administration. Compares in constant time.
    [[nodiscard]] bool isAdministrator(const Request &request) const;
    [[nodiscard]] bool wantsToken() const { return !m_tokenHash.isEmpty(); }
    [[nodiscard]] GuessBrake &brake() { return m_brake; }
    [[nodiscard]] RefusalTally &refusals() { return m_refusals; }

private:
    [[nodiscard]] bool isOurName(const QByteArray &host, bool isProbe) const;
    [[nodiscard]] bool isForeignPage(const Request &request) const;

    QList<QByteArray> m_hosts;
    QByteArray m_tokenHash; ///< empty: no token configured
    const bool m_listensOnAll;
    const TrustedProxies m_proxies;
    OwnNames m_ownNames;
    GuessBrake m_brake;
    RefusalTally m_refusals;
};

} // namespace seonchak::http
