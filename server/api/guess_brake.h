// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QMutex>

#include <atomic>
#include <optional>

namespace seonchak::http {

/// Slows down who guesses tokens, each address by itself (IPv6: each network of 64 bits, which is one
/// household). A good token clears its own address alone. Thread-safe and bounded: of too many addresses the
/// one that has been quiet longest is forgotten.
class GuessBrake
{
public:
    static constexpr int freeTries = 5;
    static constexpr int longestMs = 3000;
    static constexpr int mostAddresses = 4096;
    static constexpr int mostWaiting = 512; ///< answers held back at a time
    static constexpr int mostWaitingEach = 64;
    static constexpr qint64 forgottenAfterNs = 15LL * 60 * 1'000'000'000;

    /// Counts one more wrong token. How long its answer is to be held back, in milliseconds; call waited()
    /// afterwards unless it is 0. Nothing: too many are held back already, answer at once and close.
    std::optional<int> failed(const QHostAddress &from, qint64 nowNs);
    void waited(const QHostAddress &from);
    void succeeded(const QHostAddress &from);
    [[nodiscard]] int addresses();
    /// What counts as one address.
    static QByteArray keyOf(const QHostAddress &from);

private:
    struct Count
    {
        int failures = 0;
        int waiting = 0;
        qint64 lastNs = 0;
    };
    void makeRoom();

    QMutex m_mutex;
    QHash<QByteArray, Count> m_counts;
    int m_waiting = 0;
    std::atomic<bool> m_isEmpty = true; ///< so that good requests need not lock
};

} // namespace seonchak::http
