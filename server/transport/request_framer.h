// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/limits.h"
#include "server/transport/message.h"
#include "server/transport/refusal.h"

#include <utility>

namespace seonchak::http {

/// Finds where a request ends, byte by byte and beyond doubt, or refuses it. A pure state machine: no
/// sockets, no clock. What it says depends on the bytes alone, never on how they were cut into pieces.
class RequestFramer
{
public:
    enum class Verdict { NeedMore, Complete, Refused };

    explicit RequestFramer(const SizeLimits &limits = {});

    /// Reads on and returns how many bytes it took: all of them, unless the request ended or was refused
    /// before. After Complete nothing is taken until take(), after Refused never again.
    qsizetype feed(QByteArrayView bytes);

    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    [[nodiscard]] Refusal refusal() const { return m_refusal; }
    /// The request as far as it was read. Headers are in their order; trailers are read, checked and dropped.
    [[nodiscard]] const Request &request() const { return m_request; }
    /// Whether a byte of the present request has come; an empty line before it is none.
    [[nodiscard]] bool started() const { return m_started; }
    /// Whether the client wants to keep the connection after this request.
    [[nodiscard]] bool keepAlive() const { return m_http10 ? m_saysKeepAlive && !m_saysClose : !m_saysClose; }
    /// True once per request, when its head is accepted, its body is still to come and the client waits for
    /// the word to send it.
    [[nodiscard]] bool takeContinueDue() { return std::exchange(m_continueDue, false); }
    /// Bytes of body held so far.
    [[nodiscard]] qint64 bodySize() const { return m_request.body.size(); }
    /// About how much memory the request takes so far.
    [[nodiscard]] qint64 heldBytes() const { return m_heldHead + m_partial.size() + m_request.body.size(); }

    /// Hands over the complete request and starts on the next.
    [[nodiscard]] Request take();

private:
    enum class Stage { RequestLine, HeaderLine, FixedBody, ChunkSize, ChunkData, ChunkEnd, TrailerLine };
    enum class Line { Partial, Whole, TooLong };

    Line readLine(QByteArrayView bytes, qsizetype *used, qsizetype limit);
    void refuse(Refusal refusal);

    void onLineStage(QByteArrayView bytes, qsizetype *used);
    [[nodiscard]] qsizetype lineLimit() const;
    void onLineTooLong();
    void onRequestLine(QByteArrayView line);
    void onVersion(QByteArrayView version);
    void onTarget(QByteArrayView target);
    void onHeaderLine(QByteArrayView line);
    void onField(const QByteArray &name, QByteArrayView value);
    void onLengthField(QByteArrayView value);
    void onEncodingField(QByteArrayView value);
    void onConnectionField(QByteArrayView value);
    void onHeadEnd();
    void useAuthority();
    void onChunkSize(QByteArrayView line);
    void onTrailerLine(QByteArrayView line);
    qsizetype onBody(QByteArrayView bytes);

    SizeLimits m_limits;
    Verdict m_verdict = Verdict::NeedMore;
    Refusal m_refusal = Refusal::BadRequestLine;
    Request m_request;

    Stage m_stage = Stage::RequestLine;
    QByteArray m_partial; ///< a line whose end has not come
    QByteArrayView
        m_line; ///< the line just read, without its line feed; into m_partial or the caller's bytes
    QByteArray m_authority; ///< of a target in absolute form
    qsizetype m_headBytes = 0;
    qint64 m_heldHead = 0;
    qint64 m_bodyLeft = 0; ///< of the body or of the chunk
    qint64 m_length = -1;
    bool m_started = false;
    bool m_skippedBlank = false;
    bool m_http10 = false;
    bool m_chunked = false;
    bool m_hasHost = false;
    bool m_saysClose = false;
    bool m_saysKeepAlive = false;
    bool m_continueDue = false;
    bool m_expectsContinue = false;
    bool m_expectsOther = false;
};

} // namespace seonchak::http
