// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/ground/sale_options.h"
#include "core/newsale/shelf.h"

#include <stop_token>

namespace seonchak::newsale {

struct Order
{
    SaleOptions sale; ///< data dir, database, Redis and its prefix are used
    QString name;     ///< the old book's future name
    QString actor;    ///< for both audit trails
    AtStep at = {};   ///< for tests; empty: never stops
};

struct Begun
{
    Figures before;
    DatabaseUrl kept; ///< the old book
};

/// Ends a sale and begins an empty one: removes our keys from Redis, keeps the book under its name, puts an
/// empty one in its place. The caller must hold the lock of the data dir. After a crash at any moment the
/// next start finds either the old or the new book, intact, and rebuilds Redis from it. Blocks: call it on a
/// thread whose event loop may run. Conflict: something is open, the name is taken, or another program uses
/// the book; troubles that waiting does not solve name serviceTrouble. A failure changes nothing except
/// Redis, which is rebuilt.
Result<Begun> begin(const Order &order, const std::stop_token &stop = {});

} // namespace seonchak::newsale
