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

/// One client of GET /api/v1/stream. It has no buffer of entries: it keeps a position in the log of events,
/// and sends the next ones when the client has taken the last. Lives on its worker's thread.
class StreamSession final : public StreamFeeder, public std::enable_shared_from_this<StreamSession>
{
public:
    struct Sources
    {
        std::function<EventPage(quint64 after, qsizetype most)> events;
        std::function<bool()> mayStay; ///< returns false once the client's credentials are no longer valid
        std::vector<std::shared_ptr<void>> places; ///< released with the session
    };
    /// Starts after the serial `after`, or with events newer than `newest`. An `after` beyond `newest` is
    /// from an earlier run: the client is informed, and gets all events of this run. The desk must outlive
    /// it.
    StreamSession(StreamDesk &desk, Sources sources, std::optional<quint64> after, quint64 newest);

    void began(std::shared_ptr<Stream> stream) override;
    void drained() override;
    void ended() override;

    void take(const StreamChunk &chunk);
    /// Ends the stream if the client may no longer stay.
    void check();

private:
    void takeReading(const QByteArray &bytes);
    void takeEntries(const StreamChunk &chunk);
    void goOn();

    StreamDesk &m_desk;
    const Sources m_sources;
    std::shared_ptr<Stream> m_stream;
    quint64 m_cursor;   ///< the last serial sent
    bool m_isBehind;    ///< the log has later ones
    bool m_restarted;   ///< reported at the start
    bool m_knowsCursor; ///< the client has an id to resume from
};

} // namespace seonchak::http
