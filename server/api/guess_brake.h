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

/// Slows down clients that guess tokens, by address (IPv6: by network of 64 bits, which is one household). A
/// valid token clears only its own address. Thread-safe and bounded: with too many addresses the one that has
/// been quiet longest is forgotten.
class GuessBrake
{
public:
    static constexpr int freeTries = 5;
    static constexpr int longestMs = 3000;
    static constexpr int mostAddresses = 4096;
    static constexpr int mostWaiting = 512; ///< delayed answers at a time
    static constexpr int mostWaitingEach = 64;
    static constexpr qint64 forgottenAfterNs = 15LL * 60 * 1'000'000'000;

    /// Counts one more wrong token. Returns the delay of its answer in milliseconds; call waited() afterwards
    /// unless it is 0. Nullopt: too many answers are delayed already, answer immediately and close.
    std::optional<int> failed(const QHostAddress &from, qint64 nowNs);
    void waited(const QHostAddress &from);
    void succeeded(const QHostAddress &from);
    [[nodiscard]] int addresses();
    /// The key that identifies one address.
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
    std::atomic<bool> m_isEmpty = true; ///< lets valid requests skip the lock
};

} // namespace seonchak::http
