// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/ground/sale_options.h"
#include "core/newsale/shelf.h"

#include <stop_token>

namespace seonchak::newsale {

struct Order
{
    SaleOptions sale; ///< data dir, database, Redis and its prefix count
    QString name;     ///< of the old book from then on
    QString actor;    ///< for both trails
    AtStep at = {};   ///< for tests; none: nothing stops it
};

struct Begun
{
    Figures before;
    DatabaseUrl kept; ///< the old book
};

/// Ends a sale and begins an empty one: takes our keys out of Redis, keeps the book under its name, puts an
/// empty one in its place. The caller holds the lock of the data dir. After a crash at any moment the next
/// start finds the old book or the new one, whole, and makes Redis anew from it. Blocks: on a thread whose
/// event loop may run. Conflict: something is open, the name is taken, or somebody else works on it; what
/// waiting does not mend names serviceTrouble. What fails has changed nothing but Redis, which is made anew.
Result<Begun> begin(const Order &order, const std::stop_token &stop = {});

} // namespace seonchak::newsale
