// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/history.h"
#include "core/watch/latency_histogram.h"

#include <memory>
#include <mutex>
#include <vector>

namespace seonchak {

struct Status;

/// The server's history of its readings, for charts that open later: one sample a second of the last hour. At
/// most about 300 KB. Thread-safe.
class ReadingLog
{
public:
    static constexpr std::size_t most = 3600;
    static constexpr qint64 periodNs = 1'000'000'000;

    /// Times and percentiles cover the issues since the previous reading. Call it from one thread.
    void add(const Status &status, qint64 steadyNs);
    /// The samples after `sinceNs`, oldest first. Samples of one slot of `stepNs` are merged, see
    /// Sample::merged().
    [[nodiscard]] QList<Sample> since(qint64 sinceNs, qint64 stepNs = periodNs) const;

private:
    void put(const Sample &sample);

    mutable std::mutex m_mutex;
    std::vector<Sample> m_samples; ///< a ring: the oldest is at m_first
    std::size_t m_first = 0;
    qint64 m_lastNs = 0;
    std::shared_ptr<const LatencyHistogram::Counts> m_counts; ///< of the previous reading
};

} // namespace seonchak
