// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <utility>

namespace seonchak {

/// The backoff between tries to connect to a database: doubled each time, up to a second.
class RetryPause
{
public:
    std::chrono::milliseconds next() { return std::exchange(m_pause, std::min(2 * m_pause, most)); }
    void reset() { m_pause = first; }

private:
    static constexpr std::chrono::milliseconds first{50};
    static constexpr std::chrono::milliseconds most{1000};
    std::chrono::milliseconds m_pause = first;
};

} // namespace seonchak
