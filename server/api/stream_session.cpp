// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/stream_session.h"

#include "server/api/stream_desk.h"
#include "server/api/stream_words.h"

namespace seonchak::http {

namespace {
constexpr qsizetype entriesInOnePage = 100;
}

StreamSession::StreamSession(StreamDesk &desk, Sources sources, std::optional<quint64> after, quint64 newest)
    : m_desk(desk)
    , m_sources(std::move(sources))
    , m_cursor(after.value_or(newest))
    , m_isBehind(m_cursor != newest)
    , m_restarted(m_cursor > newest)
    , m_knowsCursor(after.has_value() && !m_restarted)
{
    if (m_restarted)
        m_cursor = 0;
}

void StreamSession::began(std::shared_ptr<Stream> stream)
{
    const auto self = shared_from_this();
    m_stream = std::move(stream);
    m_desk.add(self);
    // Sends something immediately, so that proxies see that the body has begun.
    m_stream->append(sse::comment("seonchak") + (m_restarted ? sse::restarted() : QByteArray()));
}

void StreamSession::ended()
{
    m_desk.remove(this);
}

void StreamSession::drained()
{
    if (m_isBehind)
        goOn();
}

void StreamSession::goOn()
{
    const EventPage page = m_sources.events(m_cursor, entriesInOnePage);
    const QByteArray words = sse::entries(page, m_cursor);
    m_cursor = page.next;
    m_isBehind = page.items.size() == entriesInOnePage;
    m_knowsCursor = m_knowsCursor || !page.items.isEmpty();
    m_stream->append(words);
}

void StreamSession::take(const StreamChunk &chunk)
{
    switch (chunk.kind) {
    case StreamChunk::Kind::Reading:
        if (chunk.to > m_cursor) // Arrived between the start of this stream and that of the feed.
            takeEntries({StreamChunk::Kind::Entries, {}, m_cursor, chunk.to});
        return takeReading(chunk.bytes);
    case StreamChunk::Kind::Entries:
        return takeEntries(chunk);
    case StreamChunk::Kind::Other:
        return m_stream->append(chunk.bytes);
    }
}

/// The first reading gives the client an id to resume from, in case it is cut before the first entry.
void StreamSession::takeReading(const QByteArray &bytes)
{
    if (std::exchange(m_knowsCursor, true))
        return m_stream->offer(bytes);
    m_stream->append("id: " + QByteArray::number(m_cursor) + '\n' + bytes);
}

void StreamSession::takeEntries(const StreamChunk &chunk)
{
    if (chunk.to <= m_cursor)
        return;
    const bool isDrained = m_stream->isDrained();
    const bool fits = chunk.from == m_cursor && !chunk.bytes.isEmpty();
    if (isDrained && fits && !m_isBehind) {
        m_cursor = chunk.to;
        m_knowsCursor = true;
        return m_stream->append(chunk.bytes);
    }
    m_isBehind = true;
    if (isDrained)
        goOn();
    else
        m_stream->passOver(chunk.bytes.size());
}

void StreamSession::check()
{
    if (!m_sources.mayStay())
        m_stream->end();
}

} // namespace seonchak::http
