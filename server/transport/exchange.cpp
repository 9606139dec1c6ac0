// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/exchange.h"

#include "server/transport/connection.h"

namespace seonchak::http {

Exchange::Exchange(std::weak_ptr<Connection> connection, std::shared_ptr<InFlight> inFlight)
    : m_connection(std::move(connection))
    , m_inFlight(std::move(inFlight))
{
    m_inFlight->begin();
}

Exchange::~Exchange()
{
    finish();
}

void Exchange::finish()
{
    if (const auto inFlight = std::exchange(m_inFlight, nullptr))
        inFlight->end();
}

void Exchange::answer(Response response)
{
    if (std::exchange(m_answered, true))
        return;
    const auto connection = m_connection.lock();
    if (!connection || !connection->answer(*this, std::move(response)))
        finish();
}

} // namespace seonchak::http
