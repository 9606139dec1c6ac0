// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/post_to_loop.h"

#include <atomic>
#include <memory>
#include <vector>

namespace seonchak {

/// Checks that the event loops still run. It posts a query to each of them; a hanging loop never answers. It
/// uses no clock: time is counted in ticks.
class Heartbeat
{
public:
    /// Ticks between two queries. A supervisor waits twice as long for a heartbeat.
    static constexpr int ticksPerBeat = 4;

    explicit Heartbeat(std::vector<PostToLoop> loops);
    /// Returns true if every loop has answered since it last returned true: send a heartbeat then.
    bool tick();

private:
    void ask();

    const std::vector<PostToLoop> m_loops;
    /// Shared with the answers, which may arrive after this object is destroyed.
    std::shared_ptr<std::atomic<std::size_t>> m_answers;
    int m_ticks = 0;
    bool m_asked = false;
};

} // namespace seonchak
