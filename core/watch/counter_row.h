// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/row_per_value.h"
#include "core/watch/counters.h"

namespace seonchak {

/// Everything that depends on which counter it is. Each counter has one row.
struct CounterRow
{
    /// What one more of it means.
    enum class Means {
        Answer, ///< a request for a coupon was answered
        Barred, ///< a request was refused before it could ask for a coupon
        Other,
    };
    Counter counter;
    const char *field; ///< in the shared stats hash, and below `requests` in the status
    Means means = Means::Other;
    const char *outcome = nullptr; ///< with Answer and Barred: the label in seonchak_issue_requests_total
    const char *metric = nullptr;  ///< with Other: its metric, if it has one
    const char *help = nullptr;
    double unit = 1; ///< how many of the counter are 1 of the metric

    [[nodiscard]] constexpr bool isOfRequests() const { return means != Means::Other; }
};

/// In the order of the metrics.
inline constexpr auto counterRows = [] {
    using enum Counter;
    using enum CounterRow::Means;
    return std::to_array<CounterRow>({
        {Valid, "valid", Answer, "valid"},
        {Already, "already", Answer, "already"},
        {SoldOut, "soldOut", Answer, "sold_out"},
        {TooEarly, "tooEarly", Answer, "too_early"},
        {Closed, "closed", Answer, "closed"},
        {PartnerFailed, "storeFailed", Answer, "store_failed"},
        {InDoubt, "inDoubt", Answer, "in_doubt"},
        {InProgress, "inProgress", Answer, "in_progress"},
        {Rejected, "rejected", Barred, "rejected"},
        {Conflict, "conflict", Answer, "conflict"},
        {Unavailable, "unavailable", Answer, "unavailable"},
        {PartnerCalls,
         "storeCalls",
         Other,
         {},
         "seonchak_store_calls_total",
         "Calls to the convenience store"},
        {PartnerFailures,
         "storeFailures",
         Other,
         {},
         "seonchak_store_failures_total",
         "Calls the store refused"},
        {PartnerUnknown,
         "storeUnknown",
         Other,
         {},
         "seonchak_store_unknown_total",
         "Calls whose outcome is unknown"},
        {StepCompensations,
         "compensations",
         Other,
         {},
         "seonchak_compensations_total",
         "Coupons given back to the stock"},
        {StepUsers, "users"},
        {OptimisticRetries,
         "optimisticRetries",
         Other,
         {},
         "seonchak_optimistic_retries_total",
         "Retries of the optimistic lock"},
        {LockWaitNs,
         "lockWaitNs",
         Other,
         {},
         "seonchak_lock_wait_seconds_total",
         "Time issues have waited for the pessimistic lock, summed",
         1e9},
        {SettledIssued, "settledIssued"},
        {SettledRestored, "settledRestored"},
        {SetAside, "setAside"},
        {Rebuilds, "rebuilds", Other, {}, "seonchak_rebuilds_total", "Rebuilds of Redis from the database"},
    });
}();
static_assert(hasRowPerValue<&CounterRow::counter>(counterRows), "one row per counter, in their order");

[[nodiscard]] constexpr const CounterRow &rowOf(Counter counter)
{
    return counterRows[std::size_t(counter)];
}

} // namespace seonchak
