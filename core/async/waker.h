// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task_home.h"

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace seonchak {

/// Has a WakeTarget's function called, from any thread. A copy may outlive the target and then does nothing.
class Waker
{
public:
    void wake() const
    {
        // What is pending will look after this moment, so it finds whatever was changed before.
        if (m_state->isGone || m_state->isPending.exchange(true))
            return;
        m_state->home->post([state = m_state] {
            state->isPending.exchange(false);
            const auto call = state->call; // A copy: the call may destroy the target.
            if (call)
                call();
        });
    }
    /// Whether the target has gone.
    [[nodiscard]] bool isVain() const { return m_state->isGone; }

private:
    friend class WakeTarget;
    struct State
    {
        std::shared_ptr<TaskHome> home = TaskHome::current();
        std::function<void()> call; ///< used on the home's thread; null once the target has gone
        std::atomic<bool> isPending = false;
        std::atomic<bool> isGone = false;
    };
    explicit Waker(std::function<void()> call)
        : m_state(std::make_shared<State>())
    {
        m_state->call = std::move(call);
    }

    std::shared_ptr<State> m_state;
};

} // namespace seonchak
