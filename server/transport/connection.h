// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "server/transport/exchange.h"
#include "server/transport/limits.h"
#include "server/transport/out_queue.h"
#include "server/transport/refusal.h"
#include "server/transport/request_framer.h"
#include "server/transport/response_writer.h"
#include "server/transport/stream.h"

#include <functional>
#include <memory>
#include <optional>

namespace seonchak::http {

class Poller;

/// What the connections of one worker share. Used only on the worker's thread.
struct ConnectionContext
{
    const Clock &clock;
    Poller &poller;
    ResponseWriter writer;
    SizeLimits sizes;
    TimeLimits times;
    std::shared_ptr<TransportBudget> budget;
    std::shared_ptr<InFlight> inFlight;
    Handler handler;
    RefusalAnswer refuse;
    std::function<bool(const Request &)> parsersAgree;
    std::function<void(quint64 id)> resumeLater; ///< calls resume() from the event loop
    std::function<void(quint64 id)> forget;      ///< drops the owner's reference
    /// Drops the connections, except `except`, whose clients have kept an answer waiting longest; returns
    /// false if there was none.
    std::function<bool(quint64 except)> dropSlowest;
    QByteArray scratch; ///< read buffer
    RepeatedValues repeatedValues = {};
    bool closing = false; ///< accept no request after the present one
};

/// One client's connection: reads bytes, passes complete requests to the handler, one at a time, and writes
/// the answers in order. Shared ownership lets a late reply find out that its client has gone.
class Connection final : public std::enable_shared_from_this<Connection>
{
public:
    /// Takes ownership of the (non-blocking) descriptor and of one slot of the budget.
    Connection(ConnectionContext &context, quint64 id, int descriptor, Peer peer);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// The poller events to register first.
    static quint32 firstInterest();
    void onEvents(quint32 events);
    /// Continues with requests that arrived while an answer was pending.
    void resume();
    /// Ends the connection if it has exceeded its time limit.
    void sweep(qint64 nowNs);
    /// Since when the client has kept an answer waiting (approximate, for comparison: earlier is slower);
    /// nullopt if it has not.
    [[nodiscard]] std::optional<qint64> slowSince() const;
    /// Closes immediately.
    void drop();
    /// For a worker that stops: reads what has arrived and closes if that was nothing.
    void closeIfIdle();
    /// Writes the answer to the present exchange; returns false if that exchange is over.
    [[nodiscard]] bool answer(const Exchange &exchange, Response response);
    void close();

    /// Adds to a streamed answer, see Stream.
    void feed(const std::function<void(OutQueue &)> &put);
    void endStream();
    [[nodiscard]] bool isDrained() const;

private:
    enum class Phase {
        Reading,   ///< reading a request, or waiting for one
        Answering, ///< the handler has it
        Writing,   ///< waiting for the client to take the answer
        Streaming, ///< an answer without an end
        Lingering, ///< everything is sent; waiting for the client to close
        Closed,
    };

    struct Streaming
    {
        std::shared_ptr<StreamFeeder> feeder;
        OutQueue queue;
        bool hasBegun = false;
        bool isPumping = false;
        bool isFull = false; ///< the kernel's send buffer is full
        bool isEnding = false;
    };

    void enter(Phase phase, qint64 limitMs);
    void onReadable();
    void onBytes(QByteArrayView bytes);
    void onEnd();
    [[nodiscard]] qsizetype consume(QByteArrayView bytes);
    void consumeCarried();
    void chargeRequest();
    void chargeCarried();
    void chargeAnswer();
    [[nodiscard]] bool payForHeld();
    void sayContinue();
    void dispatch();
    void refuse(Refusal refusal);
    void send(const Response &response, bool close);
    void flush();
    void onFull();
    void onAnswered();
    void linger();
    void beginStream();
    void pump();
    void leaveStream();
    void updateInterest();
    [[nodiscard]] bool isOpen() const { return m_phase != Phase::Closed; }

    ConnectionContext &m_context;
    const quint64 m_id;
    int m_descriptor;
    const Peer m_peer;

    Phase m_phase = Phase::Reading;
    qint64 m_deadlineNs = 0;
    quint32 m_interest;
    RequestFramer m_framer;
    QByteArray m_carried; ///< bytes received while an answer was pending
    qsizetype m_carriedUsed = 0;
    ByteAccount m_account;
    qint64 m_handlerBytes = 0; ///< of the request passed to the handler
    qint64 m_lingered = 0;     ///< bytes discarded
    std::shared_ptr<Exchange> m_exchange;
    QByteArray m_out;
    qsizetype m_written = 0;
    std::unique_ptr<Streaming> m_stream; ///< only if the present answer is a stream
    bool m_isHead = false;
    bool m_keepAlive = true;
    bool m_closeAfter = false;
    bool m_consuming = false;
    bool m_ended = false; ///< the client sends no more
};

} // namespace seonchak::http
