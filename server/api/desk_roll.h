// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/watch/desk_presence.h"

#include <QMutex>

#include <memory>
#include <vector>

namespace seonchak::http {

/// Who is attached to this server: everybody with a stream, and windows that a proxy keeps from theirs, as
/// long as they say that they are there. Shared by all workers and the feed; thread-safe.
class DeskRoll
{
public:
    static constexpr qint64 stays = 25;    ///< seconds after a window without a stream was heard of last
    static constexpr qint64 comesBack = 3; ///< seconds after the end of its stream: it may be cut by a proxy
    static constexpr qsizetype mostKept = 512;
    static constexpr qsizetype mostTold = 32;

    /// The clock outlives it.
    explicit DeskRoll(const Clock &clock)
        : m_clock(clock)
    {
    }
    DeskRoll(const DeskRoll &) = delete;
    DeskRoll &operator=(const DeskRoll &) = delete;

    /// One more stream of this desk, until what is returned is dropped. `who`: id, name, role and from. What
    /// has no id is a desk of its own. The roll outlives it.
    [[nodiscard]] std::shared_ptr<void> attend(const DeskPresence &who);
    /// The desk is there, and has these doubts selected. A name has no say over another's desk.
    void tell(const DeskPresence &who, const QList<qint64> &doubts);
    [[nodiscard]] DesksPresent present();
    /// Another number whenever present() may be another.
    [[nodiscard]] quint64 version();

private:
    struct Seat
    {
        DeskPresence desk;
        int streams = 0;
        qint64 untilNs = 0; ///< without a stream it is gone by then
    };
    Seat *seatOf(const DeskPresence &who);
    void leave(const QString &id, const QString &name);
    void clear();

    const Clock &m_clock;
    QMutex m_mutex;
    std::vector<Seat> m_seats;
    quint64 m_version = 1;
    quint64 m_named = 0; ///< desks that brought no id
};

} // namespace seonchak::http
