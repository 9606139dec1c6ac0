// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/post_to_loop.h"

#include <atomic>
#include <memory>
#include <vector>

namespace seonchak {

/// Whether the event loops still turn. It asks each of them for an answer; a loop that hangs never gives it.
/// Without a clock: the ticks are its time.
class Heartbeat
{
public:
    /// Ticks between two questions. Twice as many are the time that a supervisor waits for a sign of life.
    static constexpr int ticksPerBeat = 4;

    explicit Heartbeat(std::vector<PostToLoop> loops);
    /// True where every loop has answered since the last true: the moment for a sign of life.
    bool tick();

private:
    void ask();

    const std::vector<PostToLoop> m_loops;
    /// Shared with the answers, which may come after this object's end.
    std::shared_ptr<std::atomic<std::size_t>> m_answers;
    int m_ticks = 0;
    bool m_asked = false;
};

} // namespace seonchak
