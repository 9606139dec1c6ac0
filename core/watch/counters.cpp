// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/counters.h"

namespace seonchak {

namespace {
struct Row
{
    Counter counter;
    const char *field;
};
constexpr std::array<Row, std::size_t(Counter::Count_)> table{{
    {Counter::Valid, "valid"},
    {Counter::Already, "already"},
    {Counter::SoldOut, "soldOut"},
    {Counter::StoreFailed, "storeFailed"},
    {Counter::InDoubt, "inDoubt"},
    {Counter::InProgress, "inProgress"},
    {Counter::Rejected, "rejected"},
    {Counter::Unavailable, "unavailable"},
    {Counter::Conflict, "conflict"},
    {Counter::TooEarly, "tooEarly"},
    {Counter::Closed, "closed"},
    {Counter::StoreCalls, "storeCalls"},
    {Counter::StoreFailures, "storeFailures"},
    {Counter::StoreUnknown, "storeUnknown"},
    {Counter::StepCompensations, "compensations"},
    {Counter::StepUsers, "users"},
    {Counter::OptimisticRetries, "optimisticRetries"},
    {Counter::LockWaitNs, "lockWaitNs"},
    {Counter::SettledIssued, "settledIssued"},
    {Counter::SettledRestored, "settledRestored"},
    {Counter::SetAside, "setAside"},
    {Counter::Rebuilds, "rebuilds"},
}};
static_assert(
    [] {
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (table[i].counter != Counter(i) || !table[i].field)
                return false;
        }
        return true;
    }(),
    "one row per counter, in the order of the enumeration");
} // namespace

const char *counterField(Counter counter)
{
    return table[std::size_t(counter)].field;
}

} // namespace seonchak
