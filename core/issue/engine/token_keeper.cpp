// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/token_keeper.h"

#include "core/database/journal/journal.h"

namespace seonchak {

namespace {

constexpr int lookPeriodMs = 700;
constexpr int journalMostMs = 2000; ///< with a read-only database the journal never connects
constexpr std::size_t questionsMost = 4;

/// Tokens whose last use is missing or long ago in the book. `list` was made from `rows`.
QList<TokenRow> usesToNote(const QList<TokenRow> &rows, const TokenDesk::List &list)
{
    QList<TokenRow> due;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const TokenRow &row = rows[i];
        const WallMs used = list[std::size_t(i)].used->load();
        const bool isOld = row.lastUsed == 0 || used - row.lastUsed >= TokenKeeper::usePeriodMs;
        if (used > row.lastUsed && isOld) {
            due.append(row);
            due.last().lastUsed = used;
        }
    }
    return due;
}

} // namespace

TokenKeeper::TokenKeeper(const DatabaseUrl &database, Journal &journal, TokenDesk &desk)
    : m_journal(journal)
    , m_desk(desk)
    , m_connected([this] { lookForTheFirstTime(); })
    , m_pool(database, 1, questionsMost)
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
    m_timer.start(lookPeriodMs);
    QTimer::singleShot(journalMostMs, &m_timer, [this] {
        if (std::exchange(m_isFirst, false) && !m_stopped)
            look();
    });
    for (Wakers *wakers : {&m_journal.changes(), &m_pool.changes()})
        wakers->add(m_connected.waker());
    m_connected.waker().wake(); // Both may be connected already.
}

/// The start waits for it, so it does not wait for the timer.
void TokenKeeper::lookForTheFirstTime()
{
    if (m_isFirst && !m_stopped)
        look();
}

/// The journal creates the table, so wait for it a while. It may never exist: with a read-only database the
/// tokens must be readable anyway.
QCoro::Task<> TokenKeeper::look()
{
    if (m_looking || (m_isFirst && !m_journal.isConnected()))
        co_return;
    m_looking = true;
    std::function<Result<QList<TokenRow>>(Session &)> read = [](Session &session) {
        return book::tokens(session);
    };
    const auto rows = co_await m_pool.run<QList<TokenRow>>(std::move(read));
    m_looking = false;
    if (!rows)
        co_return;
    m_desk.publish(*rows);
    m_isFirst = false;
    const auto due = usesToNote(*rows, *m_desk.list());
    if (!due.isEmpty() && !m_writing && m_journal.isConnected())
        noteUses(due);
}

QCoro::Task<> TokenKeeper::noteUses(QList<TokenRow> rows)
{
    m_writing = true;
    std::function<Result<int>(Session &)> write = [rows](Session &session) -> Result<int> {
        for (const TokenRow &row : rows) {
            if (const auto noted = book::noteTokenUse(session, row.hash, row.lastUsed); !noted)
                return std::unexpected(noted.error());
        }
        return 0;
    };
    (void)co_await m_journal.write<int>(std::move(write)); // The next look retries what was not written.
    m_writing = false;
}

} // namespace seonchak
