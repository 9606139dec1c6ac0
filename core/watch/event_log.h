// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QList>
#include <QString>

#include <array>
#include <atomic>
#include <mutex>
#include <vector>

namespace seonchak {

/// One thing that happened in this process, for the list of the latest events.
struct Event
{
    enum class Kind {
        Issued, ///< user, code, number: microseconds it took
        Already,
        SoldOut,      ///< user
        TooEarly,     ///< user
        TooLate,      ///< user: after the end of the sale
        WhilePaused,  ///< user
        StoreRefused, ///< user, code: compensated, or lost where the strategy loses it
        InDoubt,      ///< user, code
        Unavailable,  ///< user
        SettledIssued,
        SettledRestored,
        SetAside,
        Generated, ///< number: how many
        Added,     ///< number: how many
        Pushed,    ///< number: how many
        Edited,    ///< code: the new one
        Voided,    ///< number: how many; code where it was one
        Paused,
        Resumed,
        TimesSet, ///< a person has set when the sale opens or closes
        Opened,   ///< the opening time has come
        Ended,    ///< the end of the sale has come
        RedisAway,
        RedisBack,
        Rebuilt,
        DatabaseAway,
        DatabaseBack,
        DatabaseTrouble, ///< detail: what is wrong, though it takes what is written
        DatabaseWell,    ///< that is over
        AlarmRaised,     ///< detail: its name
        AlarmEnded,      ///< detail: its name
        CountsMended,    ///< detail: which numbers the book had wrong
        /// number: how many minutes before the opening; detail: the checks that stand against it
        PreflightFailed,
        Count_, // how many there are
    } kind = Kind::Issued;
    /// What the list keeps apart, so that many of one do not push out the few of another.
    enum class Class {
        Request, ///< the answer to one request, one of thousands a second
        Coupon,  ///< a coupon in doubt and what became of it
        Sale,    ///< of the sale as a whole, or an act of a person: rare, and never passed over
        Count_,  // how many there are
    };
    WallMs at = 0;
    UserId user = 0; ///< 0: nobody's
    QByteArray code;
    qint64 number = 0;
    quint64 serial = 0; ///< 1, 2, …: given by the log
    QString detail = {};
    qint64 times = 1; ///< above 1: so many of this kind that are not in the list one by one

    bool operator==(const Event &) const = default;
    [[nodiscard]] static Class classOf(Kind kind);
};

/// A portion of the events, in the order of their serials.
struct EventPage
{
    QList<Event> items;
    quint64 next = 0;       ///< what to ask for those after these
    quint64 dropped = 0;    ///< so many between the question's `after` and `next` are not kept any more
    bool restarted = false; ///< `after` was of an earlier run: these are the first ones of this run
};

/// The latest events, in bounded space: a ring for each class, in which the newest overwrites the oldest. Of
/// a kind that is not the sale's, the first few a second are kept one by one and the rest as one entry that
/// says how many. Thread-safe; what is only counted takes no lock.
class EventLog
{
public:
    struct Bounds
    {
        std::size_t perClass = 4096;
        int perSecond = 20; ///< of each kind, one by one
    };
    EventLog();
    explicit EventLog(Bounds bounds);
    /// Event::at is the time of it.
    void add(Event event);
    /// The oldest `most` of those with a serial above `after`. What was only counted until a second before
    /// `now` is among them.
    [[nodiscard]] EventPage after(quint64 after, qsizetype most, WallMs now);
    /// The newest serial; 0 before the first.
    [[nodiscard]] quint64 last();

private:
    /// What one kind has come to in the second that is running.
    struct Second
    {
        std::atomic<qint64> number{-1}; ///< which second
        std::atomic<int> kept{0};
        std::atomic<qint64> counted{0};
        std::atomic<WallMs> last{0}; ///< of those that were counted
    };
    struct Ring
    {
        std::vector<Event> events; ///< by the order of their coming, from `first`
        std::size_t first = 0;
    };
    /// True where there is no room left this second and the event was counted.
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
