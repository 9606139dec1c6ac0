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

void PreflightDesk::examine(doctor::Tongue tongue)
{
    const Checks found = doctor::examine(*m_surroundings, tongue, {m_stop.get_token(), {}});
    // A part of the list is no pass.
    const Result<Checks> answer =
        m_stop.stop_requested()
            ? Result<Checks>(failure(Trouble::Unavailable, QStringLiteral("the examination was ended")))
            : Result<Checks>(found);
    std::vector<Promised<Result<Checks>>> waiting;
    {
        const std::lock_guard hold(m_mutex);
        waiting = std::exchange(m_waiting.at(std::size_t(tongue)), {});
    }
    for (const auto &one : waiting)
        one.deliver(answer);
}

} // namespace seonchak::http
