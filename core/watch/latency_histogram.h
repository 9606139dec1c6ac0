// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/per_thread.h"

#include <QtGlobal>

#include <array>
#include <atomic>
#include <memory>

namespace seonchak {

/// A histogram of durations with a relative error of at most 1/32 (buckets of equal width within each power
/// of two, as in G. Tene's HdrHistogram). Recording is wait-free and thread-safe; concurrent reads are
/// approximate.
class LatencyHistogram
{
public:
    void record(qint64 nanoseconds);

    struct Summary
    {
        quint64 count = 0;
        double p50 = 0; ///< milliseconds, like the others
        double p99 = 0;
        double max = 0;
    };
    [[nodiscard]] Summary summary() const;

private:
    static constexpr int subBits = 5;
    static constexpr int buckets = (64 - subBits) << subBits;

public:
    /// How often each duration was recorded up to one instant: 15 KB.
    using Counts = std::array<quint64, std::size_t(buckets)>;
    [[nodiscard]] std::shared_ptr<const Counts> counts() const;
    /// Summarises what one histogram recorded between two instants. `max` is the upper edge of the highest
    /// bucket.
    [[nodiscard]] static Summary between(const Counts &before, const Counts &after);

private:
    static int bucketOf(quint64 value);
    static quint64 upperEdge(int bucket);

    [[nodiscard]] quint64 count(std::size_t bucket) const
    {
        return m_recorded.sum(
            [bucket](const Recorded &recorded) { return recorded[bucket].load(std::memory_order_relaxed); });
    }

    using Recorded = std::array<std::atomic<quint64>, buckets>;
    PerThread<Recorded> m_recorded;
    std::atomic<quint64> m_max{0};
};

} // namespace seonchak
