// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "server/api/problem.h"
#include "server/transport/message.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QStringList>

#include <atomic>
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

/// Who may ask what. The same object serves all workers: only the counter of failed tokens changes.
class Security
{
public:
    /// `hosts` are names without port; loopback names are always taken. An empty token: open, to loopback
    /// only.
    Security(QStringList hosts, QByteArray token);

    /// Host and Origin, for every request: a problem, or nothing where it may pass.
    [[nodiscard]] std::optional<Problem> refuses(const Request &request) const;
    /// The token, for the endpoints of the administration. Compares in constant time.
    [[nodiscard]] bool isAdministrator(const Request &request) const;
    /// How long the answer to one more wrong token should wait, in milliseconds: guessing gets slower and
    /// slower.
    int delayAfterFailure();
    void forgetFailures();
    [[nodiscard]] RefusalTally &refusals() { return m_refusals; }

private:
    [[nodiscard]] bool isOurName(QByteArrayView authority) const;

    QStringList m_hosts;
    QByteArray m_tokenHash; ///< empty: no token configured
    std::atomic<int> m_failures{0};
    RefusalTally m_refusals;
};

} // namespace seonchak::http
