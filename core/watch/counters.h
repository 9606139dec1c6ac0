// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/per_thread.h"
#include "core/watch/answer_tempo.h"
#include "core/watch/issue_waits.h"
#include "core/watch/latency_histogram.h"

#include <QByteArray>

#include <array>
#include <atomic>

namespace seonchak {

/// Everything this process counts. What each counter means has one row in core/watch/counter_row.h, in the
/// order of the metrics.
enum class Counter {
    Valid,
    Already,
    SoldOut,
    TooEarly, ///< the sale is not open yet
    Closed,   ///< the sale is over
    PartnerFailed,
    InDoubt,
    InProgress,
    Rejected, ///< refused early: bad input, wrong token, foreign host
    Conflict, ///< the optimistic lock ran out of retries
    Unavailable,
    PartnerCalls,
    PartnerFailures,
    PartnerUnknown,
    StepCompensations, ///< of redis-lpop-compensate; the release script counts the saga's in Redis
    StepUsers,         ///< user keys set by the documents' steps; the commit script counts the saga's
    OptimisticRetries,
    LockWaitNs, ///< of the pessimistic lock, summed over its issues
    SettledIssued,
    SettledRestored,
    SetAside,
    Rebuilds,
    Count_, // number of counters
};

/// Thread-safe; counters only grow.
class Counters
{
public:
    void add(Counter counter, qint64 by = 1)
    {
        m_values.mine()[std::size_t(counter)].fetch_add(by, std::memory_order_relaxed);
    }
    [[nodiscard]] qint64 value(Counter counter) const
    {
        return m_values.sum([counter](const Values &values) {
            return values[std::size_t(counter)].load(std::memory_order_relaxed);
        });
    }

    /// Requests for a coupon, with any answer.
    [[nodiscard]] qint64 answered() const;

    LatencyHistogram issueLatency;
    IssueWaits issueWaits;
    AnswerTempo tempo;

    /// Codes popped by the documents' Redis steps, and how many of them the book has accounted for: the
    /// difference is in transit. A lossy step's lost codes leave transit too.
    alignas(64) std::atomic<qint64> popped{0};
    alignas(64) std::atomic<qint64> landed{0};

private:
    using Values = std::array<std::atomic<qint64>, std::size_t(Counter::Count_)>;
    PerThread<Values> m_values;
};

} // namespace seonchak
