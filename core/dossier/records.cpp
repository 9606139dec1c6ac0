// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/records.h"

#include "core/coupon/csv_writer.h"
#include "core/dossier/cells.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace seonchak::dossier {

namespace {

constexpr const char *couponHead =
    "id,code,state,user,created_at,pushed_at,reserved_at,issued_at,doubted_at,voided_at";
constexpr const char *refusalHead = "user,reason,first_at,last_at,times,stock_filled_at,sold_out_at";
constexpr const char *doubtHead = "coupon_id,code,user,reservation,since,asked,last_asked_at,last_answer,end,"
                                  "ended_at,ended_by,issued_to";
constexpr const char *stockHead = "second,filled,taken,withdrawn,left";
constexpr const char *refusalSecondHead = "second,reason,refusals";

QByteArray withMark(const char *head)
{
    return QByteArray(csvMark) + head + "\r\n";
}

} // namespace

QStringList fileNames()
{
    QStringList names;
    for (const char *one : {name::audit, name::coupons, name::page, name::doubts, name::refusalSeconds,
                            name::refusals, name::settings, name::stock, name::summary})
        names << QString::fromLatin1(one);
    return names;
}

template <>
QByteArray headOf<CouponRow>()
{
    return withMark(couponHead);
}

template <>
QByteArray headOf<RefusalRow>()
{
    return withMark(refusalHead);
}

template <>
QByteArray headOf<DoubtRow>()
{
    return withMark(doubtHead);
}

template <>
QByteArray headOf<StockSecond>()
{
    return withMark(stockHead);
}

template <>
QByteArray headOf<RefusalSecond>()
{
    return withMark(refusalSecondHead);
}

std::string lineOf(const CouponRow &row)
{
    CellsOut cells;
    cells.number(row.id).text(row.code).plain(statusName(row.state)).plain(row.user);
    for (const WallMs at : {row.created, row.pushed, row.reserved, row.issued, row.doubted, row.voided})
        cells.time(at);
    return cells.line();
}

template <>
std::optional<CouponRow> rowOf<CouponRow>(const QList<QByteArray> &list)
{
    CellsIn cells(list);
    CouponRow row;
    row.id = cells.number();
    row.code = cells.text();
    const auto state = statusFromName(cells.text());
    row.user = cells.text();
    for (WallMs *at : {&row.created, &row.pushed, &row.reserved, &row.issued, &row.doubted, &row.voided})
        *at = cells.time();
    if (!state || !cells.areAllRead())
        return std::nullopt;
    row.state = *state;
    return row;
}

std::string lineOf(const RefusalRow &row)
{
    CellsOut cells;
    cells.plain(row.user).plain(row.reason).time(row.first).time(row.last).number(row.times);
    return cells.time(row.filled).time(row.soldOut).line();
}

template <>
std::optional<RefusalRow> rowOf<RefusalRow>(const QList<QByteArray> &list)
{
    CellsIn cells(list);
    RefusalRow row;
    row.user = cells.text();
    row.reason = cells.text();
    row.first = cells.time();
    row.last = cells.time();
    row.times = cells.number();
    row.filled = cells.time();
    row.soldOut = cells.time();
    return cells.areAllRead() ? std::optional(row) : std::nullopt;
}

std::string lineOf(const DoubtRow &row)
{
    CellsOut cells;
    cells.number(row.coupon).text(row.code).plain(row.user).number(row.reservation).time(row.since);
    cells.number(row.asked).time(row.askedAt).text(row.answer).plain(row.end).time(row.endedAt);
    return cells.text(row.endedBy).plain(row.holder).line();
}

template <>
std::optional<DoubtRow> rowOf<DoubtRow>(const QList<QByteArray> &list)
{
    CellsIn cells(list);
    DoubtRow row;
    row.coupon = cells.number();
    row.code = cells.text();
    row.user = cells.text();
    row.reservation = cells.number();
    row.since = cells.time();
    row.asked = cells.number();
    row.askedAt = cells.time();
    row.answer = cells.text();
    row.end = cells.text();
    row.endedAt = cells.time();
    row.endedBy = cells.text();
    row.holder = cells.text();
    return cells.areAllRead() ? std::optional(row) : std::nullopt;
}

std::string lineOf(const StockSecond &row)
{
    CellsOut cells;
    return cells.time(row.second)
        .number(row.filled)
        .number(row.taken)
        .number(row.withdrawn)
        .number(row.left)
        .line();
}

std::string lineOf(const RefusalSecond &row)
{
    CellsOut cells;
    return cells.time(row.second).plain(row.reason).number(row.refusals).line();
}

std::string lineOf(const AuditEntry &entry)
{
    const QJsonObject json{{"id", entry.id},         {"at", QString::fromLatin1(timeText(entry.at))},
                           {"actor", entry.actor},   {"action", entry.action},
                           {"detail", entry.detail}, {"result", entry.result}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString() + '\n';
}

std::optional<AuditEntry> auditOf(const QByteArray &line)
{
    const auto json = QJsonDocument::fromJson(line).object();
    const auto at = timeFrom(json["at"].toString().toLatin1());
    if (!at || !json["id"].isDouble())
        return std::nullopt;
    AuditEntry entry{json["id"].toInteger(),    *at,
                     json["actor"].toString(),  json["action"].toString(),
                     json["detail"].toString(), json["result"].toString()};
    return QByteArrayView(lineOf(entry)) == line ? std::optional(std::move(entry)) : std::nullopt;
}

} // namespace seonchak::dossier
