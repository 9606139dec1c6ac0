// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/request_framer.h"

#include "server/transport/head_rules.h"
#include "server/transport/request_target.h"

#include <algorithm>
#include <cstring>

namespace seonchak::http {

namespace {
constexpr qsizetype longestMethod = 32;
constexpr qsizetype chunkLine = 256;
constexpr qsizetype usualFields = 6;
constexpr qint64 firstReserve = 64 * 1024;
constexpr qint64 fieldCost = 112; ///< of a header line besides its characters: two small arrays
} // namespace

RequestFramer::RequestFramer(const SizeLimits &limits, RepeatedValues *repeated)
    : m_limits(limits)
    , m_repeated(repeated)
{
}

Request RequestFramer::take()
{
    Request request = std::move(m_request);
    *this = RequestFramer(m_limits, m_repeated);
    return request;
}

void RequestFramer::refuse(Refusal refusal)
{
    m_verdict = Verdict::Refused;
    m_refusal = refusal;
}

qsizetype RequestFramer::feed(QByteArrayView bytes)
{
    qsizetype used = 0;
    while (m_verdict == Verdict::NeedMore && used < bytes.size()) {
        // Data that cannot begin a request (a TLS handshake, say) is refused immediately: its line end may
        // never come.
        if (!std::exchange(m_started, true) && bytes[used] != '\r' && !rules::isToken(bytes.sliced(used, 1)))
            refuse(Refusal::BadRequestLine);
        else if (m_stage == Stage::FixedBody || m_stage == Stage::ChunkData)
            used += onBody(bytes.sliced(used));
        else
            onLineStage(bytes, &used);
    }
    return used;
}

RequestFramer::Line RequestFramer::readLine(QByteArrayView bytes, qsizetype *used, qsizetype limit)
{
    const auto rest = bytes.sliced(*used);
    const auto window = rest.first(std::min(rest.size(), limit - m_partial.size()));
    const auto *end =
        static_cast<const char *>(std::memchr(window.data(), '\n', static_cast<std::size_t>(window.size())));
    if (!end) {
        *used += window.size();
        m_partial.append(window);
        return window.size() < rest.size() ? Line::TooLong : Line::Partial;
    }
    const auto length = end - window.data();
    *used += length + 1;
    m_line = window.first(length);
    if (!m_partial.isEmpty())
        m_line = m_partial.append(m_line);
    return Line::Whole;
}

qsizetype RequestFramer::lineLimit() const
{
    switch (m_stage) {
    case Stage::RequestLine:
        return longestMethod + m_limits.target + 64;
    case Stage::ChunkSize:
        return chunkLine;
    case Stage::ChunkEnd:
        return 2;
    default:
        return m_limits.head - m_headBytes;
    }
}

void RequestFramer::onLineTooLong()
{
    if (m_stage == Stage::RequestLine) {
        const auto space = m_partial.indexOf(' ');
        const bool hasMethod = space > 0 && space <= longestMethod && rules::isToken(m_partial.first(space));
        refuse(hasMethod ? Refusal::TargetTooLong : Refusal::BadRequestLine);
    } else if (m_stage == Stage::HeaderLine || m_stage == Stage::TrailerLine) {
        refuse(Refusal::HeadTooLarge);
    } else {
        refuse(Refusal::BadChunk);
    }
}

void RequestFramer::onLineStage(QByteArrayView bytes, qsizetype *used)
{
    const auto outcome = readLine(bytes, used, lineLimit());
    if (outcome == Line::Partial)
        return;
    if (outcome == Line::TooLong)
        return onLineTooLong();
    const bool inHead = m_stage == Stage::HeaderLine || m_stage == Stage::TrailerLine;
    if (inHead)
        m_headBytes += m_line.size() + 1;
    if (!m_line.endsWith('\r')) {
        return refuse(m_stage == Stage::RequestLine ? Refusal::BadRequestLine
                      : inHead                      ? Refusal::BadHeader
                                                    : Refusal::BadChunk);
    }
    const auto line = m_line.chopped(1);
    switch (m_stage) {
    case Stage::RequestLine:
        onRequestLine(line);
        break;
    case Stage::HeaderLine:
        line.isEmpty() ? onHeadEnd() : onHeaderLine(line);
        break;
    case Stage::ChunkSize:
        onChunkSize(line);
        break;
    case Stage::ChunkEnd:
        line.isEmpty() ? void(m_stage = Stage::ChunkSize) : refuse(Refusal::BadChunk);
        break;
    default:
        onTrailerLine(line);
        break;
    }
    m_partial.resize(0);
}

void RequestFramer::onRequestLine(QByteArrayView line)
{
    // RFC 9112 2.2: one empty line before a request is accepted, because some old clients send it after a
    // body.
    if (line.isEmpty() && !std::exchange(m_skippedBlank, true)) {
        m_started = false;
        return;
    }
    const auto first = line.indexOf(' ');
    const auto second = first < 0 ? -1 : line.indexOf(' ', first + 1);
    if (second < 0 || first > longestMethod || !rules::isToken(line.first(first)))
        return refuse(Refusal::BadRequestLine);
    const auto target = line.sliced(first + 1, second - first - 1);
    m_request.method = rules::methodName(line.first(first));
    onVersion(line.sliced(second + 1));
    if (m_verdict == Verdict::Refused)
        return;
    if (target.size() > m_limits.target)
        return refuse(Refusal::TargetTooLong);
    onTarget(target);
}

void RequestFramer::onTarget(QByteArrayView text)
{
    auto target = RequestTarget::parse(text, m_request.method);
    if (!target)
        return refuse(Refusal::BadTarget);
    m_authority = std::move(target->authority);
    m_request.path = std::move(target->path);
    m_request.query = std::move(target->query);
    m_heldHead += text.size();
    m_stage = Stage::HeaderLine;
}

void RequestFramer::onVersion(QByteArrayView version)
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (version.size() != 8 || !version.startsWith("HTTP/") || !digit(version[5]) || version[6] != '.' ||
        !digit(version[7]))
        return refuse(Refusal::BadRequestLine);
    if (version[5] != '1' || version[7] > '1')
        return refuse(Refusal::UnknownVersion);
    m_http10 = version[7] == '0';
}

void RequestFramer::onHeaderLine(QByteArrayView line)
{
    const auto colon = line.indexOf(':');
    if (colon < 0 || !rules::isToken(line.first(colon)))
        return refuse(
            Refusal::BadHeader); // white space before the colon and folded lines are refused here as well
    const auto value = rules::trimmed(line.sliced(colon + 1));
    if (!rules::isFieldValue(value))
        return refuse(Refusal::BadHeader);
    if (m_request.headers.size() >= m_limits.fields)
        return refuse(Refusal::HeadTooLarge);
    const auto name = rules::fieldName(line.first(colon));
    if (m_request.headers.isEmpty())
        m_request.headers.reserve(usualFields);
    m_request.headers.append({name, m_repeated ? m_repeated->of(name, value) : value.toByteArray()});
    m_heldHead += line.size() + fieldCost;
    onField(name, value);
}

void RequestFramer::onField(const QByteArray &name, QByteArrayView value)
{
    if (name == "host") {
        const bool isNone = value.isEmpty() && m_http10; // as in HTTP/1.0 probes
        if (std::exchange(m_hasHost, true) || (!isNone && !rules::isHost(value)))
            refuse(Refusal::BadHost);
    } else if (name == "content-length") {
        onLengthField(value);
    } else if (name == "transfer-encoding") {
        onEncodingField(value);
    } else if (name == "connection") {
        onConnectionField(value);
    } else if (name == "expect") {
        (rules::equalsIgnoringCase(value, "100-continue") ? m_expectsContinue : m_expectsOther) = true;
    }
}

void RequestFramer::onLengthField(QByteArrayView value)
{
    const auto length = rules::contentLength(value);
    if (!length || m_length >= 0 || m_chunked)
        return refuse(Refusal::BadLength);
    m_length = *length;
}

void RequestFramer::onEncodingField(QByteArrayView value)
{
    if (m_chunked || m_length >= 0 || m_http10 || !rules::equalsIgnoringCase(value, "chunked"))
        return refuse(Refusal::BadLength);
    m_chunked = true;
}

void RequestFramer::onConnectionField(QByteArrayView value)
{
    m_saysClose = m_saysClose || rules::hasMember(value, "close");
    m_saysKeepAlive = m_saysKeepAlive || rules::hasMember(value, "keep-alive");
}

void RequestFramer::onHeadEnd()
{
    if (!m_hasHost && !m_http10)
        return refuse(Refusal::BadHost);
    useAuthority();
    if (m_expectsOther && !m_http10)
        return refuse(Refusal::UnknownExpectation);
    if (m_length > m_limits.body)
        return refuse(Refusal::BodyTooLarge);
    m_headBytes = 0; // trailers have a separate limit of the same size
    if (!m_chunked && m_length <= 0) {
        m_verdict = Verdict::Complete;
        return;
    }
    m_continueDue = m_expectsContinue && !m_http10;
    m_stage = m_chunked ? Stage::ChunkSize : Stage::FixedBody;
    m_bodyLeft = m_chunked ? 0 : m_length;
    m_request.body.reserve(std::min(m_bodyLeft, firstReserve)); // the length is only announced
}

/// RFC 9112 3.2.2: the authority of an absolute target replaces Host.
void RequestFramer::useAuthority()
{
    if (m_authority.isEmpty())
        return;
    for (auto &[name, value] : m_request.headers) {
        if (name == "host") {
            value = m_authority;
            return;
        }
    }
    m_request.headers.append({"host", m_authority});
}

qsizetype RequestFramer::onBody(QByteArrayView bytes)
{
    const auto taken = std::min<qint64>(m_bodyLeft, bytes.size());
    m_request.body.append(bytes.first(taken));
    m_bodyLeft -= taken;
    if (m_bodyLeft == 0) {
        if (m_stage == Stage::FixedBody)
            m_verdict = Verdict::Complete;
        else
            m_stage = Stage::ChunkEnd;
    }
    return taken;
}

void RequestFramer::onChunkSize(QByteArrayView line)
{
    const auto size = rules::chunkSize(line);
    if (!size)
        return refuse(Refusal::BadChunk);
    if (*size > m_limits.body - m_request.body.size())
        return refuse(Refusal::BodyTooLarge);
    m_bodyLeft = *size;
    m_stage = *size == 0 ? Stage::TrailerLine : Stage::ChunkData;
}

void RequestFramer::onTrailerLine(QByteArrayView line)
{
    if (line.isEmpty()) {
        m_verdict = Verdict::Complete;
        return;
    }
    const auto colon = line.indexOf(':');
    if (colon < 0 || !rules::isToken(line.first(colon)) || !rules::isFieldValue(line.sliced(colon + 1)))
        refuse(Refusal::BadHeader);
}

} // namespace seonchak::http
