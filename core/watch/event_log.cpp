// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/event_log.h"

#include "core/watch/event_row.h"

#include <algorithm>

namespace seonchak {

namespace {
constexpr qint64 secondMs = 1000;
} // namespace

Event::Class Event::classOf(Kind kind)
{
    return rowOf(kind).ofClass;
}

EventLog::EventLog()
    : EventLog(Bounds{})
{
}

EventLog::EventLog(Bounds bounds)
    : m_bounds{std::max<std::size_t>(bounds.perClass, 1), std::max(bounds.perSecond, 1)}
{
}

void EventLog::add(Event event)
{
    const bool isRare = Event::classOf(event.kind) == Event::Class::Sale;
    if (!isRare && countOnly(event))
        return;
    const std::lock_guard hold(m_mutex);
    if (!isRare) {
        auto &second = m_seconds[std::size_t(event.kind)];
        const qint64 number = event.at / secondMs;
        if (second.number.load(std::memory_order_relaxed) != number) {
            closeSecond(event.kind);
            second.kept.store(0, std::memory_order_relaxed);
            second.number.store(number, std::memory_order_release);
        }
        second.kept.fetch_add(1, std::memory_order_relaxed);
    }
    put(std::move(event));
}

bool EventLog::countOnly(const Event &event)
{
    auto &second = m_seconds[std::size_t(event.kind)];
    if (second.number.load(std::memory_order_acquire) != event.at / secondMs ||
        second.kept.load(std::memory_order_relaxed) < m_bounds.perSecond)
        return false;
    // If the second ends just now, this one counts in the next: none is lost.
    Counted &counted = second.counted.mine();
    counted.last.store(event.at, std::memory_order_relaxed);
    counted.times.fetch_add(1, std::memory_order_relaxed);
    return true;
}

/// Adds one entry for the events that were only counted.
void EventLog::closeSecond(Event::Kind kind)
{
    auto &second = m_seconds[std::size_t(kind)];
    Event group;
    group.kind = kind;
    group.times = 0;
    second.counted.forEach([&group](Counted &counted) {
        const qint64 times = counted.times.exchange(0, std::memory_order_relaxed);
        group.times += times;
        if (times > 0)
            group.at = std::max(group.at, counted.last.load(std::memory_order_relaxed));
    });
    if (group.times > 0)
        put(std::move(group));
}

/// A clock that was set back also ends the second.
void EventLog::closePast(WallMs now)
{
    for (std::size_t kind = 0; kind < m_seconds.size(); ++kind) {
        if (m_seconds[kind].number.load(std::memory_order_relaxed) != now / secondMs)
            closeSecond(Event::Kind(kind));
    }
}

void EventLog::put(Event event)
{
    event.serial = ++m_last;
    Ring &ring = m_rings[std::size_t(Event::classOf(event.kind))];
    if (ring.events.size() < m_bounds.perClass) {
        ring.events.push_back(std::move(event));
        return;
    }
    ring.events[ring.first] = std::move(event);
    ring.first = (ring.first + 1) % ring.events.size();
}

quint64 EventLog::last()
{
    const std::lock_guard hold(m_mutex);
    return m_last;
}

EventPage EventLog::after(quint64 after, qsizetype most, WallMs now)
{
    const std::lock_guard hold(m_mutex);
    closePast(now);
    EventPage page;
    page.restarted = after > m_last;
    if (page.restarted)
        after = 0;
    for (const Ring &ring : m_rings) { // each is in the order of its serials: find the oldest requested
        const auto at = [&](std::size_t i) -> const Event & {
            return ring.events[(ring.first + i) % ring.events.size()];
        };
        std::size_t low = 0;
        for (std::size_t high = ring.events.size(); low < high;) {
            const std::size_t middle = (low + high) / 2;
            if (at(middle).serial > after)
                high = middle;
            else
                low = middle + 1;
        }
        for (qsizetype n = 0; low < ring.events.size() && n < most; ++low, ++n)
            page.items.append(at(low));
    }
    std::ranges::sort(page.items, {}, &Event::serial);
    if (page.items.size() > most)
        page.items.resize(std::max<qsizetype>(most, 0));
    page.next = page.items.isEmpty() ? after : page.items.back().serial;
    page.dropped = page.next - after - quint64(page.items.size());
    return page;
}

} // namespace seonchak
