// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/book_rows.h"

#include "core/database/book/book_life.h"
#include "core/database/book/row_names.h"
#include "core/database/engine/row_stream.h"

namespace seonchak::dossier {

namespace {

using book::operator""_sql;
using What = LifeEvent::What;
constexpr const char *notRecorded = "NOT_RECORDED";
constexpr int stillOpen = 100; ///< in addition to life.what: a row of the doubt table

/// Everything that the book recorded about coupons that were ever in doubt, coupon by coupon, in the order of
/// time.
QString eventsSql()
{
    return "SELECT e.coupon_id, c.code, e.at, e.what, e.user_id, e.actor, e.detail, e.reservation,"
           " e.attempts, e.asked_at, i.user_id, i.issued_at FROM ("
           "SELECT l.coupon_id, l.id AS seq, l.at, l.what, l.user_id, l.actor, l.detail,"
           " 0 AS reservation, 0 AS attempts, 0 AS asked_at FROM life l"
           " WHERE l.what IN ({life.Restored}, {life.InDoubt}, {life.Asked}, {life.Issued})"
           " AND l.coupon_id IN"
           " (SELECT coupon_id FROM life WHERE what = {life.InDoubt} UNION SELECT coupon_id FROM doubt)"
           " UNION ALL SELECT s.coupon_id, 0, s.at, {life.SetAside}, s.user_id, '', s.why, s.reservation,"
           " 0, 0 FROM set_aside s"
           " UNION ALL SELECT d.coupon_id, 0, d.since, %1, d.user_id, '', d.answer, d.reservation,"
           " d.attempts, d.asked_at FROM doubt d) e JOIN coupon c ON c.id = e.coupon_id"
           " LEFT JOIN issue i ON i.coupon_id = e.coupon_id"
           " ORDER BY e.coupon_id, CASE WHEN e.what = %1 THEN 1 ELSE 0 END, e.at, e.seq"_sql.arg(stillOpen);
}

struct DoubtEvent
{
    CouponId coupon = 0;
    QByteArray code;
    WallMs at = 0;
    int what = 0;
    QByteArray user;
    QByteArray actor;
    QByteArray detail;
    qint64 reservation = 0;
    qint64 attempts = 0;
    WallMs askedAt = 0;
    QByteArray holder; ///< the user to whom the coupon is issued
    WallMs issuedAt = 0;
};

DoubtEvent eventIn(const QSqlQuery &row, const UserNames &users)
{
    const auto n = [&](int column) { return row.value(column).toLongLong(); };
    const auto user = [&](int column) { return row.isNull(column) ? QByteArray() : users.of(n(column)); };
    return {n(0),
            row.value(1).toString().toUtf8(),
            n(2),
            row.value(3).toInt(),
            user(4),
            row.value(5).toString().toUtf8(),
            users.in(row.value(6).toString()).toUtf8(),
            n(7),
            n(8),
            n(9),
            user(10),
            n(11)};
}

/// Combines events into doubts.
class DoubtStory
{
public:
    explicit DoubtStory(const Take<DoubtRow> &take)
        : m_take(take)
    {
    }
    bool tell(const DoubtEvent &event);
    bool finish();

private:
    void begin(const DoubtEvent &event);
    void end(const DoubtEvent &event, const char *how);
    void stands(const DoubtEvent &event);

    const Take<DoubtRow> &m_take;
    std::optional<DoubtRow> m_doubt;
    DoubtEvent m_last; ///< of its coupon
    bool m_goesOn = true;
};

void DoubtStory::begin(const DoubtEvent &event)
{
    if (m_doubt && m_doubt->end.isEmpty() && m_doubt->user == event.user)
        return; // reported a second time
    if (m_doubt && m_doubt->end.isEmpty())
        m_doubt->end = notRecorded;
    finish();
    m_doubt =
        DoubtRow{event.coupon, event.code, event.user, event.reservation, event.at, 0, 0, {}, {}, 0, {}, {}};
    m_last = event;
}

void DoubtStory::end(const DoubtEvent &event, const char *how)
{
    if (!m_doubt || !m_doubt->end.isEmpty())
        return;
    m_doubt->end = how;
    m_doubt->endedAt = event.at;
    m_doubt->endedBy = event.actor;
    if (!event.detail.isEmpty())
        m_doubt->answer = event.detail;
    if (m_doubt->end == "ISSUED")
        m_doubt->holder = event.holder.isEmpty() ? event.user : event.holder;
}

/// The doubt table decides what is open now, unless the coupon is issued.
void DoubtStory::stands(const DoubtEvent &event)
{
    begin(event);
    m_doubt->since = event.at;
    m_doubt->reservation = event.reservation;
    m_doubt->asked = std::max(m_doubt->asked, event.attempts);
    m_doubt->askedAt = std::max(m_doubt->askedAt, event.askedAt);
    if (!event.detail.isEmpty())
        m_doubt->answer = event.detail;
    if (event.holder.isEmpty())
        m_doubt->end = "OPEN";
}

bool DoubtStory::tell(const DoubtEvent &event)
{
    if (m_doubt && m_doubt->coupon != event.coupon)
        finish();
    switch (event.what) {
    case int(What::InDoubt):
        begin(event);
        break;
    case int(What::Asked):
        if (m_doubt && m_doubt->end.isEmpty()) {
            ++m_doubt->asked;
            m_doubt->askedAt = event.at;
            m_doubt->answer = event.detail;
        }
        break;
    case int(What::Restored):
        end(event, "RESTORED");
        break;
    case int(What::Issued):
        end(event, "ISSUED");
        break;
    case int(What::SetAside):
        end(event, "SET_ASIDE");
        break;
    case stillOpen:
        stands(event);
        break;
    default:
        break;
    }
    return m_goesOn;
}

bool DoubtStory::finish()
{
    if (!m_doubt)
        return m_goesOn;
    if (m_doubt->end.isEmpty() && m_last.holder == m_doubt->user) {
        m_doubt->end = "ISSUED";
        m_doubt->endedAt = m_last.issuedAt;
        m_doubt->holder = m_last.holder;
    } else if (m_doubt->end.isEmpty()) {
        m_doubt->end = notRecorded;
    }
    m_goesOn = m_goesOn && m_take(*m_doubt);
    m_doubt.reset();
    return m_goesOn;
}

} // namespace

Result<void> eachDoubt(Session &session, const UserNames &users, const Take<DoubtRow> &take)
{
    DoubtStory story(take);
    const auto read = streamRows(session, eventsSql(),
                                 [&](const QSqlQuery &row) { return story.tell(eventIn(row, users)); });
    story.finish();
    return read;
}

} // namespace seonchak::dossier
