// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/issue_insert.h"

#include "core/database/engine/list_statement.h"
#include "core/database/engine/postgres_array.h"

#include <QVarLengthArray>

#include <algorithm>

namespace seonchak::book {

namespace {

/// Printable ASCII, like nearly all codes, needs no further check.
bool mayStandInBook(const QByteArray &code)
{
    return !code.isEmpty() &&
           (std::ranges::all_of(code, [](char c) { return c > 0x20 && c < 0x7f; }) || isValidCode(code));
}

/// PostgreSQL: the function of migration 0011. Each entry becomes a place in its arrays.
QString callOfBatch()
{
    return QStringLiteral("SELECT entry, known_id, created, state, edited, any_doubt, inserted"
                          " FROM issue_batch(?, ?, ?, ?, ?, ?)");
}

/// Its arguments. `plain`: nothing is inserted where the batch needs more than rows.
QVariantList argumentsOf(std::span<const IssueEntry> entries, bool plain)
{
    PostgresArray users;
    PostgresArray codes;
    PostgresArray reservations;
    PostgresArray times;
    PostgresArray reservedTimes;
    for (const IssueEntry &entry : entries) {
        users.append(entry.user);
        mayStandInBook(entry.code) ? codes.append(entry.code) : codes.appendNull();
        reservations.append(entry.reservation);
        times.append(entry.at);
        reservedTimes.append(entry.reservedAt);
    }
    return {users.text(), codes.text(),         reservations.text(),
            times.text(), reservedTimes.text(), plain ? QVariant(qint64(entries.size())) : QVariant()};
}

/// Takes a row of its answer.
void take(const QSqlQuery &row, std::span<const IssueEntry> entries, InsertedIssues &into)
{
    const auto at = std::size_t(row.value(0).toLongLong());
    into.known[at] = {row.value(1).toLongLong(), entries[at].code, row.value(2).toLongLong(),
                      RowStatus(row.value(3).toInt()), KnownCode::Edit(row.value(4).toInt())};
    into.anyDoubt = row.value(5).toBool();
    into.all = std::size_t(row.value(6).toLongLong()) == entries.size();
}

Result<InsertedIssues> insertArrays(Session &session, std::span<const IssueEntry> entries)
{
    InsertedIssues done{std::vector<KnownCode>(entries.size())};
    const auto read = eachRow(session, callOfBatch(), argumentsOf(entries, false),
                              [&](const QSqlQuery &row) { take(row, entries, done); });
    return read ? Result<InsertedIssues>(std::move(done)) : std::unexpected(read.error());
}

/// SQLite: a few statements in turn.
class SqliteInsert
{
public:
    SqliteInsert(Session &session, std::span<const IssueEntry> entries)
        : m_session(session)
        , m_entries(entries)
        , m_done{std::vector<KnownCode>(entries.size())}
    {
    }

    Result<InsertedIssues> write();

private:
    Result<void> findCoupons();
    Result<void> readCouponsOfList();
    Result<void> readCouponsOfJson();
    Result<void> findAmongEdits(std::size_t at);
    Result<void> insertRows();
    /// Places among the entries; a batch of ordinary size takes no allocation.
    using Order = QVarLengthArray<std::size_t, 128>;
    Result<qint64> insertList(const Order &order);
    Result<qint64> insertJson(const Order &order);

    Session &m_session;
    std::span<const IssueEntry> m_entries;
    InsertedIssues m_done;
};

Result<InsertedIssues> SqliteInsert::write()
{
    if (const auto found = findCoupons(); !found)
        return std::unexpected(found.error());
    if (const auto inserted = insertRows(); !inserted)
        return std::unexpected(inserted.error());
    return std::move(m_done);
}

/// Binds values directly on SQLite, which costs half as much as extracting them from a JSON text.
Result<void> SqliteInsert::readCouponsOfList()
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
        m_done.known[at] = {row.number(1), m_entries[at].code, row.number(2), RowStatus(row.number(3)),
                            row.number(5) != 0 ? KnownCode::Edit::IssuedByNewCode : KnownCode::Edit::None};
        m_done.anyDoubt = row.number(4) != 0;
    };
    const auto read = runList(m_session, list, m_entries.size(), bind, take);
    return read ? Result<void>{} : std::unexpected(read.error());
}

/// Without the connection's own handle: a JSON text takes the list's place.
Result<void> SqliteInsert::readCouponsOfJson()
{
    // CROSS JOIN fixes the order: each code is looked up in the index.
    const QString sql =
        QStringLiteral("SELECT e.key, c.id, c.created_at, c.status, EXISTS (SELECT 1 FROM doubt),"
                       " c.old_code IS NOT NULL FROM json_each(?) e"
                       " CROSS JOIN coupon c ON c.code = e.value");
    QList<QByteArray> codes;
    codes.reserve(qsizetype(m_entries.size()));
    for (const IssueEntry &entry : m_entries)
        codes.append(mayStandInBook(entry.code) ? entry.code : QByteArray());
    return eachRow(m_session, sql, {jsonOf(codes)}, [&](const QSqlQuery &row) {
        const auto at = std::size_t(row.value(0).toLongLong());
        m_done.known[at] = {row.value(1).toLongLong(), m_entries[at].code, row.value(2).toLongLong(),
                            RowStatus(row.value(3).toInt()),
                            row.value(5).toBool() ? KnownCode::Edit::IssuedByNewCode : KnownCode::Edit::None};
        m_done.anyDoubt = row.value(4).toBool();
    });
}

Result<void> SqliteInsert::findCoupons()
{
    if (auto read = m_session.takesLists() ? readCouponsOfList() : readCouponsOfJson(); !read)
        return read;
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        if (m_done.known[at].id != 0 || !mayStandInBook(m_entries[at].code))
            continue;
        if (auto found = findAmongEdits(at); !found)
            return found;
    }
    return {};
}

/// The code may be the former one of a coupon that is being edited: Redis still had it when the issue began.
/// It is issued under the code that the partner and the user were given; this ends the edit.
Result<void> SqliteInsert::findAmongEdits(std::size_t at)
{
    return eachRow(m_session,
                   QStringLiteral("SELECT id, created_at, status, EXISTS (SELECT 1 FROM doubt) FROM coupon"
                                  " WHERE old_code = ?"),
                   {QString::fromUtf8(m_entries[at].code)}, [&](const QSqlQuery &row) {
                       m_done.known[at] = {row.value(0).toLongLong(), m_entries[at].code,
                                           row.value(1).toLongLong(), RowStatus(row.value(2).toInt()),
                                           KnownCode::Edit::IssuedByFormerCode};
                       m_done.anyDoubt = row.value(3).toBool();
                   });
}

Result<void> SqliteInsert::insertRows()
{
    Order order;
    order.reserve(qsizetype(m_entries.size()));
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        if (m_done.known[at].issuable())
            order.push_back(at);
    }
    if (order.isEmpty())
        return {};
    std::ranges::sort(order, {}, [&](std::size_t at) { return m_entries[at].user; });
    const auto inserted = m_session.takesLists() ? insertList(order) : insertJson(order);
    if (!inserted)
        return std::unexpected(inserted.error());
    m_done.all = std::size_t(*inserted) == m_entries.size();
    return {};
}

Result<qint64> SqliteInsert::insertList(const Order &order)
{
    static const ListStatement list{
        "INSERT INTO issue (user_id, coupon_id, reservation, issued_at, reserved_at) VALUES ", 5, false,
        " ON CONFLICT DO NOTHING"};
    const auto bind = [&](SqliteStatement &statement, int place, std::size_t row) {
        const IssueEntry &entry = m_entries[order[qsizetype(row)]];
        const auto orNull = [&](int at, qint64 value) {
            value == 0 ? statement.bindNull(at) : statement.bind(at, value);
        };
        statement.bind(place, entry.user);
        statement.bind(place + 1, m_done.known[order[qsizetype(row)]].id);
        orNull(place + 2, entry.reservation);
        statement.bind(place + 3, entry.at);
        orNull(place + 4, entry.reservedAt);
    };
    return runList(m_session, list, std::size_t(order.size()), bind,
                   [](const SqliteStatement &, std::size_t) {});
}

Result<qint64> SqliteInsert::insertJson(const Order &order)
{
    QByteArray rows = "[";
    for (const std::size_t at : order) {
        const IssueEntry &entry = m_entries[at];
        rows += rows.size() > 1 ? ",[" : "[";
        rows += QByteArray::number(entry.user) + ',' + QByteArray::number(m_done.known[at].id) + ',';
        rows += (entry.reservation == 0 ? QByteArray("null") : QByteArray::number(entry.reservation)) + ',';
        rows += QByteArray::number(entry.at) + ',';
        rows += (entry.reservedAt == 0 ? QByteArray("null") : QByteArray::number(entry.reservedAt)) + ']';
    }
    rows += ']';
    const QString sql =
        QStringLiteral("INSERT INTO issue (user_id, coupon_id, reservation, issued_at, reserved_at)"
                       " SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'),"
                       " json_extract(value, '$[2]'), json_extract(value, '$[3]'),"
                       " json_extract(value, '$[4]') FROM json_each(?)"
                       " WHERE 1 = 1 ON CONFLICT DO NOTHING");
    return affected(m_session, sql, {QString::fromLatin1(rows)});
}

} // namespace

Result<InsertedIssues> insertPlainIssues(Session &session, std::span<const IssueEntry> entries)
{
    InsertedIssues done{std::vector<KnownCode>(entries.size())};
    const auto read = session.transactionOfOne(callOfBatch(), argumentsOf(entries, true),
                                               [&](const QSqlQuery &row) { take(row, entries, done); });
    return read ? Result<InsertedIssues>(std::move(done)) : std::unexpected(read.error());
}

Result<InsertedIssues> insertIssues(Session &session, std::span<const IssueEntry> entries)
{
    if (session.engine() == DatabaseUrl::Engine::Postgresql)
        return insertArrays(session, entries);
    return SqliteInsert(session, entries).write();
}

} // namespace seonchak::book
