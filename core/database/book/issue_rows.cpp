// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/issue_rows.h"

#include "core/database/book/book_changes.h"
#include "core/database/book/book_reads.h"
#include "core/database/book/coupon_rows.h"
#include "core/database/book/hook_rows.h"
#include "core/database/book/issue_insert.h"

namespace seonchak::book {

namespace {

/// The issue row of a user; couponId 0: none.
struct Held
{
    CouponId couponId = 0;
    qint64 reservation = 0;
    WallMs issuedAt = 0;
};

/// The state of one transaction's issues between the statements.
class IssueBatch
{
public:
    IssueBatch(Session &session, std::span<const IssueEntry> entries, const QStringList &hooks)
        : m_session(session)
        , m_entries(entries)
        , m_hooks(hooks)
    {
    }

    Result<std::vector<Result<Booked>>> write();
    Result<std::optional<std::vector<Result<Booked>>>> writePlain();

private:
    void answerAllIssued();
    Result<void> answerOneByOne();
    Result<std::vector<Held>> heldByUsers();
    Result<Booked> judge(std::size_t at, const Held &held);
    Result<Booked> judgeWithoutRow(std::size_t at);
    [[nodiscard]] Booked issued(std::size_t at, WallMs when) const;
    Result<void> afterwards();
    Result<void> endEdits();
    Result<void> tell();

    Session &m_session;
    std::span<const IssueEntry> m_entries;
    const QStringList &m_hooks;
    std::vector<KnownCode> m_known;
    bool m_anyDoubt = false;
    std::vector<Result<Booked>> m_answers;
};

Booked IssueBatch::issued(std::size_t at, WallMs when) const
{
    const KnownCode &known = m_known[at];
    return {Booked::Kind::Issued,
            {known.id, known.code, CouponStatus::Issued, m_entries[at].user, known.createdAt, when}};
}

void IssueBatch::answerAllIssued()
{
    m_answers.reserve(m_entries.size());
    for (std::size_t at = 0; at < m_entries.size(); ++at)
        m_answers.emplace_back(issued(at, m_entries[at].at));
}

Result<std::vector<Held>> IssueBatch::heldByUsers()
{
    std::vector<qint64> users;
    users.reserve(m_entries.size());
    for (const IssueEntry &entry : m_entries)
        users.push_back(entry.user);
    std::vector<Held> held(m_entries.size());
    const QString sql = QStringLiteral("SELECT e.key, i.coupon_id, i.reservation, i.issued_at FROM ") +
                        eachNumber(m_session) + QStringLiteral(" JOIN issue i ON i.user_id = e.value");
    const auto read = eachRow(m_session, sql, {jsonOf(users)}, [&](const QSqlQuery &row) {
        held[std::size_t(row.value(0).toLongLong())] = {row.value(1).toLongLong(), row.value(2).toLongLong(),
                                                        row.value(3).toLongLong()};
    });
    if (!read)
        return std::unexpected(read.error());
    return held;
}

/// Some entries did not become rows: the table's present content decides about each.
Result<void> IssueBatch::answerOneByOne()
{
    const auto held = heldByUsers();
    if (!held)
        return std::unexpected(held.error());
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        auto verdict = judge(at, (*held)[at]);
        const bool broken = !verdict && verdict.error().trouble != Trouble::Stale;
        if (broken)
            return std::unexpected(verdict.error());
        m_answers.push_back(std::move(verdict));
    }
    return {};
}

Result<Booked> IssueBatch::judge(std::size_t at, const Held &held)
{
    const IssueEntry &entry = m_entries[at];
    if (held.couponId != 0 && held.couponId == m_known[at].id)
        return issued(at, held.issuedAt);
    const bool replay = held.couponId != 0 && entry.reservation != 0 && held.reservation == entry.reservation;
    if (!replay && (held.couponId == 0 || !m_known[at].issuable()))
        return judgeWithoutRow(at);
    const auto theirs = byId(m_session, held.couponId);
    if (!theirs)
        return std::unexpected(theirs.error());
    return Booked{replay ? Booked::Kind::Issued : Booked::Kind::UserHasOther, theirs->value_or(Coupon{})};
}

Result<Booked> IssueBatch::judgeWithoutRow(std::size_t at)
{
    const IssueEntry &entry = m_entries[at];
    if (!m_known[at].issuable()) {
        Coupon unknown;
        unknown.id = m_known[at].id;
        unknown.code = entry.code;
        unknown.status = CouponStatus::Void;
        return Booked{Booked::Kind::NoSuchCode, unknown};
    }
    const auto coupon = byId(m_session, m_known[at].id);
    if (!coupon)
        return std::unexpected(coupon.error());
    if (*coupon && (*coupon)->status == CouponStatus::Issued)
        return Booked{Booked::Kind::CodeHasOther, **coupon};
    return failure(
        Trouble::Stale,
        QStringLiteral("reservation %1 is in the book for somebody else: Redis counts lower than the book")
            .arg(entry.reservation));
}

/// Ends the doubts about the coupons issued now. A coupon issued directly from STAGED (never pushed by us)
/// changes its status, so that no STAGED row is issued.
Result<void> IssueBatch::afterwards()
{
    std::vector<qint64> reservations;
    std::vector<qint64> staged;
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        if (!m_answers[at] || m_answers[at]->kind != Booked::Kind::Issued)
            continue;
        if (m_entries[at].reservation != 0)
            reservations.push_back(m_entries[at].reservation);
        if (m_known[at].id != 0 && m_known[at].status == RowStatus::Staged)
            staged.push_back(m_known[at].id);
    }
    Result<qint64> done = 0;
    if (m_anyDoubt && !reservations.empty()) {
        done = affected(m_session,
                        QStringLiteral("DELETE FROM doubt WHERE reservation IN (SELECT value FROM ") +
                            eachNumber(m_session) + u')',
                        {jsonOf(reservations)});
    }
    if (done && !staged.empty()) {
        done = affected(
            m_session,
            "UPDATE coupon SET status = {Available} WHERE status = {Staged} AND id IN (SELECT value FROM "_sql +
                eachNumber(m_session) + u')',
            {jsonOf(staged)});
    }
    return done ? endEdits() : std::unexpected(done.error());
}

/// An issued coupon keeps the code under which it was issued, whichever of the edit's two that is.
Result<void> IssueBatch::endEdits()
{
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        const KnownCode &known = m_known[at];
        if (known.edit == KnownCode::Edit::None || !m_answers[at] ||
            m_answers[at]->kind != Booked::Kind::Issued || m_answers[at]->coupon.id != known.id)
            continue;
        const auto ended = known.edit == KnownCode::Edit::IssuedByNewCode ? finishRename(m_session, known.id)
                                                                          : undoRename(m_session, known.id);
        if (!ended)
            return ended;
    }
    return {};
}

Result<std::vector<Result<Booked>>> IssueBatch::write()
{
    if (m_entries.empty())
        return std::move(m_answers);
    m_answers.reserve(m_entries.size());
    auto inserted = insertIssues(m_session, m_entries);
    if (!inserted)
        return std::unexpected(inserted.error());
    m_known = std::move(inserted->known);
    m_anyDoubt = inserted->anyDoubt;
    if (inserted->all)
        answerAllIssued();
    else if (const auto answered = answerOneByOne(); !answered)
        return std::unexpected(answered.error());
    if (const auto done = afterwards(); !done)
        return std::unexpected(done.error());
    if (const auto told = tell(); !told)
        return std::unexpected(told.error());
    return std::move(m_answers);
}

Result<std::optional<std::vector<Result<Booked>>>> IssueBatch::writePlain()
{
    auto inserted = insertPlainIssues(m_session, m_entries);
    if (!inserted)
        return std::unexpected(inserted.error());
    if (!inserted->all)
        return std::nullopt;
    m_known = std::move(inserted->known);
    answerAllIssued();
    return std::move(m_answers);
}

/// Issues that the book already had were reported then: the outbox stores each issue once.
Result<void> IssueBatch::tell()
{
    std::vector<HookEvent> events;
    for (std::size_t at = 0; !m_hooks.isEmpty() && at < m_answers.size(); ++at) {
        const auto &answer = m_answers[at];
        if (answer && answer->kind == Booked::Kind::Issued)
            events.push_back(issuedEvent(answer->coupon.id, m_entries[at].user, m_entries[at].at));
    }
    return tellHooks(m_session, m_hooks, events);
}

} // namespace

Result<std::vector<Result<Booked>>> writeIssues(Session &session, std::span<const IssueEntry> entries,
                                                const QStringList &hooks)
{
    return IssueBatch(session, entries, hooks).write();
}

Result<std::optional<std::vector<Result<Booked>>>> writePlainIssues(Session &session,
                                                                    std::span<const IssueEntry> entries)
{
    return IssueBatch(session, entries, {}).writePlain();
}

} // namespace seonchak::book
