// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QList>

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
        RedisAway,
        RedisBack,
        Rebuilt,
    } kind = Kind::Issued;
    WallMs at = 0;
    UserId user = 0; ///< 0: nobody's
    QByteArray code;
    qint64 number = 0;
    quint64 serial = 0; ///< 1, 2, …: given by the log

    bool operator==(const Event &) const = default;
};

/// The latest events, in bounded space: a ring in which the newest overwrites the oldest. Thread-safe; adding
/// takes well under a microsecond.
class EventLog
{
public:
    explicit EventLog(std::size_t capacity = 4096);
    void add(Event event);
    /// Those with a serial above `serial`, oldest first, the newest `most` of them.
    [[nodiscard]] QList<Event> after(quint64 serial, qsizetype most) const;

private:
    mutable std::mutex m_mutex;
    std::vector<Event> m_ring;
    quint64 m_last = 0;
};

} // namespace seonchak
