// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboard_memory.h"

#include "ui/port/desk_port.h"
#include "ui/port/pulse.h"
#include "ui/port/reading_sample.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>

namespace seonchak {

namespace {
constexpr qsizetype eventsAtOnce = 1000;
constexpr qsizetype marksMost = 100;
constexpr qint64 msNs = 1'000'000;
} // namespace

DashboardMemory::DashboardMemory(DeskPort &port, const Clock &clock, QObject *parent)
    : QObject(parent)
    , work(port, clock)
    , voiding(port, clock)
    , brake(port, clock)
    , m_port(port)
    , m_clock(clock)
{
}

void DashboardMemory::take(const Reading &reading)
{
    // All that has come since, portion by portion: a window that stood still for a while misses nothing
    // either.
    for (qsizetype came = eventsAtOnce; came == eventsAtOnce;) {
        const EventPage page = m_port.events(events.lastSerial(), eventsAtOnce);
        events.take(page.items);
        noteMarks(page.items);
        came = page.items.size();
    }
    if (reading.attachment && !std::exchange(m_hasPast, reading.attachment->connected) && m_hasPast)
        askPast(this, m_port);
    if (reading.silent)
        return; // The same answer again.
    remember(history, reading);
    noteSellOut(reading);
    if (reading.isCurrent() && reading.status.stock.conserved())
        conservedAtMs = QDateTime::currentMSecsSinceEpoch();
}

QCoro::Task<> DashboardMemory::askPast(QPointer<DashboardMemory> self, DeskPort &port)
{
    auto asking = port.past();
    const QList<Sample> past = co_await asking;
    if (self)
        self->history.precede(past);
}

StockWork &DashboardMemory::foremost() const
{
    const auto shortest =
        std::find_if(works.rbegin(), works.rend(), [](const StockWork *one) { return one->state().atWork; });
    if (shortest != works.rend())
        return **shortest;
    return **std::ranges::max_element(works, {}, [](const StockWork *one) { return one->state().endedAt; });
}

void DashboardMemory::noteMarks(const QList<Event> &all)
{
    static const QHash<Event::Kind, TrendMark::Kind> marked{{Event::Kind::Pushed, TrendMark::Kind::Pushed},
                                                            {Event::Kind::Paused, TrendMark::Kind::Paused},
                                                            {Event::Kind::Resumed, TrendMark::Kind::Resumed},
                                                            {Event::Kind::Opened, TrendMark::Kind::Opened},
                                                            {Event::Kind::Ended, TrendMark::Kind::Ended}};
    for (const Event &event : all) {
        if (const auto found = marked.find(event.kind); found != marked.end())
            mark(*found, event.at);
    }
}

/// A coupon that came back and was taken again moves the end of the same turn.
void DashboardMemory::noteSellOut(const Reading &reading)
{
    const auto &sellOut = reading.status.sellOut;
    if (!sellOut)
        return;
    const auto isOne = [](const TrendMark &mark) { return mark.kind == TrendMark::Kind::SoldOut; };
    const auto last = std::find_if(marks.rbegin(), marks.rend(), isOne);
    if (std::exchange(m_soldOutTurn, sellOut->filledAt) == sellOut->filledAt && last != marks.rend())
        last->ns = steadyOf(sellOut->soldOutAt);
    else
        mark(TrendMark::Kind::SoldOut, sellOut->soldOutAt);
}

void DashboardMemory::mark(TrendMark::Kind kind, WallMs at)
{
    marks.append({kind, steadyOf(at)});
    if (marks.size() > marksMost)
        marks.removeFirst();
}

qint64 DashboardMemory::steadyOf(WallMs at) const
{
    return m_clock.steadyNs() - (m_clock.wallMs() - at) * msNs;
}

} // namespace seonchak
