// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/status_json.h"

#include "core/coupon/utc_text.h"
#include "core/watch/counter_row.h"
#include "core/wire/json_tools.h"
#include "core/wire/sale_json.h"
#include "core/wire/status_keys.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace seonchak::json {

namespace {

/// Null if it was never read: unknown is not zero.
QJsonValue known(const Status &status, qint64 number)
{
    return status.stockEverKnown ? QJsonValue(number) : QJsonValue();
}

QJsonArray faultsArray(const QList<StockFault> &faults)
{
    QJsonArray array;
    for (const StockFault &fault : faults)
        array.append(QJsonObject{{QStringLiteral("kind"), QLatin1String(faultName(fault.kind))},
                                 {QStringLiteral("what"), QString::fromUtf8(fault.what)}});
    return array;
}

QJsonObject stockObject(const Status &status)
{
    const StockNumbers &stock = status.stock;
    const auto number = [&](qint64 value) { return known(status, value); };
    return {{QStringLiteral("faults"), faultsArray(status.faults)},
            {QStringLiteral("generated"), number(stock.generated)},
            {QStringLiteral("staged"), number(stock.staged)},
            {QStringLiteral("available"), number(stock.available)},
            {QStringLiteral("reserved"), number(stock.reserved)},
            {QStringLiteral("inDoubt"), number(stock.inDoubt)},
            {QStringLiteral("issued"), number(stock.issued)},
            {QStringLiteral("void"), number(stock.voided)},
            {QStringLiteral("misplaced"), number(stock.misplaced)},
            {QStringLiteral("conserved"), status.mayJudge() ? QJsonValue(stock.conserved()) : QJsonValue()}};
}

/// The book's own numbers, if no others are known.
QJsonValue bookValue(const std::optional<StockNumbers> &book)
{
    if (!book)
        return QJsonValue::Null;
    return QJsonObject{
        {QStringLiteral("generated"), book->generated}, {QStringLiteral("staged"), book->staged},
        {QStringLiteral("available"), book->available}, {QStringLiteral("inDoubt"), book->inDoubt},
        {QStringLiteral("issued"), book->issued},       {QStringLiteral("void"), book->voided}};
}

QJsonObject latencyObject(const LatencyHistogram::Summary &latency)
{
    return {{QStringLiteral("count"), qint64(latency.count)},
            {QStringLiteral("p50"), latency.p50},
            {QStringLiteral("p99"), latency.p99},
            {QStringLiteral("max"), latency.max}};
}

QJsonObject requestsObject(const Status &status)
{
    QJsonObject object;
    for (const CounterRow &row : counterRows) {
        if (row.isOfRequests())
            object.insert(QLatin1String(row.field), known(status, status.count(row.field)));
    }
    return object;
}

} // namespace

QJsonArray outages(const std::vector<Outage> &all)
{
    QJsonArray array;
    for (const Outage &outage : all) {
        array.append(QJsonObject{{QStringLiteral("service"), outage.serviceName()},
                                 {QStringLiteral("cure"), outage.cureName()},
                                 {QStringLiteral("words"), outage.words},
                                 {QStringLiteral("since"), timeValue(outage.since)}});
    }
    return array;
}

namespace {

QJsonArray alarmsOf(const Status &status)
{
    QJsonArray array;
    for (const RaisedAlarm &one : status.alarms)
        array.append(QJsonObject{{QStringLiteral("name"), alarmName(one.alarm)},
                                 {QStringLiteral("since"), QString::fromLatin1(utcText(one.since))}});
    return array;
}

QJsonValue foreignValue(const std::optional<ForeignFound> &found)
{
    if (!found)
        return QJsonValue::Null;
    QJsonObject value{{QStringLiteral("codes"), found->codes},
                      {QStringLiteral("userKeys"), found->users},
                      {QStringLiteral("others"), found->others}};
    if (found->anotherBook)
        value.insert(QStringLiteral("anotherBook"), true);
    return value;
}

} // namespace

QByteArray foreign(const std::optional<ForeignFound> &found)
{
    return compact({{QStringLiteral("found"), foreignValue(found)}});
}

namespace {

QJsonValue sellOutValue(const std::optional<SellOut> &sellOut)
{
    if (!sellOut)
        return {};
    return QJsonObject{{QStringLiteral("filledAt"), timeValue(sellOut->filledAt)},
                       {QStringLiteral("firstAt"), timeValue(sellOut->firstAt)},
                       {QStringLiteral("soldOutAt"), timeValue(sellOut->soldOutAt)},
                       {QStringLiteral("issued"), sellOut->issued},
                       {QStringLiteral("turnedAway"), sellOut->turnedAway},
                       {QStringLiteral("counting"), sellOut->counting},
                       {QStringLiteral("waitsMeasured"), sellOut->waits},
                       {QStringLiteral("medianWaitMs"),
                        sellOut->waits > 0 ? QJsonValue(sellOut->medianWaitMs) : QJsonValue()}};
}

/// This server's answers within the last second, and in its busiest one.
QJsonObject tempoObject(const Status &status)
{
    QJsonObject tempo{{QStringLiteral("peak"), status.peakPerSecond},
                      {QStringLiteral("peakAt"), timeValue(status.peakAt)}};
    for (const auto &[group, key] : tempoKeys)
        tempo.insert(QLatin1String(key), status.lastSecond.count(group));
    return tempo;
}

QJsonObject partnerObject(const Status &status)
{
    const auto count = [&](const char *field) { return known(status, status.count(field)); };
    return {{QStringLiteral("calls"), count("storeCalls")},
            {QStringLiteral("failures"), count("storeFailures")},
            {QStringLiteral("unknown"), count("storeUnknown")},
            {QStringLiteral("since"), timeValue(status.count("storeSince"))},
            {QStringLiteral("failedAt"), timeValue(status.partnerFailedAt)}};
}

QJsonObject redisObject(const Status &status)
{
    return {{QStringLiteral("connected"), status.redisConnected},
            {QStringLiteral("url"), status.redisUrl},
            {QStringLiteral("mode"), status.redisMode},
            {QStringLiteral("foreign"), foreignValue(status.foreign)}};
}

QJsonObject databaseObject(const Status &status)
{
    const QString &trouble = status.databaseTrouble;
    return {{QStringLiteral("connected"), status.databaseConnected},
            {QStringLiteral("engine"), status.databaseEngine},
            {QStringLiteral("trouble"), trouble.isEmpty() ? QJsonValue() : QJsonValue(trouble)}};
}

} // namespace

QByteArray status(const Status &status)
{
    const auto count = [&](const char *field) { return known(status, status.count(field)); };
    const QJsonObject body{
        {QStringLiteral("version"), QCoreApplication::applicationVersion()},
        {QStringLiteral("strategy"), status.strategy},
        {QStringLiteral("uptimeSeconds"), status.uptimeSeconds},
        {QStringLiteral("issuing"), status.issuing},
        {QStringLiteral("paused"), status.paused},
        {QStringLiteral("sale"), sale(status.sale)},
        {QStringLiteral("outages"), outages(status.outages)},
        {QStringLiteral("alarms"), alarmsOf(status)},
        {QStringLiteral("stockKnown"), status.stockKnown},
        {QStringLiteral("oldestDoubtSeconds"),
         status.oldestDoubtMs < 0 ? QJsonValue() : QJsonValue(double(status.oldestDoubtMs) / 1000)},
        {QStringLiteral("stock"), stockObject(status)},
        {QStringLiteral("bookAlone"), bookValue(status.bookAlone)},
        {QStringLiteral("journalDepth"), status.journalDepth},
        {QStringLiteral("users"), QJsonObject{{QStringLiteral("issued"), known(status, status.issuedUsers)}}},
        {QStringLiteral("store"), partnerObject(status)},
        {QStringLiteral("compensations"), count("compensations")},
        {QStringLiteral("requests"), requestsObject(status)},
        {QStringLiteral("optimisticRetries"), count("optimisticRetries")},
        {QStringLiteral("latencyMs"), latencyObject(status.latency)},
        {QStringLiteral("lastLatencyMs"),
         status.lastLatency ? QJsonValue(latencyObject(*status.lastLatency)) : QJsonValue()},
        {QStringLiteral("perSecond"), tempoObject(status)},
        {QStringLiteral("sellOut"), sellOutValue(status.sellOut)},
        {QStringLiteral("redis"), redisObject(status)},
        {QStringLiteral("database"), databaseObject(status)},
    };
    return compact(body);
}

} // namespace seonchak::json
