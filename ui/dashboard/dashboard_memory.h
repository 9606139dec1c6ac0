// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/history.h"
#include "ui/dashboard/event_list.h"
#include "ui/dashboard/stock_work.h"
#include "ui/dashboard/trend_view.h"
#include "ui/port/under_way.h"

#include <QPointer>

#include <qcoro/qcorotask.h>

#include <array>

namespace seonchak {

struct Reading;

/// The dashboard's state that survives rebuilding the window in another language: the charts' history and
/// marks, the latest events, the work under way. Lives on the GUI thread.
class DashboardMemory : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    DashboardMemory(DeskPort &port, const Clock &clock, QObject *parent = nullptr);
    /// Takes each reading, before any page shows it.
    void take(const Reading &reading);

    History history;
    EventList events;
    StockWork work;    ///< generating and pushing
    StockWork voiding; ///< may take as long, and must not wait for the others
    StockWork brake;   ///< pausing, which must never wait
    const std::array<StockWork *, 3> works{&work, &voiding, &brake};
    /// The work that the window mentions if there is room for one: the shortest running one, else the one
    /// that ended last.
    [[nodiscard]] StockWork &foremost() const;
    History::Range range = History::Range::Minute;
    QList<TrendMark> marks;   ///< in order of arrival, the latest hundred
    WallMs sellOutReadAt = 0; ///< the filling whose end a person has dismissed
    UnderWay underWay;        ///< the other pages' work
    qint64 conservedAtMs = 0; ///< wall clock: when the numbers last added up; 0: not seen yet

private:
    static QCoro::Task<> askPast(QPointer<DashboardMemory> self, DeskPort &port);
    void noteMarks(const QList<Event> &events);
    void noteSellOut(const Reading &reading);
    void mark(TrendMark::Kind kind, WallMs at);
    [[nodiscard]] qint64 steadyOf(WallMs at) const;

    DeskPort &m_port;
    const Clock &m_clock;
    bool m_hasPast = false;   ///< for an attached window: requested since it connected
    WallMs m_soldOutTurn = 0; ///< the filling of the last sell-out mark
};

} // namespace seonchak
