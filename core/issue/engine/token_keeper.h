// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/sql_pool.h"
#include "core/issue/ground/token_desk.h"

#include <QTimer>

#include <qcoro/qcorotask.h>

namespace seonchak {

class Journal;

/// Reads the tokens from the book about once a second, so that one that was added or revoked elsewhere counts
/// within two, and writes down now and then which were used. While the database is away the last list stays
/// in force. Lives on the engine's thread; await the thread's tasks before destroying it.
class TokenKeeper
{
public:
    /// All outlive it. Its own connection: a long search on the readers' would keep a revoked token alive.
    TokenKeeper(const DatabaseUrl &database, Journal &journal, TokenDesk &desk);
    /// No further reading begins.
    void stop() { m_timer.stop(); }

    static constexpr WallMs usePeriodMs = 60'000; ///< a use is written at most this often for each token

private:
    QCoro::Task<> look();
    QCoro::Task<> noteUses(QList<TokenRow> rows);

    Journal &m_journal;
    TokenDesk &m_desk;
    QTimer m_timer;
    int m_firstLooks = 200; ///< short ones that are left, at the start
    bool m_looking = false;
    bool m_writing = false;
    SqlPool m_pool; ///< last: its thread ends first
};

} // namespace seonchak
