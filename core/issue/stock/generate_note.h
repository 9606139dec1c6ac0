// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_cut.h"
#include "core/issue/ground/stock_orders.h"

#include <optional>
#include <vector>

namespace seonchak {

/// What the book stores with an act that generates coupons, so that it can be finished or undone after a cut.
struct GenerateNote
{
    std::optional<GenerateOrder> order; ///< none in acts of older programs
    std::vector<book::IdSpan> spans;    ///< what the act made, where no push records it; each joins the last

    /// Adds a span, as a part of the last one if it follows it.
    void join(const book::IdSpan &made);
    [[nodiscard]] QByteArray toBytes() const;
    /// Empty if the bytes are malformed.
    static GenerateNote parse(const QByteArray &bytes);
    /// Adds to the act's note what a slice made: `codes` with ids above `above`. Does nothing without an act.
    static Result<void> noteMade(Session &session, const QString &act, const QList<QByteArray> &codes,
                                 CouponId above);
};

} // namespace seonchak
