// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/stream_desk.h"

#include "server/api/stream_session.h"
#include "server/api/stream_source.h"

namespace seonchak::http {

namespace {
constexpr int checkPeriodMs = 500; ///< a revoked token ends its streams within two seconds
}

StreamDesk::StreamDesk(StreamSource &source)
    : m_source(source)
{
    QObject::connect(&m_checks, &QTimer::timeout, &m_checks, [this] {
        for (const auto &session : std::vector(m_sessions)) // A session that ends leaves the list.
            session->check();
    });
}

void StreamDesk::add(std::shared_ptr<StreamSession> session)
{
    m_sessions.push_back(std::move(session));
    if (m_sessions.size() > 1)
        return;
    m_checks.start(checkPeriodMs);
    m_source.listen(weak_from_this());
}

void StreamDesk::remove(const StreamSession *session)
{
    std::erase_if(m_sessions, [session](const auto &one) { return one.get() == session; });
    if (!m_sessions.empty())
        return;
    m_checks.stop();
    m_source.leave(this);
}

void StreamDesk::take(const StreamChunk &chunk)
{
    for (const auto &session : std::vector(m_sessions)) // A session that is cut leaves the list.
        session->take(chunk);
}

} // namespace seonchak::http
