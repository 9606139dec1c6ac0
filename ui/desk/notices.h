// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/watch/alarms.h"
#include "ui/desk/notifier.h"
#include "ui/desk/sale_phase.h"

#include <QCoreApplication>

#include <optional>

namespace seonchak {

struct Reading;

/// What is told outside of the window: that the stock is sold out, that Redis or the database is away, that
/// the numbers do not add up, and what alarms were asked for besides. Each once when it comes true; what is
/// so at the first reading is no news.
class Notices
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::Notices)
public:
    /// What this reading brings, compared with the one before.
    QList<Notice> take(const Reading &reading);

private:
    [[nodiscard]] std::optional<Notice> newsOf(SalePhase phase, const Reading &reading);
    bool isAnotherSellOut(SalePhase phase, const Reading &reading);
    static Notice soldOut(const Reading &reading);
    QList<Notice> newAlarms(const QList<RaisedAlarm> &raised);

    /// What goes away for less is not told.
    static constexpr qint64 awayNs = 2'000'000'000;

    SalePhase m_told = SalePhase::Unknown;
    SalePhase m_beforeEmptied = SalePhase::Unknown; ///< that the book calls it sold out comes a moment later
    SalePhase m_seen = SalePhase::Unknown;          ///< and since when, where it is not told yet
    qint64 m_seenNs = 0;
    std::optional<WallMs> m_since; ///< when the first reading was taken, by the clock of the sale
    WallMs m_filling = 0;          ///< whose end was the last to be told
    bool m_fillingAwaited = false; ///< it was told before the book had named it
    std::optional<bool> m_conserved;
    std::optional<QList<RaisedAlarm>> m_alarms; ///< at the reading before
};

} // namespace seonchak
