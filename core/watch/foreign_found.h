// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace seonchak {

/// Keys below our prefix that another program wrote: Redis has no mark of ours, and the book does not know
/// what they hold.
struct ForeignFound
{
    qint64 codes = 0;         ///< in the list of the stock
    qint64 users = 0;         ///< user keys
    qint64 others = 0;        ///< keys of other names, or of a type that we cannot read
    bool anotherBook = false; ///< another database of Seonchak has left its mark

    bool operator==(const ForeignFound &) const = default;
};

} // namespace seonchak
