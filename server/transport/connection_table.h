// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/connection.h"

#include <QObject>

#include <atomic>
#include <deque>
#include <memory>
#include <vector>

namespace seonchak::http {

/// Owns one worker's connections and finds them by number, so that an event for a connection that was just
/// closed finds nothing.
class ConnectionTable
{
public:
    /// The table takes over the context: it sets resumeLater and forget, and keeps the rest.
    explicit ConnectionTable(ConnectionContext &context);
    ~ConnectionTable();
    ConnectionTable(const ConnectionTable &) = delete;
    ConnectionTable &operator=(const ConnectionTable &) = delete;

    /// Takes over a freshly accepted, non-blocking descriptor, or answers 503 if the budget has no slot left.
    void adopt(int descriptor);
    void onEvents(quint64 id, quint32 events);
    /// Ends the connections that have exceeded their time limits.
    void sweep();
    void closeIdle();
    /// Thread-safe.
    [[nodiscard]] int size() const { return m_size.load(std::memory_order_relaxed); }

private:
    struct Slot
    {
        std::shared_ptr<Connection> connection;
        quint32 generation = 0;
    };

    [[nodiscard]] std::shared_ptr<Connection> find(quint64 id) const;
    [[nodiscard]] quint64 newId();
    void forget(quint64 id);
    void turnAway(int descriptor);
    void closeTurnedAway(std::size_t keep);
    bool dropSlowest(quint64 except);
    void resumeLater(quint64 id);
    void resumeAll();

    ConnectionContext &m_context;
    std::vector<Slot> m_slots;
    std::vector<quint32> m_free;
    std::vector<quint64> m_toResume;
    std::deque<int> m_turnedAway; ///< kept open for their clients to read the reason
    QObject m_loop;               ///< context of queued calls, which end with it
    std::atomic<int> m_size = 0;
};

} // namespace seonchak::http
