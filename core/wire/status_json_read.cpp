// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/json_tools.h"
#include "core/wire/sale_json.h"
#include "core/wire/status_json.h"
#include "core/wire/status_keys.h"

namespace seonchak::json {

namespace {

StockNumbers stockOf(const QJsonObject &object)
{
    const auto at = [&](const char *key) { return numberAt(object, QLatin1String(key)); };
    StockNumbers stock;
    stock.generated = at("generated");
    stock.staged = at("staged");
    stock.available = at("available");
    stock.reserved = at("reserved");
    stock.inDoubt = at("inDoubt");
    stock.issued = at("issued");
    stock.voided = at("void");
    stock.misplaced = at("misplaced");
    return stock;
}

QList<StockFault> faultsOf(const QJsonArray &array)
{
    using Kind = StockFault::Kind;
    QList<StockFault> faults;
    for (const auto &item : array) {
        const QJsonObject object = item.toObject();
        for (const Kind kind : {Kind::UnknownCode, Kind::NotStock, Kind::DoubleCode, Kind::UnknownReserved,
                                Kind::UnreadableReservation, Kind::WrongUserKey}) {
            if (textAt(object, QLatin1String("kind")) == QLatin1String(faultName(kind)))
                faults.append({kind, bytesAt(object, QLatin1String("what"))});
        }
    }
    return faults;
}

std::vector<Outage> outagesOf(const QJsonArray &array)
{
    std::vector<Outage> all;
    for (const auto &item : array) {
        const QJsonObject object = item.toObject();
        Outage outage;
        const bool isRedis = textAt(object, QLatin1String("service")) == QLatin1String("redis");
        outage.service = isRedis ? Outage::Service::Redis : Outage::Service::Database;
        for (int cure = 0; cure <= int(Outage::Cure::Other); ++cure) {
            outage.cure = Outage::Cure(cure);
            if (outage.cureName() == textAt(object, QLatin1String("cure")))
                break;
        }
        outage.words = textAt(object, QLatin1String("words"));
        outage.since = timeAt(object, QLatin1String("since"));
        all.push_back(std::move(outage));
    }
    return all;
}

/// Alarms of a later version are skipped.
QList<RaisedAlarm> alarmsIn(const QJsonArray &array)
{
    QList<RaisedAlarm> all;
    for (const auto &item : array) {
        const QJsonObject object = item.toObject();
        if (const auto alarm = alarmFromName(textAt(object, QLatin1String("name"))))
            all.append({*alarm, timeAt(object, QLatin1String("since"))});
    }
    return all;
}

LatencyHistogram::Summary latencyOf(const QJsonObject &object)
{
    LatencyHistogram::Summary latency;
    latency.count = quint64(numberAt(object, QLatin1String("count")));
    latency.p50 = object.value(QLatin1String("p50")).toDouble();
    latency.p99 = object.value(QLatin1String("p99")).toDouble();
    latency.max = object.value(QLatin1String("max")).toDouble();
    return latency;
}

void readTempo(const QJsonObject &object, Status &status)
{
    for (const auto &[group, key] : tempoKeys)
        status.lastSecond.of.at(std::size_t(group)) = numberAt(object, QLatin1String(key));
    status.peakPerSecond = numberAt(object, QLatin1String("peak"));
    status.peakAt = timeAt(object, QLatin1String("peakAt"));
}

std::optional<SellOut> sellOutOf(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    return SellOut{timeAt(object, QLatin1String("filledAt")),
                   timeAt(object, QLatin1String("firstAt")),
                   timeAt(object, QLatin1String("soldOutAt")),
                   numberAt(object, QLatin1String("issued")),
                   numberAt(object, QLatin1String("turnedAway")),
                   object.value(QLatin1String("counting")).toBool(),
                   numberAt(object, QLatin1String("waitsMeasured")),
                   object.value(QLatin1String("medianWaitMs")).toDouble()};
}

void readStock(const QJsonObject &body, Status &status)
{
    const QJsonObject stock = body.value(QLatin1String("stock")).toObject();
    status.stock = stockOf(stock);
    status.faults = faultsOf(stock.value(QLatin1String("faults")).toArray());
    status.stockKnown = body.value(QLatin1String("stockKnown")).toBool();
    status.stockEverKnown = stock.value(QLatin1String("generated")).isDouble();
    // An older server does not count misplaced entries: its verdict only shows that there are some.
    const bool isRed = stock.value(QLatin1String("conserved")) == QJsonValue(false);
    if (isRed && status.stock.conserved())
        status.stock.misplaced = 1;
    if (const auto book = body.value(QLatin1String("bookAlone")); book.isObject())
        status.bookAlone = stockOf(book.toObject());
    status.issuedUsers = numberAt(body.value(QLatin1String("users")).toObject(), QLatin1String("issued"));
    status.journalDepth = numberAt(body, QLatin1String("journalDepth"));
    const QJsonValue oldest = body.value(QLatin1String("oldestDoubtSeconds"));
    status.oldestDoubtMs = oldest.isDouble() ? qint64(oldest.toDouble() * 1000) : -1;
}

void readCounters(const QJsonObject &body, Status &status)
{
    const QJsonObject requests = body.value(QLatin1String("requests")).toObject();
    for (auto one = requests.begin(); one != requests.end(); ++one)
        status.shared.insert(one.key().toUtf8(), one.value().toInteger());
    const QJsonObject partner = body.value(QLatin1String("store")).toObject();
    status.shared.insert("storeCalls", numberAt(partner, QLatin1String("calls")));
    status.shared.insert("storeFailures", numberAt(partner, QLatin1String("failures")));
    status.shared.insert("storeUnknown", numberAt(partner, QLatin1String("unknown")));
    status.shared.insert("storeSince", timeAt(partner, QLatin1String("since")));
    status.partnerFailedAt = timeAt(partner, QLatin1String("failedAt"));
    for (const char *key : {"compensations", "optimisticRetries"})
        status.shared.insert(key, numberAt(body, QLatin1String(key)));
}

void readServices(const QJsonObject &body, Status &status)
{
    const QJsonObject redis = body.value(QLatin1String("redis")).toObject();
    status.redisConnected = redis.value(QLatin1String("connected")).toBool();
    status.redisUrl = textAt(redis, QLatin1String("url"));
    status.redisMode = textAt(redis, QLatin1String("mode"));
    status.foreign = readForeign(redis.value(QLatin1String("foreign")));
    const QJsonObject database = body.value(QLatin1String("database")).toObject();
    status.databaseConnected = database.value(QLatin1String("connected")).toBool();
    status.databaseEngine = textAt(database, QLatin1String("engine"));
    status.databaseTrouble = textAt(database, QLatin1String("trouble"));
    status.outages = outagesOf(body.value(QLatin1String("outages")).toArray());
    status.alarms = alarmsIn(body.value(QLatin1String("alarms")).toArray());
}

} // namespace

Result<Status> readStatus(const QByteArray &text)
{
    const auto body = objectOf(text);
    if (!body)
        return std::unexpected(body.error());
    Status status;
    status.strategy = textAt(*body, QLatin1String("strategy"));
    status.uptimeSeconds = body->value(QLatin1String("uptimeSeconds")).toDouble();
    status.issuing = body->value(QLatin1String("issuing")).toBool();
    status.paused = body->value(QLatin1String("paused")).toBool();
    status.sale = readSale(body->value(QLatin1String("sale")).toObject());
    status.latency = latencyOf(body->value(QLatin1String("latencyMs")).toObject());
    if (const auto last = body->value(QLatin1String("lastLatencyMs")); last.isObject())
        status.lastLatency = latencyOf(last.toObject());
    readTempo(body->value(QLatin1String("perSecond")).toObject(), status);
    status.sellOut = sellOutOf(body->value(QLatin1String("sellOut")));
    readStock(*body, status);
    readCounters(*body, status);
    readServices(*body, status);
    return status;
}

std::optional<ForeignFound> readForeign(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    return ForeignFound{numberAt(object, QLatin1String("codes")), numberAt(object, QLatin1String("userKeys")),
                        numberAt(object, QLatin1String("others")),
                        object.value(QLatin1String("anotherBook")).toBool()};
}

Result<std::optional<ForeignFound>> readForeign(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    return readForeign(object->value(QLatin1String("found")));
}

} // namespace seonchak::json
