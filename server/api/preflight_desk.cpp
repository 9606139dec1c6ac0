// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/preflight_desk.h"

#include <utility>

namespace seonchak::http {

PreflightDesk::PreflightDesk(std::optional<doctor::Surroundings> surroundings)
    : m_surroundings(std::move(surroundings))
{
}

PreflightDesk::~PreflightDesk()
{
    stop();
}

Promised<Result<PreflightDesk::Checks>> PreflightDesk::look(doctor::Tongue tongue)
{
    const Promised<Result<Checks>> answer;
    if (!m_surroundings || m_stop.stop_requested()) {
        answer.deliver(failure(Trouble::Unavailable, QStringLiteral("nothing can be examined now")));
        return answer;
    }
    {
        const std::lock_guard hold(m_mutex);
        auto &waiting = m_waiting.at(std::size_t(tongue));
        waiting.push_back(answer);
        if (waiting.size() > 1)
            return answer;
    }
    m_pool.start([this, tongue] { examine(tongue); });
    return answer;
}

void PreflightDesk::stop()
{
    m_stop.request_stop();
    for (const auto tongue : {doctor::Tongue::English, doctor::Tongue::Korean})
        answer(tongue, failure(Trouble::Unavailable, QStringLiteral("the examination was ended")));
}

void PreflightDesk::examine(doctor::Tongue tongue)
{
    const Checks found = doctor::examine(*m_surroundings, tongue, {m_stop.get_token(), {}});
    // A partial list must not pass as complete.
    if (m_stop.stop_requested())
        return answer(tongue, failure(Trouble::Unavailable, QStringLiteral("the examination was ended")));
    answer(tongue, found);
}

void PreflightDesk::answer(doctor::Tongue tongue, const Result<Checks> &checks)
{
    std::vector<Promised<Result<Checks>>> waiting;
    {
        const std::lock_guard hold(m_mutex);
        waiting = std::exchange(m_waiting.at(std::size_t(tongue)), {});
    }
    for (const auto &one : waiting)
        one.deliver(checks);
}

} // namespace seonchak::http
