// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/latency_histogram.h"

#include <deque>

namespace seonchak {

/// What a histogram recorded within the last second, from readings taken four times a second.
class LatencyWindow
{
public:
    /// `steadyNs` must not decrease; null counts restart the window. Count 0: nothing was recorded.
    LatencyHistogram::Summary add(qint64 steadyNs,
                                  const std::shared_ptr<const LatencyHistogram::Counts> &counts);

private:
    struct Counted
    {
        qint64 ns;
        std::shared_ptr<const LatencyHistogram::Counts> counts;
    };
    std::deque<Counted> m_counts;
};

} // namespace seonchak
