// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/hook_rows.h"

#include "core/database/book/row_names.h"
#include "core/database/engine/rows.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace seonchak::book {

namespace {

constexpr int sweptAtOnce = 1000;
constexpr int answerMost = 300;

const QString &deliveryColumns()
{
    static const QString columns = QStringLiteral(
        "SELECT id, url, event, occurrence, at, data, state, tries, next_at, answered_at, status, answer"
        " FROM webhook ");
    return columns;
}

HookDelivery deliveryOf(const QSqlQuery &row)
{
    const auto text = [&](int column) { return row.value(column).toString(); };
    const auto n = [&](int column) { return row.value(column).toLongLong(); };
    return {n(0),
            text(1),
            {text(2), text(3), n(4), text(5).toUtf8()},
            HookDelivery::State(n(6)),
            int(n(7)),
            n(8),
            n(9),
            int(n(10)),
            text(11)};
}

Result<QList<HookDelivery>> readDeliveries(Session &session, const QString &where, const QVariantList &values)
{
    QList<HookDelivery> found;
    const auto read = eachRow(session, deliveryColumns() + where, values,
                              [&](const QSqlQuery &row) { found.append(deliveryOf(row)); });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

} // namespace

/// A single statement for all: an issue's batch should not wait for a hundred.
Result<void> tellHooks(Session &session, const QStringList &urls, std::span<const HookEvent> events)
{
    QJsonArray rows;
    for (const QString &url : urls) {
        for (const HookEvent &event : events)
            rows.append(
                QJsonArray{url, event.type, event.occurrence, event.at, QString::fromUtf8(event.data)});
    }
    if (rows.isEmpty())
        return {};
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const QString sql =
        QStringLiteral("INSERT INTO webhook (url, event, occurrence, at, data, next_at) ") +
        (sqlite ? QStringLiteral("SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'),"
                                 " json_extract(value, '$[2]'), json_extract(value, '$[3]'),"
                                 " json_extract(value, '$[4]'), json_extract(value, '$[3]')"
                                 " FROM json_each(?) WHERE 1 = 1")
                : QStringLiteral("SELECT value->>0, value->>1, value->>2, CAST(value->>3 AS bigint),"
                                 " value->>4, CAST(value->>3 AS bigint)"
                                 " FROM json_array_elements(CAST(? AS json)) AS e(value)")) +
        QStringLiteral(" ON CONFLICT (occurrence, url) DO NOTHING");
    const QByteArray json = QJsonDocument(rows).toJson(QJsonDocument::Compact);
    return withoutCount(affected(session, sql, {QString::fromUtf8(json)}));
}

HookEvent issuedEvent(CouponId coupon, UserId user, WallMs at)
{
    const QByteArray id = QByteArray::number(coupon);
    const QByteArray who = QByteArray::number(user);
    return {QStringLiteral("coupon.issued"), QStringLiteral("coupon.issued:") + QString::fromLatin1(id), at,
            "{\"couponId\":" + id + ",\"userId\":" + who + ",\"userIdText\":\"" + who + "\"}"};
}

Result<QList<HookDelivery>> dueHooks(Session &session, const QString &url, WallMs now, int most)
{
    return readDeliveries(
        session,
        "WHERE state = {webhook.Waiting} AND url = ? AND next_at <= ? ORDER BY next_at, id LIMIT ?"_sql,
        {url, now, most});
}

Result<HookReceiver> hookReceiver(Session &session, const QString &url)
{
    HookReceiver receiver{url, {}, 0, 0, 0};
    const auto read =
        eachRow(session, QStringLiteral("SELECT owner, beat, off_at FROM webhook_receiver WHERE url = ?"),
                {url}, [&](const QSqlQuery &row) {
                    receiver.owner = row.value(0).toString();
                    receiver.beat = row.value(1).toLongLong();
                    receiver.offAt = row.value(2).toLongLong();
                });
    if (!read)
        return std::unexpected(read.error());
    return receiver;
}

Result<bool> takeReceiver(Session &session, const HookReceiver &seen, const QString &owner)
{
    const auto made = affected(
        session, QStringLiteral("INSERT INTO webhook_receiver (url) VALUES (?) ON CONFLICT DO NOTHING"),
        {seen.url});
    if (!made)
        return std::unexpected(made.error());
    const auto taken =
        affected(session,
                 QStringLiteral("UPDATE webhook_receiver SET owner = ?, beat = beat + 1"
                                " WHERE url = ? AND owner = ? AND beat = ?"),
                 {owner, seen.url, seen.owner.isEmpty() ? QStringLiteral("") : seen.owner, seen.beat});
    return taken ? Result<bool>(*taken > 0) : std::unexpected(taken.error());
}

Result<bool> beatReceiver(Session &session, const QString &url, const QString &owner)
{
    const auto beaten = affected(
        session, QStringLiteral("UPDATE webhook_receiver SET beat = beat + 1 WHERE url = ? AND owner = ?"),
        {url, owner});
    return beaten ? Result<bool>(*beaten > 0) : std::unexpected(beaten.error());
}

Result<void> leaveReceivers(Session &session, const QString &owner)
{
    return withoutCount(
        affected(session, QStringLiteral("UPDATE webhook_receiver SET owner = '' WHERE owner = ?"), {owner}));
}

Result<void> noteOutcomes(Session &session, std::span<const HookOutcome> outcomes)
{
    for (const HookOutcome &one : outcomes) {
        const auto noted = affected(
            session,
            "UPDATE webhook SET state = ?, tries = tries + 1, next_at = ?,"
            " answered_at = ?, status = ?, answer = ?"
            " WHERE id = ? AND state IN ({webhook.Waiting}, {webhook.SwitchedOff}) AND tries = ?"_sql,
            {int(one.state), one.nextAt, one.at, one.status, storable(one.answer, answerMost), one.id,
             one.triesBefore});
        if (!noted)
            return std::unexpected(noted.error());
    }
    return {};
}

Result<void> switchOff(Session &session, const QString &url, WallMs now)
{
    const auto off = affected(
        session, QStringLiteral("UPDATE webhook_receiver SET off_at = ? WHERE url = ? AND off_at = 0"),
        {now, url});
    return off ? withoutCount(endUnsent(session, url)) : std::unexpected(off.error());
}

Result<qint64> endUnsent(Session &session, const QString &url)
{
    // It may have been switched on meanwhile.
    return affected(session,
                    "UPDATE webhook SET state = {webhook.SwitchedOff} WHERE state = {webhook.Waiting}"
                    " AND url = ? AND EXISTS"
                    " (SELECT 1 FROM webhook_receiver WHERE url = ? AND off_at <> 0)"_sql,
                    {url, url});
}

Result<HookDelivery> sendAgain(Session &session, qint64 id, WallMs now)
{
    const auto changed = affected(
        session, "UPDATE webhook SET state = {webhook.Waiting}, tries = 0, next_at = ? WHERE id = ?"_sql,
        {now, id});
    if (!changed)
        return std::unexpected(changed.error());
    if (*changed == 0)
        return failure(Trouble::NotFound, QStringLiteral("there is no such delivery"));
    const auto row = readDeliveries(session, QStringLiteral("WHERE id = ?"), {id});
    if (!row || row->isEmpty())
        return row ? failure(Trouble::NotFound, QStringLiteral("there is no such delivery"))
                   : std::unexpected(row.error());
    const auto on = affected(session, QStringLiteral("UPDATE webhook_receiver SET off_at = 0 WHERE url = ?"),
                             {row->first().url});
    return on ? Result<HookDelivery>(row->first()) : std::unexpected(on.error());
}

Result<QList<HookDelivery>> hookDeliveries(Session &session, const HookFilter &filter)
{
    QString where = QStringLiteral("WHERE 1 = 1");
    QVariantList values;
    if (filter.state) {
        where += QStringLiteral(" AND state = ?");
        values.append(int(*filter.state));
    }
    if (filter.before > 0) {
        where += QStringLiteral(" AND id < ?");
        values.append(filter.before);
    }
    values.append(filter.limit);
    return readDeliveries(session, where + QStringLiteral(" ORDER BY id DESC LIMIT ?"), values);
}

Result<QList<HookReceiver>> hookReceivers(Session &session, const QStringList &urls)
{
    QList<HookReceiver> receivers;
    for (const QString &url : urls) {
        auto one = hookReceiver(session, url);
        if (!one)
            return std::unexpected(one.error());
        const auto waiting = number(
            session, "SELECT count(*) FROM webhook WHERE state = {webhook.Waiting} AND url = ?"_sql, {url});
        if (!waiting)
            return std::unexpected(waiting.error());
        one->waiting = *waiting;
        receivers.append(*one);
    }
    return receivers;
}

Result<qint64> sweepHooks(Session &session, const QString &url, qint64 most)
{
    return affected(
        session,
        "DELETE FROM webhook WHERE id IN (SELECT id FROM webhook WHERE url = ?"
        " AND state <> {webhook.Waiting} AND id <= (SELECT id FROM webhook WHERE url = ?"
        " AND state <> {webhook.Waiting} ORDER BY id DESC LIMIT 1 OFFSET ?) ORDER BY id LIMIT ?)"_sql,
        {url, url, most, sweptAtOnce});
}

} // namespace seonchak::book
