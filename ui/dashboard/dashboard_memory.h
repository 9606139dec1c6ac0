// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dashboard/event_list.h"
#include "ui/dashboard/stock_work.h"
#include "ui/port/history.h"

namespace seonchak {

struct Reading;

/// What the dashboard knows and must not forget when the window is built anew for another language: the
/// charts' history, the latest events, the work under way. Lives on the GUI thread.
class DashboardMemory : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    DashboardMemory(DeskPort &port, const Clock &clock, QObject *parent = nullptr);
    /// Of each reading, before any page shows it.
    void take(const Reading &reading);

    History history;
    EventList events;
    StockWork work;  ///< what takes long
    StockWork brake; ///< pausing and voiding, which never wait for the other
    History::Range range = History::Range::Minute;
    qint64 conservedAtMs = 0; ///< wall clock: when the numbers last added up; 0: not seen yet

private:
    DeskPort &m_port;
};

} // namespace seonchak
