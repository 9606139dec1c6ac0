// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/path/journal_book.h"

#include "core/database/book/book_audit.h"
#include "core/database/book/book_doubts.h"
#include "core/database/book/coupon_book.h"
#include "core/database/engine/sql_pool.h"

namespace seonchak {

namespace {
constexpr int mostQuietDoubts = 1000; ///< the oldest are checked
/// Servers' clocks differ a little; a time further in the future was written before a clock was set back.
constexpr qint64 clockSlackMs = 60'000;
} // namespace

Task<Result<Booked>> JournalBook::book(IssueEntry entry)
{
    const Promised<Result<Booked>> answer;
    auto done = [answer](Result<Booked> booked) { answer.deliver(std::move(booked)); };
    m_journal.book(std::move(entry), ShortLivedCall(std::move(done)));
    co_return co_await answer;
}

Task<Result<void>> JournalBook::openDoubt(DoubtEntry entry)
{
    const Promised<Result<void>> answer;
    m_journal.openDoubt(std::move(entry), [answer](Result<void> done) { answer.deliver(std::move(done)); });
    co_return co_await answer;
}

Task<Result<void>> JournalBook::closeDoubt(qint64 reservation)
{
    const Promised<Result<void>> answer;
    m_journal.closeDoubt(reservation, [answer](Result<void> done) { answer.deliver(std::move(done)); });
    co_return co_await answer;
}

Task<Result<std::vector<DoubtEntry>>> JournalBook::quietDoubts(WallMs before)
{
    std::function<Result<std::vector<DoubtEntry>>(Session &)> work =
        [before, now = m_clock.wallMs()](Session &session) -> Result<std::vector<DoubtEntry>> {
        const auto open = book::openDoubts(session, mostQuietDoubts);
        if (!open)
            return std::unexpected(open.error());
        std::vector<DoubtEntry> quiet;
        for (const OpenDoubt &doubt : *open) {
            const auto honest = [now](WallMs at) { return at <= now + clockSlackMs ? at : 0; };
            if (std::max(honest(doubt.since), honest(doubt.asked.value_or(0))) < before)
                quiet.push_back({doubt.reservation, doubt.user, doubt.code, doubt.since});
        }
        return quiet;
    };
    co_return co_await m_pool.run<std::vector<DoubtEntry>>(std::move(work));
}

Task<Result<void>> JournalBook::setAside(Reservation reservation, QString why)
{
    const WallMs now = m_clock.wallMs();
    std::function<Result<bool>(Session &)> work = [reservation, why, now,
                                                   actor = m_actor](Session &session) -> Result<bool> {
        const auto aside =
            book::setAside(session, reservation.code, reservation.user, reservation.number, why, now);
        if (!aside)
            return std::unexpected(aside.error());
        const QString detail = QStringLiteral("code %1, user %2: %3")
                                   .arg(QString::fromUtf8(reservation.code))
                                   .arg(reservation.user)
                                   .arg(why);
        const AuditEntry entry{0, now, actor, QStringLiteral("set-aside"), detail, QStringLiteral("done")};
        const auto noted = book::writeAudit(session, entry);
        return noted ? Result<bool>(true) : std::unexpected(noted.error());
    };
    const auto done = co_await m_journal.write<bool>(std::move(work));
    co_return done ? Result<void>{} : std::unexpected(done.error());
}

Task<Result<std::optional<Coupon>>> JournalBook::byUser(UserId user)
{
    co_return co_await m_users.couponOf(user);
}

Task<Result<std::optional<Coupon>>> JournalBook::byUserForSure(UserId user)
{
    std::function<Result<std::optional<Coupon>>(Session &)> work = [user](Session &session) {
        return book::byUser(session, user);
    };
    co_return co_await m_journal.write<std::optional<Coupon>>(std::move(work));
}

void JournalBook::report(QString action, QString detail, QString result)
{
    const AuditEntry entry{
        0, m_clock.wallMs(), m_actor, std::move(action), std::move(detail), std::move(result)};
    m_journal.writeBehind([entry](Session &session) { return book::writeAudit(session, entry); });
}

Task<Result<std::optional<Coupon>>> JournalBook::byCode(QByteArray code)
{
    std::function<Result<std::optional<Coupon>>(Session &)> work = [code](Session &session) {
        return book::byCode(session, code);
    };
    co_return co_await m_pool.run<std::optional<Coupon>>(std::move(work));
}

} // namespace seonchak
