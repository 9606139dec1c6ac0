// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/message.h"

#include <atomic>
#include <memory>

namespace seonchak::http {

class Connection;

/// One request that a handler has got, until its answer has left or can no longer leave. Counts as in flight
/// so long. Lives on the worker's thread; the connection may die before it.
class Exchange
{
public:
    Exchange(std::weak_ptr<Connection> connection, std::shared_ptr<std::atomic<int>> inFlight);
    ~Exchange();
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    void answer(Response response);
    /// The answer has been written, or there is nobody to write it to. Harmless twice.
    void finish();
    [[nodiscard]] bool isAnswered() const { return m_answered; }

private:
    std::weak_ptr<Connection> m_connection;
    std::shared_ptr<std::atomic<int>> m_inFlight;
    bool m_answered = false;
};

} // namespace seonchak::http
