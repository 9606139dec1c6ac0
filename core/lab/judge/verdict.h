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
    qint64 count = 0; ///< 0: the rest is meaningless; -1: not measured, the client has no schedule
    double p50 = 0;
    double p90 = 0;
    double p95 = 0;
    double p99 = 0;
    double p999 = 0;
    double max = 0;
};
/// By nearest rank. Sorts its argument, in nanoseconds.
Percentiles percentilesOf(std::vector<qint64> &durations);

/// Latencies of one outcome, measured from the scheduled instant (corrected) and from the sending
/// (uncorrected).
struct Latency
{
    Percentiles corrected;
    Percentiles uncorrected;
};

/// How punctually the requests were sent.
struct Schedule
{
    qint64 count = -1;      ///< requests that had an instant; -1: not measured, then the rest is meaningless
    qint64 punctual = 0;    ///< of these, sent at most punctualNs late
    qint64 worstLateNs = 0; ///< of those that were sent
    [[nodiscard]] double punctualShare() const { return double(punctual) / double(count); }
};
/// Not measured if the client has no schedule, or if each request was sent exactly at its instant: a closed
/// model records when it sent, and cannot be late.
Schedule scheduleOf(const std::vector<Request> &requests);

/// The result of a run, derived only from its records: the requests and the two stores.
struct Verdict
{
    // The outcomes as seen by the clients; they add up to `requests`.
    qint64 requests = 0;
    qint64 issued = 0;
    qint64 already = 0;
    qint64 soldOut = 0;
    qint64 partnerFailed = 0;
    qint64 inDoubt = 0;
    qint64 conflict = 0;
    qint64 tooEarly = 0;
    qint64 errors = 0; ///< unavailable, in progress, no answer, never sent, invalid
    qint64 unsent = 0; ///< the part of `errors` that was never sent

    // The conservation sentence, from the stores.
    qint64 generated = 0;
    qint64 staged = 0;
    qint64 available = 0;
    qint64 pending = 0; ///< reserved or in doubt at rest
    qint64 issuedInBook = 0;
    qint64 voided = 0;
    qint64 lost = 0; ///< popped, but neither issued nor in stock
    [[nodiscard]] bool conserved() const
    {
        return generated == staged + available + pending + issuedInBook + voided;
    }

    // What must not happen.
    qint64 oversold = 0; ///< coupons issued beyond the stock
    qint64 duplicates =
        0; ///< a code given to a second user, a second code given to a user, a code twice in the stock
    qint64 issuedEarly = 0; ///< answered 200 before the run's opening

    // Client × book × Redis.
    qint64 matched = 0;     ///< answered 200, and the book agrees
    qint64 unbacked = 0;    ///< answered 200, but the book assigns the code to nobody
    qint64 wrongHolder = 0; ///< answered 200, but the book assigns the code to another user
    qint64 orphaned = 0;    ///< issued in the book, but no client was answered so
    qint64 keyless =
        0; ///< issued in the book, but without a user key in Redis (0 if the strategy does not use Redis)

    // Measured from the beginning of the run, or from its opening if it had one.
    double sellOutSeconds = -1; ///< until the last coupon's answer; -1: the stock was not sold out
    double throughput = 0;      ///< answers a second, from the first scheduled instant to the last answer
    double issuedPerSecond = 0; ///< coupons issued a second until the last one
    Latency latencyIssued;
    Latency latencySoldOut;
    Latency latencyPartnerFailed;
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
