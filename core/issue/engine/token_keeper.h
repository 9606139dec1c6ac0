// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/wake_target.h"
#include "core/database/engine/sql_pool.h"
#include "core/issue/ground/token_desk.h"

#include <QTimer>

#include <qcoro/qcorotask.h>

namespace seonchak {

class Journal;

/// Reads the tokens from the book about once a second, so that a token added or revoked elsewhere takes
/// effect within two, and records from time to time which were used. While the database is unavailable the
/// last list stays in force. Lives on the engine's thread; await the thread's tasks before destroying it.
class TokenKeeper
{
public:
    /// All arguments must outlive the keeper. It has its own connection: a long search on the readers'
    /// connection would keep a revoked token valid.
    TokenKeeper(const DatabaseUrl &database, Journal &journal, TokenDesk &desk);
    /// Starts no further reading.
    void stop()
    {
        m_stopped = true;
        m_timer.stop();
    }

    static constexpr WallMs usePeriodMs = 60'000; ///< each token's use is recorded at most this often

private:
    void lookForTheFirstTime();
    QCoro::Task<> look();
    QCoro::Task<> noteUses(QList<TokenRow> rows);

    Journal &m_journal;
    TokenDesk &m_desk;
    QTimer m_timer;
    WakeTarget m_connected; ///< the journal, or our pool
    bool m_isFirst = true;  ///< no reading has succeeded yet, and the journal may still create the table
    bool m_stopped = false;
    bool m_looking = false;
    bool m_writing = false;
    SqlPool m_pool; ///< last member: its thread ends first
};

} // namespace seonchak
