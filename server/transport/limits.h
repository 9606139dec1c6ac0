// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>

namespace seonchak::http {

/// Size limits of one request, in bytes; larger requests are refused.
struct SizeLimits
{
    qsizetype target = 8 * 1024; ///< path and query; beyond: 414
    qsizetype head = 16 * 1024;  ///< all header lines with their line ends, likewise trailers; beyond: 431
    qsizetype fields = 100;      ///< number of header lines; beyond: 431
    qint64 body = 16LL * 1024 * 1024; ///< beyond: 413
};

/// Time limits of a connection's states, in milliseconds; it is dropped beyond them.
struct TimeLimits
{
    qint64 request = 20'000; ///< from the first byte of a request to its last
    /// Between requests. More than the usual 60 s of load balancers, so that they close first.
    qint64 idle = 65'000;
    qint64 handler = 120'000; ///< from the handler's call to its reply
    qint64 write = 30'000;    ///< until the client has taken an answer
    qint64 linger = 5'000;    ///< after the last answer, until the client has read it and closed
};

/// What all workers of a program share: the number of open connections, and the bytes held of requests and of
/// answers that clients have not taken. Thread-safe; every slot taken must be returned.
class TransportBudget
{
public:
    TransportBudget(int connectionCap, qint64 bytesCap);

    [[nodiscard]] bool takeConnection();
    void returnConnection();
    [[nodiscard]] bool takeBytes(qint64 bytes);
    void returnBytes(qint64 bytes);

    [[nodiscard]] int openConnections() const { return m_connections.load(std::memory_order_relaxed); }
    [[nodiscard]] qint64 heldBytes() const { return m_bytes.load(std::memory_order_relaxed); }
    /// How many connections were answered 503 immediately because of the cap.
    [[nodiscard]] qint64 turnedAway() const { return m_turnedAway.load(std::memory_order_relaxed); }

private:
    const int m_connectionCap;
    const qint64 m_bytesCap;
    std::atomic<int> m_connections = 0;
    std::atomic<qint64> m_bytes = 0;
    std::atomic<qint64> m_turnedAway = 0;
};

/// One connection's share of the budget's bytes. The first 4 KiB come with the connection, so that small
/// requests are served whatever others hold.
class ByteAccount
{
public:
    explicit ByteAccount(std::shared_ptr<TransportBudget> budget);
    ~ByteAccount();
    ByteAccount(const ByteAccount &) = delete;
    ByteAccount &operator=(const ByteAccount &) = delete;

    /// Sets the number of bytes held; returns false, without a change, if the budget has no room for them.
    [[nodiscard]] bool hold(qint64 bytes);

private:
    std::shared_ptr<TransportBudget> m_budget;
    qint64 m_charged = 0;
};

/// The cap for this process: 10,000, or less if its limit of open files (less 200 for everything else) is
/// lower.
[[nodiscard]] int defaultConnectionCap();
/// A budget with that cap and 256 MiB of bytes.
[[nodiscard]] std::shared_ptr<TransportBudget> defaultBudget();

} // namespace seonchak::http
