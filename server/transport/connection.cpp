// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/connection.h"

#include "core/async/short_lived.h"
#include "server/transport/poller.h"

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace seonchak::http {

namespace {

constexpr qsizetype mostCarried = 16 * 1024;
constexpr qint64 mostLingered = 64LL * 1024 * 1024;
constexpr qint64 nsPerMs = 1'000'000;
/// By default the kernel would buffer megabytes for a client that does not read.
constexpr int streamInKernel = 32 * 1024;
constexpr QByteArrayView continueAnswer = "HTTP/1.1 100 Continue\r\n\r\n";

bool isTemporary(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

Connection::Connection(ConnectionContext &context, quint64 id, int descriptor, Peer peer)
    : m_context(context)
    , m_id(id)
    , m_descriptor(descriptor)
    , m_peer(std::move(peer))
    , m_interest(firstInterest())
    , m_framer(context.sizes, &context.repeatedValues)
    , m_account(context.budget)
{
    enter(Phase::Reading, m_context.times.idle);
}

Connection::~Connection()
{
    close();
}

quint32 Connection::firstInterest()
{
    return EPOLLIN;
}

void Connection::enter(Phase phase, qint64 limitMs)
{
    m_phase = phase;
    m_deadlineNs = m_context.clock.steadyNs() + limitMs * nsPerMs;
}

void Connection::close()
{
    if (!isOpen())
        return;
    m_phase = Phase::Closed;
    ::close(std::exchange(m_descriptor, -1));
    m_context.budget->returnConnection();
    (void)m_account.hold(0);
    if (m_exchange && m_exchange->isAnswered())
        m_exchange->finish();
    m_exchange.reset();
    leaveStream();
    m_context.forget(m_id);
}

void Connection::drop()
{
    // Without lingering in the kernel: nobody is going to read the rest.
    const struct linger now{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close();
}

void Connection::sweep(qint64 nowNs)
{
    if (!isOpen() || nowNs < m_deadlineNs || (m_phase == Phase::Streaming && isDrained()))
        return;
    if (m_phase == Phase::Lingering)
        return close();
    if (m_phase != Phase::Reading)
        return drop();
    if (m_framer.started())
        return refuse(Refusal::TimedOut);
    linger(); // a request sent at the same moment gets an end, not a reset
    updateInterest();
}

std::optional<qint64> Connection::slowSince() const
{
    const bool isSlow = m_phase == Phase::Writing || (m_phase == Phase::Streaming && !isDrained());
    return isSlow ? std::optional(m_deadlineNs) : std::nullopt;
}

void Connection::closeIfIdle()
{
    if (m_phase == Phase::Reading && !m_framer.started())
        onReadable();
    if (m_phase == Phase::Reading && !m_framer.started())
        linger();
    if (m_phase == Phase::Streaming) {
        linger();
        updateInterest();
    }
}

void Connection::onEvents(quint32 events)
{
    if (events & (EPOLLERR | EPOLLHUP))
        return close();
    if (events & EPOLLOUT)
        m_phase == Phase::Streaming ? pump() : flush();
    if (isOpen() && (events & EPOLLIN))
        onReadable();
}

void Connection::updateInterest()
{
    if (!isOpen())
        return;
    const bool wantsMore = !m_ended && m_carried.size() - m_carriedUsed < mostCarried;
    const quint32 interest = (wantsMore ? EPOLLIN : 0U) | (slowSince() ? EPOLLOUT : 0U);
    if (interest != std::exchange(m_interest, interest))
        m_context.poller.change(m_descriptor, m_id, interest);
}

// --- what comes in ---

void Connection::onReadable()
{
    auto &scratch = m_context.scratch;
    const bool isAhead = m_phase == Phase::Answering || m_phase == Phase::Writing;
    const auto room = isAhead ? std::min(scratch.size(), mostCarried) : scratch.size();
    const auto count = ::recv(m_descriptor, scratch.data(), static_cast<std::size_t>(room), 0);
    if (count < 0 && isTemporary(errno))
        return;
    if (count < 0)
        return close();
    if (count == 0)
        onEnd();
    else
        onBytes(QByteArrayView(scratch).first(count));
    updateInterest();
}

void Connection::onBytes(QByteArrayView bytes)
{
    if (m_phase == Phase::Lingering || m_phase == Phase::Streaming) {
        m_lingered += bytes.size();
        if (m_lingered > mostLingered)
            close();
        return;
    }
    if (m_phase == Phase::Reading && m_carried.isEmpty()) {
        const auto used = consume(bytes);
        if (m_phase == Phase::Answering || m_phase == Phase::Writing)
            m_carried.append(bytes.sliced(used));
    } else {
        m_carried.remove(0, std::exchange(m_carriedUsed, 0));
        m_carried.append(bytes);
        consumeCarried();
    }
    chargeCarried();
}

void Connection::onEnd()
{
    // The client has finished sending; requests that arrived completely still get their answers.
    m_ended = true;
    if (m_phase == Phase::Reading)
        consumeCarried();
    if (m_phase == Phase::Reading || m_phase == Phase::Lingering)
        close();
}

void Connection::resume()
{
    consumeCarried();
    if (m_phase == Phase::Reading && m_ended)
        close();
    updateInterest();
}

void Connection::consumeCarried()
{
    m_carriedUsed += consume(QByteArrayView(m_carried).sliced(m_carriedUsed));
    const bool isUseless =
        m_phase == Phase::Lingering || m_phase == Phase::Closed || m_phase == Phase::Streaming;
    if (isUseless || m_carriedUsed == m_carried.size()) {
        m_carried = {};
        m_carriedUsed = 0;
    }
}

qsizetype Connection::consume(QByteArrayView bytes)
{
    m_consuming = true;
    qsizetype used = 0;
    while (m_phase == Phase::Reading && used < bytes.size()) {
        if (!m_framer.started())
            enter(Phase::Reading, m_context.times.request);
        used += m_framer.feed(bytes.sliced(used));
        switch (m_framer.verdict()) {
        case RequestFramer::Verdict::NeedMore:
            if (!m_framer.started())
                enter(Phase::Reading, m_context.times.idle); // it was an empty line
            chargeRequest();
            sayContinue();
            break;
        case RequestFramer::Verdict::Refused:
            refuse(m_framer.refusal());
            break;
        case RequestFramer::Verdict::Complete:
            dispatch();
            break;
        }
    }
    m_consuming = false;
    return used;
}

bool Connection::payForHeld()
{
    const auto streamed = m_stream ? m_stream->queue.held() : 0;
    return m_account.hold(m_framer.heldBytes() + m_handlerBytes + m_carried.size() + m_out.size() + streamed);
}

void Connection::chargeRequest()
{
    if (!payForHeld())
        refuse(Refusal::Overloaded);
}

void Connection::chargeCarried()
{
    if (m_carried.isEmpty() || payForHeld())
        return;
    // The present request gets its answer; what was sent after it is discarded.
    m_carried = {};
    m_carriedUsed = 0;
    m_keepAlive = false;
    m_closeAfter = true;
    (void)payForHeld();
}

void Connection::chargeAnswer()
{
    while (!payForHeld()) {
        if (!m_context.dropSlowest(m_id))
            return drop();
    }
}

void Connection::sayContinue()
{
    if (!m_framer.takeContinueDue() || m_framer.bodySize() > 0 || m_phase != Phase::Reading)
        return;
    // No other data is being sent now, so these few bytes fit or the connection is broken.
    const auto count = ::send(m_descriptor, continueAnswer.data(),
                              static_cast<std::size_t>(continueAnswer.size()), MSG_NOSIGNAL);
    if (count != continueAnswer.size())
        drop();
}

void Connection::dispatch()
{
    m_keepAlive = m_framer.keepAlive();
    if (!m_context.parsersAgree(m_framer.request()))
        return refuse(Refusal::ParsersDisagree);
    if (!payForHeld())
        return refuse(Refusal::Overloaded);
    const auto handed = m_framer.heldBytes();
    Request request = m_framer.take();
    request.peer = m_peer.address;
    request.local = m_peer.local;
    m_isHead = request.method == "HEAD";
    m_handlerBytes = handed;
    enter(Phase::Answering, m_context.times.handler);
    m_exchange =
        std::allocate_shared<Exchange>(ShortLivedAllocator<Exchange>(), weak_from_this(), m_context.inFlight);
    auto reply = [exchange = m_exchange](Response response) { exchange->answer(std::move(response)); };
    m_context.handler(std::move(request), ShortLivedCall(std::move(reply)));
}

// --- what goes out ---

void Connection::refuse(Refusal refusal)
{
    m_isHead = m_framer.request().method == "HEAD";
    const auto response = m_context.refuse(refusal, m_framer.request());
    m_framer = RequestFramer(m_context.sizes, &m_context.repeatedValues);
    send(response, true);
}

bool Connection::answer(const Exchange &exchange, Response response)
{
    if (m_phase != Phase::Answering || &exchange != m_exchange.get())
        return false;
    m_handlerBytes = 0;
    const bool streams = response.stream && !m_isHead;
    if (streams) {
        m_stream = std::make_unique<Streaming>();
        m_stream->feeder = response.stream;
    }
    send(response,
         streams || response.close || !m_keepAlive || m_context.closing || (m_ended && m_carried.isEmpty()));
    updateInterest();
    return true;
}

void Connection::send(const Response &response, bool close)
{
    m_closeAfter = close;
    m_out = m_context.writer.write(response, close ? Persistence::Close : Persistence::KeepAlive, m_isHead);
    m_written = 0;
    enter(Phase::Writing, m_context.times.write);
    flush();
}

void Connection::flush()
{
    while (m_written < m_out.size()) {
        const auto count = ::send(m_descriptor, m_out.constData() + m_written,
                                  static_cast<std::size_t>(m_out.size() - m_written), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return isTemporary(errno) ? onFull() : close();
        m_written += count;
    }
    m_out = {};
    (void)payForHeld();
    onAnswered();
    updateInterest();
}

/// The kernel's send buffer is full.
void Connection::onFull()
{
    chargeAnswer();
    updateInterest();
}

void Connection::onAnswered()
{
    if (const auto exchange = std::exchange(m_exchange, nullptr))
        exchange->finish();
    if (m_stream)
        return beginStream();
    if (m_closeAfter)
        return linger();
    enter(Phase::Reading, m_context.times.idle);
    if (!m_consuming && (!m_carried.isEmpty() || m_ended))
        m_context.resumeLater(m_id);
}

void Connection::linger()
{
    leaveStream();
    if (m_ended)
        return close();
    // Closing with unread bytes would reset the connection, and the client could lose the answer.
    ::shutdown(m_descriptor, SHUT_WR);
    if (!m_consuming) {
        m_carried = {};
        m_carriedUsed = 0;
    }
    enter(Phase::Lingering, m_context.times.linger);
}

// --- an answer without an end ---

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
