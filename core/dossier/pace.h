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

/// Slows down the reading of a book, so that a sale in the same book keeps its speed. On two processors even
/// a reader of the lowest priority costs a busy sale a fifth of its throughput: both share caches and cores.
/// So it reads a sixth of the time while the book is being written, and without pauses otherwise. PostgreSQL
/// reads at the sale's own priority; there it is a twelfth of the time. Used on the reading thread.
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
