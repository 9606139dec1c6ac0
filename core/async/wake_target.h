// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/waker.h"

namespace seonchak {

/// Waits for changes that other threads make: `call` runs from the event loop of the thread that created this
/// object, after any of its wakers was used, and as long as this object exists. Several uses before the call
/// are one call, so it has to look at everything that it waits for. Register a waker first, then look: a
/// change in between is not missed.
class WakeTarget
{
public:
    explicit WakeTarget(std::function<void()> call)
        : m_waker(std::move(call))
    {
    }
    ~WakeTarget()
    {
        m_waker.m_state->isGone = true;
        m_waker.m_state->call = nullptr;
    }
    WakeTarget(const WakeTarget &) = delete;
    WakeTarget &operator=(const WakeTarget &) = delete;

    [[nodiscard]] const Waker &waker() const { return m_waker; }

private:
    const Waker m_waker;
};

} // namespace seonchak
