// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/stock_parts.h"

namespace seonchak {

Result<void> StockParts::mayPush() const
{
    if (isBookAlone() || readiness.isOpen())
        return {};
    return failure(Trouble::Unavailable,
                   QStringLiteral("Redis is away or being rebuilt: nothing can be pushed now"));
}

Result<void> StockParts::mayChange() const
{
    if (isBookAlone() || readiness.isOpen())
        return {};
    return failure(Trouble::Unavailable,
                   QStringLiteral("Redis is away or being rebuilt: no coupon can be changed now"));
}

std::unexpected<Error> StockParts::rebuildFirst(qint64 generation) const
{
    readiness.reportStale(generation);
    return failure(Trouble::Unavailable, QStringLiteral("Redis is to be rebuilt first"));
}

} // namespace seonchak
