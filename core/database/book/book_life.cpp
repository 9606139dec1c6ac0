// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_life.h"

#include "core/coupon/code_text.h"
#include "core/database/book/book_reads.h"
#include "core/database/book/coupon_rows.h"
#include "core/database/book/row_names.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace seonchak::book {

namespace {

using What = LifeEvent::What;

constexpr qsizetype eventsMost = 500;
constexpr qsizetype detailMost = 500;
constexpr WallMs sameMoment = 1000; ///< two clocks measured one reservation

// life.what in the schema: these numbers must not change with the enumeration.
static_assert(int(What::Reserved) == 2 && int(What::Edited) == 8 && int(What::SetAside) == 10);

/// The coupon that has this code, has it as the former code of a pending edit, or had it before its last edit
/// of that code.
Result<std::optional<Coupon>> find(Session &session, const QByteArray &code)
{
    const auto spellings = codeSpellings(code);
    const QString ways[] = {
        QStringLiteral("SELECT id FROM coupon WHERE code = ?"),
        QStringLiteral("SELECT id FROM coupon WHERE old_code = ?"),
        "SELECT coupon_id FROM life WHERE id ="
        " (SELECT max(id) FROM life WHERE what = {life.Edited} AND detail = ?)"_sql,
    };
    for (const QString &ids : ways) {
        for (const QByteArray &spelling : spellings) {
            auto found = couponOf(session, ids, {QString::fromUtf8(spelling)});
            if (!found || *found)
                return found;
        }
    }
    return std::nullopt;
}

/// One coupon's events, collected from all tables.
class Story
{
public:
    Story(Session &session, const Coupon &coupon)
        : m_session(session)
        , m_coupon(coupon)
    {
    }

    Result<QList<LifeEvent>> tell();

private:
    Result<void> readBeginnings();
    Result<void> readLife();
    Result<void> readSetAside();
    Result<void> readDoubt();
    Result<void> readIssue();
    void append(What what, WallMs at, std::optional<UserId> user = {}, const QString &detail = {});
    [[nodiscard]] bool isInDoubtSince(UserId user) const;
    [[nodiscard]] bool has(What what, UserId user, WallMs from = 0) const;
    QString takeDecider();

    Session &m_session;
    const Coupon &m_coupon;
    QList<LifeEvent> m_events;
};

void Story::append(What what, WallMs at, std::optional<UserId> user, const QString &detail)
{
    m_events.append({what, at, user, {}, detail});
}

Result<void> Story::readBeginnings()
{
    append(What::Generated, m_coupon.createdAt);
    // A STAGED coupon still has a batch, but it is meaningless.
    return eachRow(m_session,
                   "SELECT p.claimed_at FROM coupon c JOIN push p ON p.batch = c.batch WHERE c.id = ?"
                   " AND c.status <> {Staged} AND c.id BETWEEN p.first_id AND p.last_id"
                   " AND p.claimed_at >= c.created_at"_sql,
                   {m_coupon.id},
                   [&](const QSqlQuery &row) { append(What::Pushed, row.value(0).toLongLong()); });
}

Result<void> Story::readLife()
{
    QList<LifeEvent> newestFirst;
    const auto read =
        eachRow(m_session,
                QStringLiteral("SELECT at, what, user_id, actor, detail FROM life WHERE coupon_id = ?"
                               " ORDER BY id DESC LIMIT ?"),
                {m_coupon.id, eventsMost}, [&](const QSqlQuery &row) {
                    std::optional<UserId> user;
                    if (!row.isNull(2))
                        user = row.value(2).toLongLong();
                    newestFirst.append({What(row.value(1).toInt()), row.value(0).toLongLong(), user,
                                        row.value(3).toString(), row.value(4).toString()});
                });
    std::ranges::reverse(newestFirst);
    m_events += newestFirst;
    return read;
}

Result<void> Story::readSetAside()
{
    return eachRow(
        m_session,
        QStringLiteral("SELECT at, user_id, why FROM set_aside WHERE coupon_id = ? ORDER BY id DESC LIMIT ?"),
        {m_coupon.id, eventsMost}, [&](const QSqlQuery &row) {
            const UserId user = row.value(1).toLongLong();
            m_events.removeIf([&](const LifeEvent &e) { return e.what == What::SetAside && e.user == user; });
            append(What::SetAside, row.value(0).toLongLong(), user, row.value(2).toString());
        });
}

bool Story::has(What what, UserId user, WallMs from) const
{
    return std::ranges::any_of(
        m_events, [&](const LifeEvent &e) { return e.what == what && e.user == user && e.at >= from; });
}

/// Whether the life table has an event of the doubt that is open now.
bool Story::isInDoubtSince(UserId user) const
{
    bool open = false;
    for (const LifeEvent &event : m_events) {
        const bool ends = event.what == What::Restored || event.what == What::Reserved;
        if (event.what == What::InDoubt && event.user == user)
            open = true;
        else if (ends)
            open = false;
    }
    return open;
}

Result<void> Story::readDoubt()
{
    return eachRow(
        m_session,
        QStringLiteral("SELECT user_id, since, attempts, asked_at, answer FROM doubt WHERE coupon_id = ?"),
        {m_coupon.id}, [&](const QSqlQuery &row) {
            const UserId user = row.value(0).toLongLong();
            if (!isInDoubtSince(user))
                append(What::InDoubt, row.value(1).toLongLong(), user);
            if (row.value(2).toLongLong() > 0 && !has(What::Asked, user))
                append(What::Asked, row.value(3).toLongLong(), user, row.value(4).toString());
        });
}

/// Who declared the issue, if a person did; for the rest the issue row is better than that event.
QString Story::takeDecider()
{
    QString decider;
    m_events.removeIf([&](const LifeEvent &event) {
        if (event.what != What::Issued)
            return false;
        decider = event.actor;
        return true;
    });
    return decider;
}

Result<void> Story::readIssue()
{
    return eachRow(m_session,
                   QStringLiteral("SELECT user_id, issued_at, reserved_at FROM issue WHERE coupon_id = ?"),
                   {m_coupon.id}, [&](const QSqlQuery &row) {
                       const UserId user = row.value(0).toLongLong();
                       const WallMs reserved = row.value(2).toLongLong();
                       if (reserved > 0 && !has(What::Reserved, user, reserved - sameMoment))
                           append(What::Reserved, reserved, user);
                       const QString decider = takeDecider();
                       append(What::Issued, row.value(1).toLongLong(), user);
                       m_events.back().actor = decider;
                   });
}

Result<QList<LifeEvent>> Story::tell()
{
    for (const auto part : {&Story::readBeginnings, &Story::readLife, &Story::readSetAside, &Story::readDoubt,
                            &Story::readIssue}) {
        if (const auto read = (this->*part)(); !read)
            return std::unexpected(read.error());
    }
    // Within one millisecond: reserved before its outcome, the rest in the order of writing.
    const auto rank = [](const LifeEvent &e) {
        return std::pair(e.at, std::min(int(e.what), int(What::PartnerRefused)));
    };
    std::ranges::stable_sort(m_events, {}, rank);
    if (m_events.size() > eventsMost) // the beginning, and the latest
        m_events.remove(1, m_events.size() - eventsMost);
    return m_events;
}

QString rowsOf(const QList<LifeEntry> &entries)
{
    QJsonArray rows;
    for (const LifeEntry &entry : entries) {
        const LifeEvent &event = entry.event;
        rows.append(QJsonArray{storable(QString::fromUtf8(entry.code)), event.at, int(event.what),
                               event.user ? QJsonValue(*event.user) : QJsonValue(),
                               storable(event.actor, detailMost), storable(event.detail, detailMost)});
    }
    return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

/// The columns of one entry as `e`, over the JSON array of one `?`.
QString eachEntry(const Session &session)
{
    if (session.engine() == DatabaseUrl::Engine::Sqlite) {
        return QStringLiteral(
            "(SELECT key, json_extract(value, '$[0]') AS code, json_extract(value, '$[1]') AS at,"
            " json_extract(value, '$[2]') AS what, json_extract(value, '$[3]') AS user_id,"
            " json_extract(value, '$[4]') AS actor, json_extract(value, '$[5]') AS detail"
            " FROM json_each(?)) e");
    }
    return QStringLiteral("(SELECT nr AS key, value->>0 AS code, CAST(value->>1 AS bigint) AS at,"
                          " CAST(value->>2 AS smallint) AS what, CAST(value->>3 AS bigint) AS user_id,"
                          " value->>4 AS actor, value->>5 AS detail"
                          " FROM json_array_elements(CAST(? AS json)) WITH ORDINALITY AS t(value, nr)) e");
}

} // namespace

Result<std::optional<Biography>> biography(Session &session, const QByteArray &code)
{
    if (!isValidCode(code))
        return std::nullopt;
    std::optional<Biography> life;
    const auto read = session.snapshot([&]() -> Result<void> {
        const auto coupon = find(session, code);
        if (!coupon || !*coupon)
            return coupon ? Result<void>{} : std::unexpected(coupon.error());
        auto events = Story(session, **coupon).tell();
        if (!events)
            return std::unexpected(events.error());
        life = Biography{**coupon, std::move(*events)};
        return {};
    });
    if (!read)
        return std::unexpected(read.error());
    return life;
}

Result<void> writeLife(Session &session, const QList<LifeEntry> &entries, qint64 most)
{
    if (entries.isEmpty())
        return {};
    // By its present code or a recent one: the coupon may have been edited before this is written.
    const QString sql =
        "INSERT INTO life (coupon_id, at, what, user_id, actor, detail)"
        " SELECT id, at, what, user_id, actor, detail FROM (SELECT e.*, coalesce("
        "(SELECT c.id FROM coupon c WHERE c.code = e.code),"
        " (SELECT c.id FROM coupon c WHERE c.old_code = e.code),"
        " (SELECT l.coupon_id FROM life l WHERE l.id ="
        " (SELECT max(f.id) FROM life f WHERE f.what = {life.Edited} AND f.detail = e.code))) AS id"
        " FROM "_sql +
        eachEntry(session) + QStringLiteral(") known WHERE id IS NOT NULL ORDER BY key");
    const auto written = affected(session, sql, {rowsOf(entries)});
    if (!written)
        return std::unexpected(written.error());
    const auto dropped = affected(
        session, QStringLiteral("DELETE FROM life WHERE id <= (SELECT max(id) FROM life) - ?"), {most});
    return dropped ? Result<void>{} : std::unexpected(dropped.error());
}

} // namespace seonchak::book
