// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/stream_chunk.h"

#include <QTimer>

#include <memory>
#include <vector>

namespace seonchak::http {

class StreamSession;
class StreamSource;

/// The streams of one worker. Lives on its thread.
class StreamDesk : public std::enable_shared_from_this<StreamDesk>
{
public:
    /// `source` must outlive it.
    explicit StreamDesk(StreamSource &source);
    StreamDesk(const StreamDesk &) = delete;
    StreamDesk &operator=(const StreamDesk &) = delete;

    void add(std::shared_ptr<StreamSession> session);
    void remove(const StreamSession *session);
    void take(const StreamChunk &chunk);

private:
    StreamSource &m_source;
    std::vector<std::shared_ptr<StreamSession>> m_sessions;
    QTimer m_checks;
};

} // namespace seonchak::http
