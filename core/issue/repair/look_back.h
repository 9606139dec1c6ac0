// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/database/book/sell_out.h"
#include "core/watch/status.h"

#include <qcoro/qcorotask.h>

namespace seonchak {

class Chronicle;
class IssueWaits;
class SqlPool;

/// What the latest readings do not show: how the stock sold out, and when the partner last refused. Queries
/// the book when the readings show something new, and never takes more than a small part of a reader's
/// time. Lives on one thread.
class LookBack
{
public:
    /// All of them outlive it.
    LookBack(SqlPool &readers, const Chronicle &chronicle, const IssueWaits &waits, const Clock &clock);
    /// Takes each reading of present numbers and completes it with what is known.
    void complete(Status &status);

private:
    QCoro::Task<> askSellOut();
    QCoro::Task<> askRefusal();
    void watchSellOut(const Status &status);
    void watchPartner(const Status &status);

    SqlPool &m_readers;
    const Chronicle &m_chronicle;
    const IssueWaits &m_waits;
    const Clock &m_clock;
    std::optional<SellOut> m_sellOut;
    std::pair<qint64, qint64> m_seen{-1, -1}; ///< issued, sold out: the values at the last query
    qint64 m_changedNs = 0;
    qint64 m_askedNs = 0;
    qint64 m_answeredNs = 0; ///< when the query was sent that m_sellOut answers
    bool m_whole = false;    ///< the book had every issue by then
    qint64 m_restNs = 0;     ///< no query before this time
    qint64 m_failures = -1;
    WallMs m_failedAt = 0;
    bool m_asking = false;
    bool m_empty = false;
    bool m_refusalKnown = false;
};

} // namespace seonchak
