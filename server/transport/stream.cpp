// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/stream.h"

#include "server/transport/connection.h"

namespace seonchak::http {

Stream::Stream(std::weak_ptr<Connection> connection)
    : m_connection(std::move(connection))
{
}

void Stream::append(const QByteArray &piece)
{
    if (const auto connection = m_connection.lock())
        connection->feed([&](OutQueue &queue) { queue.append(piece); });
}

void Stream::offer(const QByteArray &newest)
{
    if (const auto connection = m_connection.lock())
        connection->feed([&](OutQueue &queue) { queue.offer(newest); });
}

void Stream::passOver(qsizetype bytes)
{
    if (const auto connection = m_connection.lock())
        connection->feed([&](OutQueue &queue) { queue.passOver(bytes); });
}

void Stream::end()
{
    if (const auto connection = m_connection.lock())
        connection->endStream();
}

bool Stream::isDrained() const
{
    const auto connection = m_connection.lock();
    return connection && connection->isDrained();
}

} // namespace seonchak::http
