// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/address.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <atomic>
#include <mutex>
#include <thread>

namespace seonchak::test {

/// A proxy between a client and a Redis on Unix sockets that can hold back the client's commands, or their
/// answers, starting at a given command: it simulates a stopped client or network. Held data is passed on
/// later, even if the client has disconnected by then.
class HoldingProxy
{
public:
    enum class Hold { Request, Answer };

    explicit HoldingProxy(QString serverSocket);
    ~HoldingProxy();
    HoldingProxy(const HoldingProxy &) = delete;
    HoldingProxy &operator=(const HoldingProxy &) = delete;

    [[nodiscard]] RedisAddress address() const;
    /// Starts at the next request that contains these bytes.
    void holdAt(Hold what, const QByteArray &bytes);
    [[nodiscard]] bool isHolding() const { return m_holding.load(); }
    void release();
    /// Whether a held client has disconnected.
    [[nodiscard]] bool clientLeft() const { return m_clientLeft.load(); }
    /// Whether everything held back has been passed on and answered.
    [[nodiscard]] bool isFlushed() const { return m_flushed.load(); }

private:
    struct Link;
    void listen();
    void serve(int client);
    bool step(Link &link);
    bool takeRequest(Link &link);
    bool takeAnswer(Link &link);

    const QString m_serverSocket;
    QTemporaryDir m_folder;
    std::mutex m_mutex;
    QByteArray m_pattern;
    Hold m_what = Hold::Request;
    std::atomic<bool> m_holding{false};
    std::atomic<bool> m_clientLeft{false};
    std::atomic<bool> m_flushed{false};
    std::atomic<bool> m_stopping{false};
    int m_listener = -1;
    std::thread m_thread;
};

} // namespace seonchak::test
