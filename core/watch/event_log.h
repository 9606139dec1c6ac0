// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/per_thread.h"
#include "core/coupon/coupon.h"

#include <QList>
#include <QString>

#include <array>
#include <atomic>
#include <mutex>
#include <vector>

namespace seonchak {

/// One event in this process, for the list of the latest events. What each kind means has one row in
/// core/watch/event_row.h.
struct Event
{
    enum class Kind {
        Issued, ///< user, code, number: duration in microseconds
        Already,
        SoldOut,        ///< user
        TooEarly,       ///< user
        TooLate,        ///< user: after the end of the sale
        WhilePaused,    ///< user
        PartnerRefused, ///< user, code: compensated, or lost if the strategy loses it
        InDoubt,        ///< user, code
        Unavailable,    ///< user
        SettledIssued,
        SettledRestored,
        SetAside,
        Generated, ///< number: how many
        Added,     ///< number: how many
        Pushed,    ///< number: how many
        Edited,    ///< code: the new one
        Voided,    ///< number: how many; code if it was one
        Paused,
        Resumed,
        TimesSet, ///< a person has set when the sale opens or closes
        Opened,   ///< the opening time was reached
        Ended,    ///< the sale has ended
        RedisAway,
        RedisBack,
        Rebuilt,
        DatabaseAway,
        DatabaseBack,
        DatabaseTrouble, ///< detail: what is wrong, though it accepts writes
        DatabaseWell,    ///< that trouble has ended
        AlarmRaised,     ///< detail: its name
        AlarmEnded,      ///< detail: its name
        CountsMended,    ///< detail: which counts were wrong in the book
        /// number: minutes before the opening; detail: the checks that failed
        PreflightFailed,
        Count_, // number of kinds
    } kind = Kind::Issued;
    /// The classes that the list keeps apart, so that many events of one do not displace the few of another.
    enum class Class {
        Request, ///< the answer to one request: thousands a second
        Coupon,  ///< a coupon in doubt and its outcome
        Sale,    ///< about the whole sale, or a person's action: rare, and never only counted
        Count_,  // number of classes
    };
    WallMs at = 0;
    UserId user = 0; ///< 0: no user
    QByteArray code;
    qint64 number = 0;
    quint64 serial = 0; ///< 1, 2, …: assigned by the log
    QString detail = {};
    qint64 times = 1; ///< above 1: this many events of the kind were only counted

    bool operator==(const Event &) const = default;
    [[nodiscard]] static Class classOf(Kind kind);
};

/// A page of events, in the order of their serials.
struct EventPage
{
    QList<Event> items;
    quint64 next = 0;       ///< the next page's `after`
    quint64 dropped = 0;    ///< events between the request's `after` and `next` that are no longer kept
    bool restarted = false; ///< `after` was from an earlier run: these are the first events of this run
};

/// The latest events, in bounded space: a ring for each class, in which the newest overwrites the oldest. Of
/// each kind outside class Sale, the first few a second are kept one by one and the rest as one entry with
/// their number. Thread-safe; counting takes no lock.
class EventLog
{
public:
    struct Bounds
    {
        std::size_t perClass = 4096;
        int perSecond = 20; ///< of each kind, kept one by one
    };
    EventLog();
    explicit EventLog(Bounds bounds);
    /// Event::at must be set by the caller.
    void add(Event event);
    /// The oldest `most` events with a serial above `after`, including the counted ones until a second before
    /// `now`.
    [[nodiscard]] EventPage after(quint64 after, qsizetype most, WallMs now);
    /// The newest serial; 0 before the first event.
    [[nodiscard]] quint64 last();

private:
    /// Events that were only counted.
    struct Counted
    {
        std::atomic<qint64> times{0};
        std::atomic<WallMs> last{0};
    };
    /// The count of one kind in the current second.
    struct Second
    {
        std::atomic<qint64> number{-1}; ///< the second's number
        std::atomic<int> kept{0};
        PerThread<Counted> counted;
    };
    struct Ring
    {
        std::vector<Event> events; ///< in order of arrival, starting at `first`
        std::size_t first = 0;
    };
    /// Returns true if this second is full and the event was only counted.
    bool countOnly(const Event &event);
    void put(Event event);
    void closeSecond(Event::Kind kind);
    void closePast(WallMs now);

    const Bounds m_bounds;
    std::array<Second, std::size_t(Event::Kind::Count_)> m_seconds;
    std::mutex m_mutex;
    std::array<Ring, std::size_t(Event::Class::Count_)> m_rings;
    quint64 m_last = 0;
};

} // namespace seonchak
