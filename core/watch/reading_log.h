// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/history.h"
#include "core/watch/latency.h"

#include <memory>
#include <mutex>
#include <vector>

namespace seonchak {

struct Status;

/// The server's own memory of its readings, for charts that begin later: one sample a second of the last
/// hour. About 300 KB, and it never grows past that. Thread-safe.
class ReadingLog
{
public:
    static constexpr std::size_t most = 3600;
    static constexpr qint64 periodNs = 1'000'000'000;

    /// Times and percentiles are of the issues since the reading before. From one thread.
    void add(const Status &status, qint64 steadyNs);
    /// Those after `sinceNs`, oldest first. Those of one slot of `stepNs` become one, see Sample::merged().
    [[nodiscard]] QList<Sample> since(qint64 sinceNs, qint64 stepNs = periodNs) const;

private:
    void put(const Sample &sample);

    mutable std::mutex m_mutex;
    std::vector<Sample> m_samples; ///< a ring: the oldest stands at m_first
    std::size_t m_first = 0;
    qint64 m_lastNs = 0;
    std::shared_ptr<const LatencyHistogram::Counts> m_counts; ///< of the reading before
};

} // namespace seonchak
