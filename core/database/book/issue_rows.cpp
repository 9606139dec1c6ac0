// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/issue_rows.h"

#include "core/database/book/book_changes.h"
#include "core/database/book/book_reads.h"
#include "core/database/book/coupon_rows.h"
#include "core/database/book/hook_rows.h"
#include "core/database/engine/list_statement.h"

#include <algorithm>
#include <array>

namespace seonchak::book {

namespace {

/// What the book knows about an entry's code; id 0: nothing.
struct Known
{
    enum class Edit { None, IssuedByNewCode, IssuedByFormerCode };

    CouponId id = 0;
    QByteArray code;
    WallMs createdAt = 0;
    RowStatus status = RowStatus::Voided;
    Edit edit = Edit::None;

    [[nodiscard]] bool issuable() const { return id != 0 && status != RowStatus::Voided; }
};

/// The issue row of a user; couponId 0: none.
struct Held
{
    CouponId couponId = 0;
    qint64 reservation = 0;
    WallMs issuedAt = 0;
};

/// Printable ASCII, like nearly all codes, needs no further check.
bool mayStandInBook(const QByteArray &code)
{
    return !code.isEmpty() &&
           (std::ranges::all_of(code, [](char c) { return c > 0x20 && c < 0x7f; }) || isValidCode(code));
}

/// The state of one transaction's issues between the statements.
class IssueBatch
{
public:
    IssueBatch(Session &session, std::span<const IssueEntry> entries, const QStringList &hooks)
        : m_session(session)
        , m_entries(entries)
        , m_hooks(hooks)
        , m_known(entries.size())
    {
    }

    Result<std::vector<Result<Booked>>> write();

private:
    Result<void> findCoupons();
    Result<void> readCoupons();
    Result<void> readCouponsOfList();
    Result<void> findAmongEdits(std::size_t at);
    /// Returns true if every entry became a row.
    Result<bool> insertRows();
    Result<qint64> insertList(const std::vector<std::size_t> &order);
    Result<qint64> insertJson(const std::vector<std::size_t> &order);
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
    std::vector<Known> m_known;
    bool m_anyDoubt = false;
    std::vector<Result<Booked>> m_answers;
};

/// Binds values directly on SQLite, which costs half as much as extracting them from a JSON text.
Result<void> IssueBatch::readCouponsOfList()
{
    // CROSS JOIN fixes the order: each code is looked up in the index.
    static const ListStatement list{
        "SELECT e.column1, c.id, c.created_at, c.status, EXISTS (SELECT 1 FROM doubt), c.old_code IS NOT NULL"
        " FROM (VALUES ",
        1, true, ") e CROSS JOIN coupon c ON c.code = e.column2"};
    const auto bind = [&](SqliteStatement &statement, int place, std::size_t at) {
        const QByteArray &code = m_entries[at].code;
        mayStandInBook(code) ? statement.bind(place, QByteArrayView(code)) : statement.bindNull(place);
    };
    const auto take = [&](const SqliteStatement &row, std::size_t first) {
        const std::size_t at = first + std::size_t(row.number(0));
        m_known[at] = {row.number(1), m_entries[at].code, row.number(2), RowStatus(row.number(3)),
                       row.number(5) != 0 ? Known::Edit::IssuedByNewCode : Known::Edit::None};
        m_anyDoubt = row.number(4) != 0;
    };
    const auto read = runList(m_session, list, m_entries.size(), bind, take);
    return read ? Result<void>{} : std::unexpected(read.error());
}

Result<void> IssueBatch::readCoupons()
{
    if (m_session.takesLists())
        return readCouponsOfList();
    // CROSS JOIN fixes SQLite's order: each code is looked up in the index.
    const bool sqlite = m_session.engine() == DatabaseUrl::Engine::Sqlite;
    const QString sql =
        sqlite ? QStringLiteral(
                     "SELECT e.key, c.id, c.created_at, c.status, EXISTS (SELECT 1 FROM doubt),"
                     " c.old_code IS NOT NULL FROM json_each(?) e CROSS JOIN coupon c ON c.code = e.value")
               : QStringLiteral("SELECT e.nr - 1, c.id, c.created_at, c.status, EXISTS (SELECT 1 FROM doubt),"
                                " c.old_code IS NOT NULL FROM json_array_elements_text(CAST(? AS json)) WITH "
                                "ORDINALITY AS e(value, nr)"
                                " JOIN coupon c ON c.code = e.value");
    QList<QByteArray> codes;
    codes.reserve(qsizetype(m_entries.size()));
    for (const IssueEntry &entry : m_entries)
        codes.append(mayStandInBook(entry.code) ? entry.code : QByteArray());
    return eachRow(m_session, sql, {jsonOf(codes)}, [&](const QSqlQuery &row) {
        const auto at = std::size_t(row.value(0).toLongLong());
        m_known[at] = {row.value(1).toLongLong(), m_entries[at].code, row.value(2).toLongLong(),
                       RowStatus(row.value(3).toInt()),
                       row.value(5).toBool() ? Known::Edit::IssuedByNewCode : Known::Edit::None};
        m_anyDoubt = row.value(4).toBool();
    });
}

Result<void> IssueBatch::findCoupons()
{
    if (auto read = readCoupons(); !read)
        return read;
    for (std::size_t at = 0; at < m_known.size(); ++at) {
        if (m_known[at].id != 0 || !mayStandInBook(m_entries[at].code))
            continue;
        if (auto found = findAmongEdits(at); !found)
            return found;
    }
    return {};
}

/// The code may be the former one of a coupon that is being edited: Redis still had it when the issue began.
/// It is issued under the code that the partner and the user were given; this ends the edit.
Result<void> IssueBatch::findAmongEdits(std::size_t at)
{
    return eachRow(m_session,
                   QStringLiteral("SELECT id, created_at, status, EXISTS (SELECT 1 FROM doubt) FROM coupon"
                                  " WHERE old_code = ?"),
                   {QString::fromUtf8(m_entries[at].code)}, [&](const QSqlQuery &row) {
                       m_known[at] = {row.value(0).toLongLong(), m_entries[at].code,
                                      row.value(1).toLongLong(), RowStatus(row.value(2).toInt()),
                                      Known::Edit::IssuedByFormerCode};
                       m_anyDoubt = row.value(3).toBool();
                   });
}

Result<bool> IssueBatch::insertRows()
{
    std::vector<std::size_t> order;
    order.reserve(m_entries.size());
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        if (m_known[at].issuable())
            order.push_back(at);
    }
    if (order.empty())
        return false;
    // In the table's order, which is the same in every program, so that two batches do not deadlock.
    std::ranges::sort(order, {}, [&](std::size_t at) { return m_entries[at].user; });
    const auto inserted = m_session.takesLists() ? insertList(order) : insertJson(order);
    if (!inserted)
        return std::unexpected(inserted.error());
    return std::size_t(*inserted) == m_entries.size();
}

Result<qint64> IssueBatch::insertList(const std::vector<std::size_t> &order)
{
    static const ListStatement list{
        "INSERT INTO issue (user_id, coupon_id, reservation, issued_at, reserved_at) VALUES ", 5, false,
        " ON CONFLICT DO NOTHING"};
    const auto bind = [&](SqliteStatement &statement, int place, std::size_t row) {
        const IssueEntry &entry = m_entries[order[row]];
        const auto orNull = [&](int at, qint64 value) {
            value == 0 ? statement.bindNull(at) : statement.bind(at, value);
        };
        statement.bind(place, entry.user);
        statement.bind(place + 1, m_known[order[row]].id);
        orNull(place + 2, entry.reservation);
        statement.bind(place + 3, entry.at);
        orNull(place + 4, entry.reservedAt);
    };
    return runList(m_session, list, order.size(), bind, [](const SqliteStatement &, std::size_t) {});
}

Result<qint64> IssueBatch::insertJson(const std::vector<std::size_t> &order)
{
    QByteArray rows = "[";
    for (const std::size_t at : order) {
        const IssueEntry &entry = m_entries[at];
        rows += rows.size() > 1 ? ",[" : "[";
        rows += QByteArray::number(entry.user) + ',' + QByteArray::number(m_known[at].id) + ',';
        rows += (entry.reservation == 0 ? QByteArray("null") : QByteArray::number(entry.reservation)) + ',';
        rows += QByteArray::number(entry.at) + ',';
        rows += (entry.reservedAt == 0 ? QByteArray("null") : QByteArray::number(entry.reservedAt)) + ']';
    }
    rows += ']';
    const bool sqlite = m_session.engine() == DatabaseUrl::Engine::Sqlite;
    const QString sql =
        sqlite
            ? QStringLiteral("INSERT INTO issue (user_id, coupon_id, reservation, issued_at, reserved_at)"
                             " SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'),"
                             " json_extract(value, '$[2]'), json_extract(value, '$[3]'),"
                             " json_extract(value, '$[4]') FROM json_each(?)"
                             " WHERE 1 = 1 ON CONFLICT DO NOTHING")
            : QStringLiteral("INSERT INTO issue (user_id, coupon_id, reservation, issued_at, reserved_at)"
                             " SELECT CAST(value->>0 AS bigint), CAST(value->>1 AS bigint),"
                             " CAST(value->>2 AS bigint), CAST(value->>3 AS bigint),"
                             " CAST(value->>4 AS bigint)"
                             " FROM json_array_elements(CAST(? AS json)) AS e(value) ON CONFLICT DO NOTHING");
    return affected(m_session, sql, {QString::fromLatin1(rows)});
}

Booked IssueBatch::issued(std::size_t at, WallMs when) const
{
    const Known &known = m_known[at];
    return {Booked::Kind::Issued,
            {known.id, known.code, CouponStatus::Issued, m_entries[at].user, known.createdAt, when}};
}

void IssueBatch::answerAllIssued()
{
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
            QStringLiteral("UPDATE coupon SET status = 2 WHERE status = 0 AND id IN (SELECT value FROM ") +
                eachNumber(m_session) + u')',
            {jsonOf(staged)});
    }
    return done ? endEdits() : std::unexpected(done.error());
}

/// An issued coupon keeps the code under which it was issued, whichever of the edit's two that is.
Result<void> IssueBatch::endEdits()
{
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        const Known &known = m_known[at];
        if (known.edit == Known::Edit::None || !m_answers[at] ||
            m_answers[at]->kind != Booked::Kind::Issued || m_answers[at]->coupon.id != known.id)
            continue;
        const auto ended = known.edit == Known::Edit::IssuedByNewCode ? finishRename(m_session, known.id)
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
    if (const auto found = findCoupons(); !found)
        return std::unexpected(found.error());
    const auto all = insertRows();
    if (!all)
        return std::unexpected(all.error());
    if (*all)
        answerAllIssued();
    else if (const auto answered = answerOneByOne(); !answered)
        return std::unexpected(answered.error());
    if (const auto done = afterwards(); !done)
        return std::unexpected(done.error());
    if (const auto told = tell(); !told)
        return std::unexpected(told.error());
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

} // namespace seonchak::book
