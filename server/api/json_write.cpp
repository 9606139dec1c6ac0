// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json.h"

#include "core/coupon/utc_text.h"
#include "server/api/json_sale.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <charconv>

namespace seonchak::http::json {

namespace {

void appendNumber(QByteArray &out, qint64 number)
{
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end - digits.data());
}

void appendMoment(QByteArray &out, WallMs at)
{
    const auto letters = utcLetters(at);
    out.append('"').append(letters.data(), qsizetype(letters.size())).append('"');
}

/// Every answered coupon passes here: no text is made only to be copied.
void appendCoupon(QByteArray &out, const Coupon &coupon, QByteArrayView result)
{
    out.append("{\"id\":");
    appendNumber(out, coupon.id);
    out.append(",\"code\":");
    appendText(out, coupon.code);
    out.append(",\"status\":\"").append(statusName(coupon.status)).append("\",\"userId\":");
    if (coupon.userId) {
        appendNumber(out, *coupon.userId);
        out.append(",\"userIdText\":\"");
        appendNumber(out, *coupon.userId);
        out.append('"');
    } else {
        out.append("null,\"userIdText\":null");
    }
    out.append(",\"createdAt\":");
    appendMoment(out, coupon.createdAt);
    out.append(",\"issuedAt\":");
    if (coupon.issuedAt)
        appendMoment(out, *coupon.issuedAt);
    else
        out.append("null");
    if (!result.isEmpty())
        out.append(",\"result\":\"").append(result).append('"');
    out.append('}');
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

/// Null where it was never read: unknown is not zero.
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
            {QStringLiteral("conserved"), status.mayJudge() ? QJsonValue(stock.conserved()) : QJsonValue()}};
}

QJsonObject counts(const Status &status, std::initializer_list<const char *> fields)
{
    QJsonObject object;
    for (const char *field : fields)
        object.insert(QLatin1String(field), known(status, status.count(field)));
    return object;
}

} // namespace

// What is to be told seldom needs escaping, and QJsonDocument costs much for a plain text.
void appendText(QByteArray &out, QByteArrayView text)
{
    const bool plain =
        std::ranges::all_of(text, [](char c) { return uchar(c) >= 0x20 && c != '"' && c != '\\'; });
    if (plain) {
        out.append('"').append(text).append('"');
        return;
    }
    const QByteArray array =
        QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    out.append(QByteArrayView(array).sliced(1, array.size() - 2));
}

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

QJsonArray outages(const std::vector<Outage> &all)
{
    QJsonArray array;
    for (const Outage &outage : all) {
        array.append(QJsonObject{{QStringLiteral("service"), outage.serviceName()},
                                 {QStringLiteral("cure"), outage.cureName()},
                                 {QStringLiteral("words"), outage.words},
                                 {QStringLiteral("since"), QString::fromLatin1(utcText(outage.since))}});
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
    return QJsonDocument(QJsonObject{{QStringLiteral("found"), foreignValue(found)}})
        .toJson(QJsonDocument::Compact);
}

namespace {

QJsonValue momentValue(WallMs at)
{
    return at > 0 ? QJsonValue(QString::fromLatin1(utcText(at))) : QJsonValue();
}

QJsonValue sellOutValue(const std::optional<SellOut> &sellOut)
{
    if (!sellOut)
        return {};
    return QJsonObject{{QStringLiteral("filledAt"), momentValue(sellOut->filledAt)},
                       {QStringLiteral("firstAt"), momentValue(sellOut->firstAt)},
                       {QStringLiteral("soldOutAt"), momentValue(sellOut->soldOutAt)},
                       {QStringLiteral("issued"), sellOut->issued},
                       {QStringLiteral("turnedAway"), sellOut->turnedAway},
                       {QStringLiteral("counting"), sellOut->counting}};
}

/// What this server answered within the last second, and in its busiest one.
QJsonObject tempoObject(const Status &status)
{
    using Group = AnswerTempo::Group;
    const auto count = [&](Group group) { return status.lastSecond.count(group); };
    return {{QStringLiteral("issued"), count(Group::Issued)},
            {QStringLiteral("soldOut"), count(Group::SoldOut)},
            {QStringLiteral("refused"), count(Group::Refused)},
            {QStringLiteral("noClaim"), count(Group::NoClaim)},
            {QStringLiteral("inDoubt"), count(Group::InDoubt)},
            {QStringLiteral("notServed"), count(Group::NotServed)},
            {QStringLiteral("peak"), status.peakPerSecond},
            {QStringLiteral("peakAt"), momentValue(status.peakAt)}};
}

} // namespace

QByteArray status(const Status &status)
{
    const auto count = [&](const char *field) { return known(status, status.count(field)); };
    const QJsonObject store{{QStringLiteral("calls"), count("storeCalls")},
                            {QStringLiteral("failures"), count("storeFailures")},
                            {QStringLiteral("unknown"), count("storeUnknown")},
                            {QStringLiteral("failedAt"), momentValue(status.storeFailedAt)}};
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
        {QStringLiteral("users"), QJsonObject{{QStringLiteral("issued"), known(status, status.issuedUsers)}}},
        {QStringLiteral("store"), store},
        {QStringLiteral("compensations"), count("compensations")},
        {QStringLiteral("requests"),
         counts(status, {"valid", "already", "soldOut", "storeFailed", "inDoubt", "inProgress", "rejected",
                         "unavailable", "conflict", "tooEarly", "closed"})},
        {QStringLiteral("optimisticRetries"), count("optimisticRetries")},
        {QStringLiteral("latencyMs"), QJsonObject{{QStringLiteral("p50"), status.latency.p50},
                                                  {QStringLiteral("p99"), status.latency.p99},
                                                  {QStringLiteral("max"), status.latency.max}}},
        {QStringLiteral("perSecond"), tempoObject(status)},
        {QStringLiteral("sellOut"), sellOutValue(status.sellOut)},
        {QStringLiteral("redis"), QJsonObject{{QStringLiteral("connected"), status.redisConnected},
                                              {QStringLiteral("url"), status.redisUrl},
                                              {QStringLiteral("mode"), status.redisMode},
                                              {QStringLiteral("foreign"), foreignValue(status.foreign)}}},
        {QStringLiteral("database"),
         QJsonObject{{QStringLiteral("connected"), status.databaseConnected},
                     {QStringLiteral("engine"), status.databaseEngine},
                     {QStringLiteral("trouble"),
                      status.databaseTrouble.isEmpty() ? QJsonValue() : status.databaseTrouble}}},
    };
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace seonchak::http::json
