// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace seonchak {

/// Keys with our prefix that another program wrote: Redis has no mark of ours, and the book does not know
/// their content.
struct ForeignFound
{
    qint64 codes = 0;         ///< in the list of the stock
    qint64 users = 0;         ///< user keys
    qint64 others = 0;        ///< keys with other names, or of a type that we cannot read
    bool anotherBook = false; ///< the mark of another Seonchak database was found

    bool operator==(const ForeignFound &) const = default;
};

} // namespace seonchak
