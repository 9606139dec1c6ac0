// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/connection.h"

#include <sys/socket.h>

#include <cerrno>

/// The streamed answers of a connection.
namespace seonchak::http {

namespace {
/// By default the kernel would buffer megabytes for a client that does not read.
constexpr int streamInKernel = 32 * 1024;
} // namespace

/// The head has been sent. From now on the client's data is discarded.
void Connection::beginStream()
{
    if (m_context.closing)
        return linger();
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_SNDBUF, &streamInKernel, sizeof streamInKernel);
    if (!m_consuming) {
        m_carried = {};
        m_carriedUsed = 0;
    }
    enter(Phase::Streaming, m_context.times.write);
    m_stream->hasBegun = true;
    const auto feeder = m_stream->feeder; // It may end the stream immediately.
    feeder->began(std::make_shared<Stream>(weak_from_this()));
}

void Connection::feed(const std::function<void(OutQueue &)> &put)
{
    if (m_phase != Phase::Streaming || m_stream->isEnding)
        return;
    if (isDrained())
        enter(Phase::Streaming, m_context.times.write);
    put(m_stream->queue);
    if (m_stream->isPumping)
        return;
    if (!m_stream->isFull)
        pump();
    if (m_phase != Phase::Streaming)
        return;
    if (m_stream->queue.owed() > OutQueue::most)
        return drop();
    if (!isDrained())
        chargeAnswer();
    updateInterest();
}

/// Writes what the kernel accepts. Data that the feeder adds after that waits for the next turn of the loop,
/// so that one long stream does not delay the others.
void Connection::pump()
{
    m_stream->isPumping = true;
    auto &queue = m_stream->queue;
    while (!queue.isEmpty()) {
        const auto front = queue.front();
        const auto count =
            ::send(m_descriptor, front.data(), static_cast<std::size_t>(front.size()), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK)
            return close();
        if (count < 0)
            break;
        queue.took(count);
        enter(Phase::Streaming, m_context.times.write);
    }
    m_stream->isFull = !queue.isEmpty();
    if (!m_stream->isFull && !m_stream->isEnding) {
        const auto feeder = m_stream->feeder;
        feeder->drained();
    }
    if (m_phase != Phase::Streaming)
        return;
    m_stream->isPumping = false;
    if (m_stream->isEnding && isDrained())
        linger();
    (void)payForHeld();
    updateInterest();
}

bool Connection::isDrained() const
{
    return m_stream && m_stream->queue.isEmpty();
}

void Connection::endStream()
{
    if (m_phase != Phase::Streaming)
        return;
    m_stream->isEnding = true;
    if (m_stream->isPumping || !isDrained())
        return;
    linger();
    updateInterest();
}

void Connection::leaveStream()
{
    const auto stream = std::exchange(m_stream, nullptr);
    if (stream && stream->hasBegun)
        stream->feeder->ended();
}

} // namespace seonchak::http
