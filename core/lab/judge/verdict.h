// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/plan/opening.h"
#include "core/lab/plan/request.h"
#include "core/lab/plan/truth.h"

#include <array>

namespace seonchak::lab {

/// Percentiles of one outcome, in milliseconds.
struct Percentiles
{
    qint64 count = 0; ///< 0: the rest means nothing; -1: not measured, the client told no schedule
    double p50 = 0;
    double p90 = 0;
    double p95 = 0;
    double p99 = 0;
    double p999 = 0;
    double max = 0;
};
/// By nearest rank. Sorts its argument, which is in nanoseconds.
Percentiles percentilesOf(std::vector<qint64> &durations);

/// Latencies of one outcome, counted from the scheduled instant (corrected) and from the sending
/// (uncorrected).
struct Latency
{
    Percentiles corrected;
    Percentiles uncorrected;
};

/// How well the requests left at their instants.
struct Schedule
{
    qint64 count = -1;      ///< requests that had an instant; -1: not measured, the rest means nothing then
    qint64 punctual = 0;    ///< of them, sent no later than punctualNs after it
    qint64 worstLateNs = 0; ///< of those that were sent at all
    [[nodiscard]] double punctualShare() const { return double(punctual) / double(count); }
};
/// Not measured where the client told no schedule, and where each request was sent exactly at its instant: a
/// closed model writes down when it sent, and has nothing to be late for.
Schedule scheduleOf(const std::vector<Request> &requests);

/// What a run came to, derived from its records alone: requests on one side, the two stores on the other.
struct Verdict
{
    // The outcomes, as the clients saw them; they add up to `requests`.
    qint64 requests = 0;
    qint64 issued = 0;
    qint64 already = 0;
    qint64 soldOut = 0;
    qint64 storeFailed = 0;
    qint64 inDoubt = 0;
    qint64 conflict = 0;
    qint64 tooEarly = 0;
    qint64 errors = 0; ///< unavailable, in progress, no answer, never sent, senseless
    qint64 unsent = 0; ///< the part of `errors` that never left

    // The conservation sentence, from the stores.
    qint64 generated = 0;
    qint64 staged = 0;
    qint64 available = 0;
    qint64 pending = 0; ///< reserved or in doubt at rest
    qint64 issuedInBook = 0;
    qint64 voided = 0;
    qint64 lost = 0; ///< popped, not issued and not in stock
    [[nodiscard]] bool conserved() const
    {
        return generated == staged + available + pending + issuedInBook + voided;
    }

    // What must not happen.
    qint64 oversold = 0; ///< coupons handed out beyond the stock
    qint64 duplicates =
        0; ///< a code told to a second user, a second code told to a user, a code twice in the stock
    qint64 issuedEarly = 0; ///< told 200 before the opening that the run aimed at

    // Client × book × Redis.
    qint64 matched = 0;     ///< told 200, and the book agrees
    qint64 unbacked = 0;    ///< told 200, and the book has nobody for that code
    qint64 wrongHolder = 0; ///< told 200, and the book has another user for that code
    qint64 orphaned = 0;    ///< in the book as issued, and no client was told
    qint64 keyless = 0; ///< issued in the book, and Redis has no such user key (0 where Redis has no part)

    // Counted from the beginning of the run, or from the opening where it aimed at one.
    double sellOutSeconds = -1; ///< until the last coupon's answer; -1: the stock was not sold out
    double throughput = 0;      ///< answers a second, from the first scheduled instant to the last answer
    double issuedPerSecond = 0; ///< coupons issued a second until the last one
    Latency latencyIssued;
    Latency latencySoldOut;
    Latency latencyStoreFailed;
    Schedule schedule;
    OpeningFigures opening;

    [[nodiscard]] bool isSound() const
    {
        return conserved() && lost == 0 && oversold == 0 && duplicates == 0 && unbacked == 0 &&
               wrongHolder == 0 && issuedEarly == 0;
    }
};

/// `stock`: how many coupons there were to sell; 0: the strategy makes its own.
Verdict judge(const std::vector<Request> &requests, const Truth &truth, qint64 stock,
              const Opening &opening = {});

} // namespace seonchak::lab
