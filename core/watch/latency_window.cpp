// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/latency_window.h"

namespace seonchak {

namespace {
constexpr qint64 latencyWindowNs = 1'150'000'000; ///< four intervals: a second
}

LatencyHistogram::Summary LatencyWindow::add(qint64 steadyNs,
                                             const std::shared_ptr<const LatencyHistogram::Counts> &counts)
{
    if (!counts) {
        m_counts.clear();
        return {};
    }
    m_counts.push_back({steadyNs, counts});
    // Readings come a little late, never early. After a pause the measurement starts again.
    while (m_counts.front().ns < steadyNs - latencyWindowNs)
        m_counts.pop_front();
    return LatencyHistogram::between(*m_counts.front().counts, *m_counts.back().counts);
}

} // namespace seonchak
