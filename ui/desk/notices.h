// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/watch/alarms.h"
#include "ui/desk/notifier.h"
#include "ui/desk/sale_phases.h"

#include <QCoreApplication>

#include <optional>

namespace seonchak {

struct Reading;

/// Notifications outside of the window: the stock is sold out, Redis or the database is unavailable, the
/// numbers do not add up, and configured alarms. Each is shown once when it becomes true; the state at the
/// first reading is not notified.
class Notices
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::Notices)
public:
    /// What is new in this reading, compared with the previous one.
    QList<Notice> take(const Reading &reading);

private:
    [[nodiscard]] std::optional<Notice> newsOf(SalePhase phase, const Reading &reading);
    bool isAnotherSellOut(SalePhase phase, const Reading &reading);
    static Notice soldOut(const Reading &reading);
    QList<Notice> newAlarms(const QList<RaisedAlarm> &raised);

    /// Shorter outages are not notified.
    static constexpr qint64 awayNs = 2'000'000'000;

    SalePhase m_told = SalePhase::Unknown;
    SalePhase m_beforeEmptied = SalePhase::Unknown; ///< the book reports the sell-out a moment later
    SalePhase m_seen = SalePhase::Unknown;          ///< the current phase and its start, if not notified yet
    qint64 m_seenNs = 0;
    std::optional<WallMs> m_since; ///< when the first reading was taken, by the sale's clock
    WallMs m_filling = 0;          ///< the filling whose end was last notified
    bool m_fillingAwaited = false; ///< notified before the book named the filling
    std::optional<bool> m_conserved;
    std::optional<QList<RaisedAlarm>> m_alarms; ///< at the previous reading
};

} // namespace seonchak
