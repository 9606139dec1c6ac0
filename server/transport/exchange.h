// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/in_flight.h"
#include "server/transport/message.h"

#include <memory>

namespace seonchak::http {

class Connection;

/// One request in a handler, until its answer has been sent or cannot be sent any more. Counts as in flight
/// until then. Lives on the worker's thread; the connection may be destroyed before it.
class Exchange
{
public:
    Exchange(std::weak_ptr<Connection> connection, std::shared_ptr<InFlight> inFlight);
    ~Exchange();
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    void answer(Response response);
    /// The answer has been written, or its client has gone. May be called twice.
    void finish();
    [[nodiscard]] bool isAnswered() const { return m_answered; }

private:
    std::weak_ptr<Connection> m_connection;
    std::shared_ptr<InFlight> m_inFlight;
    bool m_answered = false;
};

} // namespace seonchak::http
