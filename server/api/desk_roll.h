// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/watch/desk_presence.h"

#include <QMutex>

#include <memory>
#include <vector>

namespace seonchak::http {

/// Who is attached to this server: every client with a stream, and windows whose stream a proxy blocks, as
/// long as they report their presence. Shared by all workers and the feed; thread-safe.
class DeskRoll
{
public:
    static constexpr qint64 stays = 25; ///< seconds after the last report of a window without a stream
    static constexpr qint64 comesBack =
        3; ///< seconds after the end of its stream, which a proxy may have cut
    static constexpr qsizetype mostKept = 512;
    static constexpr qsizetype mostTold = 32;

    /// `clock` must outlive the roll.
    explicit DeskRoll(const Clock &clock)
        : m_clock(clock)
    {
    }
    DeskRoll(const DeskRoll &) = delete;
    DeskRoll &operator=(const DeskRoll &) = delete;

    /// One more stream of this desk, until the result is dropped. `who`: id, name, role and origin. Without
    /// an id it counts as a separate desk. The roll must outlive the result.
    [[nodiscard]] std::shared_ptr<void> attend(const DeskPresence &who);
    /// The desk is present, and has these doubts selected. A name cannot change another name's desk.
    void tell(const DeskPresence &who, const QList<qint64> &doubts);
    [[nodiscard]] DesksPresent present();
    /// Changes whenever present() may have changed.
    [[nodiscard]] quint64 version();

private:
    struct Seat
    {
        DeskPresence desk;
        int streams = 0;
        qint64 untilNs = 0; ///< without a stream it counts as gone after this time
    };
    Seat *seatOf(const DeskPresence &who);
    void leave(const QString &id, const QString &name);
    void clear();

    const Clock &m_clock;
    QMutex m_mutex;
    std::vector<Seat> m_seats;
    quint64 m_version = 1;
    quint64 m_named = 0; ///< desks that sent no id
};

} // namespace seonchak::http
