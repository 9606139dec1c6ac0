// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/task.h"
#include "core/issue/ground/ports.h"
#include "core/issue/ground/user_lookup.h"

namespace seonchak {

class SqlPool;

/// The book on the real journal and readers. Lightweight: one per thread, over shared objects.
class JournalBook final : public Book
{
public:
    /// `actor` names who sets codes aside and reports, for the audit trail.
    JournalBook(Journal &journal, SqlPool &pool, const Clock &clock, QString actor)
        : m_journal(journal)
        , m_pool(pool)
        , m_clock(clock)
        , m_actor(std::move(actor))
        , m_users(pool)
    {
    }

    Task<Result<Booked>> book(IssueEntry entry) override;
    Task<Result<void>> openDoubt(DoubtEntry entry) override;
    Task<Result<void>> closeDoubt(qint64 reservation) override;
    Task<Result<std::vector<DoubtEntry>>> quietDoubts(WallMs before) override;
    Task<Result<void>> setAside(Reservation reservation, QString why) override;
    Task<Result<std::optional<Coupon>>> byUser(UserId user) override;
    Task<Result<std::optional<Coupon>>> byUserForSure(UserId user) override;
    Task<Result<std::optional<Coupon>>> byCode(QByteArray code) override;
    void report(QString action, QString detail, QString result) override;

private:
    Journal &m_journal;
    SqlPool &m_pool;
    const Clock &m_clock;
    const QString m_actor;
    UserLookup m_users;
};

} // namespace seonchak
