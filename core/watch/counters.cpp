// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/counters.h"

namespace seonchak {

const char *counterField(Counter counter)
{
    switch (counter) {
    case Counter::Valid:
        return "valid";
    case Counter::Already:
        return "already";
    case Counter::SoldOut:
        return "soldOut";
    case Counter::StoreFailed:
        return "storeFailed";
    case Counter::InDoubt:
        return "inDoubt";
    case Counter::InProgress:
        return "inProgress";
    case Counter::Rejected:
        return "rejected";
    case Counter::Unavailable:
        return "unavailable";
    case Counter::Conflict:
        return "conflict";
    case Counter::StoreCalls:
        return "storeCalls";
    case Counter::StoreFailures:
        return "storeFailures";
    case Counter::StoreUnknown:
        return "storeUnknown";
    case Counter::StepCompensations:
        return "compensations";
    case Counter::StepUsers:
        return "users";
    case Counter::OptimisticRetries:
        return "optimisticRetries";
    case Counter::SettledIssued:
        return "settledIssued";
    case Counter::SettledRestored:
        return "settledRestored";
    case Counter::SetAside:
        return "setAside";
    case Counter::Rebuilds:
        return "rebuilds";
    case Counter::Count_:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace seonchak
