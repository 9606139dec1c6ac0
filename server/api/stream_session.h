// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/event_log.h"
#include "server/api/stream_chunk.h"
#include "server/transport/stream.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace seonchak::http {

class StreamDesk;

/// One client of GET /api/v1/stream. Entries are not kept for it: it has a place in the log of events, and
/// gets the next ones when it has taken the last. Lives on its worker's thread.
class StreamSession final : public StreamFeeder, public std::enable_shared_from_this<StreamSession>
{
public:
    struct Sources
    {
        std::function<EventPage(quint64 after, qsizetype most)> events;
        std::function<bool()> mayStay;             ///< false: what it was let in with is not valid any more
        std::vector<std::shared_ptr<void>> places; ///< given back with the session
    };
    /// Begins after the serial `after`, or with what is new after `newest`. Where `after` is beyond that, it
    /// is of an earlier run: the client is told, and gets all of this one. The desk outlives it.
    StreamSession(StreamDesk &desk, Sources sources, std::optional<quint64> after, quint64 newest);

    void began(std::shared_ptr<Stream> stream) override;
    void drained() override;
    void ended() override;

    void take(const StreamChunk &chunk);
    /// Ends the stream unless it may stay.
    void check();

private:
    void takeReading(const QByteArray &bytes);
    void takeEntries(const StreamChunk &chunk);
    void goOn();

    StreamDesk &m_desk;
    const Sources m_sources;
    std::shared_ptr<Stream> m_stream;
    quint64 m_cursor;   ///< the last serial that was sent
    bool m_isBehind;    ///< there are later ones in the log
    bool m_restarted;   ///< to be told at the beginning
    bool m_knowsCursor; ///< the client has an id to resume from
};

} // namespace seonchak::http
