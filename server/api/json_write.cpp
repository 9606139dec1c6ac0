// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

namespace seonchak::http::json {

namespace {

QByteArray timeText(WallMs ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

/// A JSON text literal. Codes seldom need escaping, and QJsonDocument costs much for a plain one.
void appendText(QByteArray &out, const QByteArray &text)
{
    const bool plain =
        std::ranges::all_of(text, [](char c) { return uchar(c) >= 0x20 && c != '"' && c != '\\'; });
    if (plain) {
        out += '"' + text + '"';
        return;
    }
    const QByteArray array =
        QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    out += array.sliced(1, array.size() - 2);
}

void appendCoupon(QByteArray &out, const Coupon &coupon, QByteArrayView result)
{
    out += "{\"id\":" + QByteArray::number(coupon.id) + ",\"code\":";
    appendText(out, coupon.code);
    out += ",\"status\":\"" + statusName(coupon.status) + "\",\"userId\":";
    out += coupon.userId ? QByteArray::number(*coupon.userId) : QByteArray("null");
    out += ",\"createdAt\":\"" + timeText(coupon.createdAt) + "\",\"issuedAt\":";
    out += coupon.issuedAt ? QByteArray('"' + timeText(*coupon.issuedAt) + '"') : QByteArray("null");
    if (!result.isEmpty())
        out += ",\"result\":\"" + result.toByteArray() + '"';
    out += '}';
}

void appendCoupons(QByteArray &out, const QList<Coupon> &coupons)
{
    out += '[';
    for (const auto &one : coupons) {
        if (!out.endsWith('['))
            out += ',';
        appendCoupon(out, one, {});
    }
    out += ']';
}

QJsonArray faultsArray(const QList<StockFault> &faults)
{
    QJsonArray array;
    for (const StockFault &fault : faults)
        array.append(QJsonObject{{QStringLiteral("kind"), QLatin1String(faultName(fault.kind))},
                                 {QStringLiteral("what"), QString::fromUtf8(fault.what)}});
    return array;
}

QJsonObject stockObject(const StockNumbers &stock, const QList<StockFault> &faults)
{
    return {{QStringLiteral("faults"), faultsArray(faults)}, {QStringLiteral("generated"), stock.generated},
            {QStringLiteral("staged"), stock.staged},        {QStringLiteral("available"), stock.available},
            {QStringLiteral("reserved"), stock.reserved},    {QStringLiteral("inDoubt"), stock.inDoubt},
            {QStringLiteral("issued"), stock.issued},        {QStringLiteral("void"), stock.voided},
            {QStringLiteral("conserved"), stock.conserved()}};
}

QJsonObject counts(const Status &status, std::initializer_list<const char *> fields)
{
    QJsonObject object;
    for (const char *field : fields)
        object.insert(QLatin1String(field), status.count(field));
    return object;
}

} // namespace

QByteArray coupon(const Coupon &coupon, QByteArrayView result)
{
    QByteArray out;
    out.reserve(256);
    appendCoupon(out, coupon, result);
    return out;
}

QByteArray couponPage(const QList<Coupon> &items, std::optional<qint64> next)
{
    QByteArray out = "{\"items\":";
    appendCoupons(out, items);
    out += ",\"next\":" + (next ? QByteArray::number(*next) : QByteArray("null")) + '}';
    return out;
}

QByteArray added(const Added &added)
{
    QByteArray out = "{\"added\":" + QByteArray::number(added.coupons.size()) +
                     ",\"pushed\":" + QByteArray::number(added.pushed) + ",\"coupons\":";
    appendCoupons(out, added.coupons);
    return out + '}';
}

QByteArray status(const Status &status)
{
    const QJsonObject store{{QStringLiteral("calls"), status.count("storeCalls")},
                            {QStringLiteral("failures"), status.count("storeFailures")},
                            {QStringLiteral("unknown"), status.count("storeUnknown")}};
    const QJsonObject body{
        {QStringLiteral("strategy"), status.strategy},
        {QStringLiteral("uptimeSeconds"), status.uptimeSeconds},
        {QStringLiteral("issuing"), status.issuing},
        {QStringLiteral("paused"), status.paused},
        {QStringLiteral("stockKnown"), status.stockKnown},
        {QStringLiteral("oldestDoubtSeconds"),
         status.oldestDoubtMs < 0 ? QJsonValue() : QJsonValue(double(status.oldestDoubtMs) / 1000)},
        {QStringLiteral("stock"), stockObject(status.stock, status.faults)},
        {QStringLiteral("users"), QJsonObject{{QStringLiteral("issued"), status.issuedUsers}}},
        {QStringLiteral("store"), store},
        {QStringLiteral("compensations"), status.count("compensations")},
        {QStringLiteral("requests"), counts(status, {"valid", "already", "soldOut", "storeFailed", "inDoubt",
                                                     "inProgress", "rejected", "unavailable", "conflict"})},
        {QStringLiteral("optimisticRetries"), status.count("optimisticRetries")},
        {QStringLiteral("latencyMs"), QJsonObject{{QStringLiteral("p50"), status.latency.p50},
                                                  {QStringLiteral("p99"), status.latency.p99},
                                                  {QStringLiteral("max"), status.latency.max}}},
        {QStringLiteral("redis"), QJsonObject{{QStringLiteral("connected"), status.redisConnected},
                                              {QStringLiteral("url"), status.redisUrl},
                                              {QStringLiteral("mode"), status.redisMode}}},
        {QStringLiteral("database"), QJsonObject{{QStringLiteral("connected"), status.databaseConnected},
                                                 {QStringLiteral("engine"), status.databaseEngine}}},
    };
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace seonchak::http::json
