// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/heartbeat.h"

namespace seonchak {

Heartbeat::Heartbeat(std::vector<PostToLoop> loops)
    : m_loops(std::move(loops))
{
    ask();
}

void Heartbeat::ask()
{
    m_answers = std::make_shared<std::atomic<std::size_t>>(0);
    m_asked = true;
    m_ticks = 0;
    for (const auto &post : m_loops)
        post([answers = m_answers] { answers->fetch_add(1); });
}

bool Heartbeat::tick()
{
    ++m_ticks;
    const bool allAnswered = m_asked && m_answers->load() == m_loops.size();
    if (allAnswered)
        m_asked = false;
    if (!m_asked && m_ticks >= ticksPerBeat)
        ask();
    return allAnswered;
}

} // namespace seonchak
