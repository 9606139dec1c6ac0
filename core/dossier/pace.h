// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QByteArray>

#include <functional>

namespace seonchak {
class Session;
}

namespace seonchak::dossier {

/// Keeps the reading of a book out of the way of the sale that is kept in it. Where two processors are all
/// there is, even a program of the lowest priority takes a fifth of what a busy sale reaches: both share
/// caches and cores. So while the book is being written it works a sixth of the time, else all of it. A
/// server of PostgreSQL does the reading at the priority of the sale's own: of that it takes a twelfth. On
/// the thread that reads.
class Pace
{
public:
    /// Its inputs.
    struct Ground
    {
        std::function<QByteArray()> pulse; ///< changes when a coupon is issued or refused
        std::function<bool()>
            mustHurry; ///< the work that waits for the end of the reading has grown too much
        std::function<qint64()> nowNs;
        std::function<qint64()>
            usedNs; ///< processor time used by this reading: time taken by other programs is not slept for
        std::function<void(qint64 ns)> sleep;
        qint64 sleepsPerWork = 5; ///< while the sale is being served
    };
    explicit Pace(Ground ground);

    /// Call it for each row.
    void step()
    {
        if (++m_steps % rowsPerStep == 0)
            judge();
    }

private:
    static constexpr int rowsPerStep = 64;
    void judge();
    void look(qint64 now);

    const Ground m_ground;
    int m_steps = 0;
    QByteArray m_pulse;
    qint64 m_lookedNs = 0;
    qint64 m_begunNs = 0;   ///< the work since the last sleep
    qint64 m_changedNs = 0; ///< when the pulse last changed; 0: never
    bool m_hurries = false;
};

/// On the real clock, with a session used for nothing else. For SQLite it hurries before its snapshot has
/// blocked the reset of the write-ahead log for too long; `file`: of the database.
Pace::Ground groundOf(Session &session, const QString &file);
/// A value that combines the number of issues and the time of the last refusal.
Result<QByteArray> pulseOf(Session &session);

} // namespace seonchak::dossier
