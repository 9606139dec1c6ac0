// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/limits.h"
#include "server/transport/message.h"
#include "server/transport/refusal.h"
#include "server/transport/repeated_values.h"

#include <utility>

namespace seonchak::http {

/// Finds the end of a request, byte by byte and unambiguously, or refuses it. A pure state machine: no
/// sockets, no clock. The result depends only on the bytes, never on how they were split.
class RequestFramer
{
public:
    enum class Verdict { NeedMore, Complete, Refused };

    /// `repeated`, which must outlive this object, saves copies of header values.
    explicit RequestFramer(const SizeLimits &limits = {}, RepeatedValues *repeated = nullptr);

    /// Reads on and returns how many bytes it consumed: all, unless the request ended or was refused before.
    /// After Complete nothing is consumed until take(), after Refused never again.
    qsizetype feed(QByteArrayView bytes);

    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    [[nodiscard]] Refusal refusal() const { return m_refusal; }
    /// The request as far as it was read. Headers are in order; trailers are read, checked and dropped.
    [[nodiscard]] const Request &request() const { return m_request; }
    /// Whether a byte of the present request has arrived; a preceding empty line does not count.
    [[nodiscard]] bool started() const { return m_started; }
    /// Whether the client wants to keep the connection after this request.
    [[nodiscard]] bool keepAlive() const { return m_http10 ? m_saysKeepAlive && !m_saysClose : !m_saysClose; }
    /// Returns true once per request, when its head is accepted, its body is outstanding and the client waits
    /// for 100 Continue.
    [[nodiscard]] bool takeContinueDue() { return std::exchange(m_continueDue, false); }
    /// Bytes of body held so far.
    [[nodiscard]] qint64 bodySize() const { return m_request.body.size(); }
    /// The approximate memory that the request uses so far.
    [[nodiscard]] qint64 heldBytes() const { return m_heldHead + m_partial.size() + m_request.body.size(); }

    /// Returns the complete request and starts on the next.
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
    RepeatedValues *m_repeated;
    Verdict m_verdict = Verdict::NeedMore;
    Refusal m_refusal = Refusal::BadRequestLine;
    Request m_request;

    Stage m_stage = Stage::RequestLine;
    QByteArray m_partial; ///< an incomplete line
    QByteArrayView
        m_line; ///< the line just read, without its line feed; points into m_partial or the caller's bytes
    QByteArray m_authority; ///< of an absolute-form target
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
