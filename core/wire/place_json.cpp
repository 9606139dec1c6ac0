// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/place_json.h"

#include "core/coupon/utc_text.h"
#include "core/wire/json_tools.h"
#include "core/wire/presence_json.h"
#include "core/wire/sale_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <cmath>

namespace seonchak::json {

namespace {

constexpr int apiVersion = 1;
constexpr qint64 nsPerMs = 1'000'000;

/// What a desk may ask of this server beyond what the first version had.
constexpr std::array capabilities{"stream",   "resume",      "history",  "events",    "audit",
                                  "doubts",   "life",        "why-not",  "pause",     "void",
                                  "foreign",  "idempotency", "times",    "search",    "count",
                                  "existing", "void-chosen", "cut-acts", "exports",   "stop-act",
                                  "desks",    "jobs",        "webhooks", "preflight", "second-person"};

struct Column
{
    const char *name;
    double Sample::*value;
    int decimals;
};
constexpr std::array columns{Column{"stock", &Sample::stock, 0},
                             Column{"valid", &Sample::valid, 0},
                             Column{"soldOut", &Sample::soldOut, 0},
                             Column{"refused", &Sample::refused, 0},
                             Column{"noClaim", &Sample::noClaim, 0},
                             Column{"inDoubt", &Sample::inDoubt, 0},
                             Column{"notServed", &Sample::notServed, 0},
                             Column{"p50", &Sample::p50, 3},
                             Column{"p99", &Sample::p99, 3}};

void appendSample(QByteArray &out, const Sample &sample, WallMs at)
{
    out += "{\"at\":\"" + utcText(at) + '"';
    for (const Column &column : columns) {
        const double value = sample.*column.value;
        out.append(",\"").append(column.name).append("\":");
        out += std::isnan(value) ? QByteArray("null") : QByteArray::number(value, 'f', column.decimals);
    }
    out += sample.gapBefore ? ",\"gapBefore\":true}" : "}";
}

} // namespace

QByteArray desk(const DeskPlaceInfo &place)
{
    QJsonArray can;
    for (const char *capability : capabilities)
        can.append(QLatin1String(capability));
    const PartnerOptions &partner = place.partner;
    const QJsonObject present = presence(place.present);
    return compact(
        {{QStringLiteral("version"), QCoreApplication::applicationVersion()},
         {QStringLiteral("api"), apiVersion},
         {QStringLiteral("role"), place.role},
         {QStringLiteral("name"), place.name},
         {QStringLiteral("sale"), sale(place.sale)},
         {QStringLiteral("strategy"), place.strategy},
         {QStringLiteral("store"), QJsonObject{{QStringLiteral("url"), shownPartnerUrl(partner.url)},
                                               {QStringLiteral("timeoutMs"), partner.timeoutMs},
                                               {QStringLiteral("failureRate"), partner.failureRate},
                                               {QStringLiteral("unknownRate"), partner.unknownRate},
                                               {QStringLiteral("latencyMs"), partner.latencyMs}}},
         {QStringLiteral("secondPerson"), place.secondPerson},
         {QStringLiteral("capabilities"), can},
         {QStringLiteral("desks"), present.value(QLatin1String("desks"))},
         {QStringLiteral("more"), present.value(QLatin1String("more"))}});
}

namespace {

PartnerOptions partnerOf(const QJsonObject &object)
{
    PartnerOptions partner;
    partner.url = parsePartnerUrl(textAt(object, QLatin1String("url"))).value_or(QUrl());
    partner.timeoutMs = int(numberAt(object, QLatin1String("timeoutMs"), partner.timeoutMs));
    partner.failureRate = object.value(QLatin1String("failureRate")).toDouble();
    partner.unknownRate = object.value(QLatin1String("unknownRate")).toDouble();
    partner.latencyMs = int(numberAt(object, QLatin1String("latencyMs")));
    return partner;
}

} // namespace

Result<DeskPlaceInfo> readDesk(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    DeskPlaceInfo place;
    place.version = textAt(*object, QLatin1String("version"));
    place.api = int(numberAt(*object, QLatin1String("api")));
    place.role = textAt(*object, QLatin1String("role"));
    place.name = textAt(*object, QLatin1String("name"));
    place.sale = readSale(object->value(QLatin1String("sale")).toObject());
    place.strategy = textAt(*object, QLatin1String("strategy"));
    place.partner = partnerOf(object->value(QLatin1String("store")).toObject());
    place.secondPerson = object->value(QLatin1String("secondPerson")).toBool();
    for (const auto &one : object->value(QLatin1String("capabilities")).toArray())
        place.capabilities.append(one.toString());
    place.present = readPresence(*object);
    if (place.version.isEmpty() || place.role.isEmpty())
        return failure(Trouble::Internal, QStringLiteral("the answer is not a server's of Seonchak"));
    return place;
}

QByteArray history(const Past &past)
{
    constexpr qsizetype usualSample = 160;
    QByteArray out;
    out.reserve((past.samples.size() + 1) * usualSample);
    out += "{\"minutes\":" + QByteArray::number(past.minutes) +
           ",\"stepSeconds\":" + QByteArray::number(past.stepSeconds) + ",\"serverTime\":\"" +
           utcText(past.now) + "\",\"items\":[";
    for (const Sample &sample : past.samples) {
        if (!out.endsWith('['))
            out += ',';
        appendSample(out, sample, past.now - (past.nowNs - sample.ns) / nsPerMs);
    }
    return out + "]}";
}

Result<Past> readHistory(const QByteArray &text, qint64 nowNs)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    Past past;
    past.minutes = numberAt(*object, QLatin1String("minutes"));
    past.stepSeconds = numberAt(*object, QLatin1String("stepSeconds"), 1);
    past.now = timeAt(*object, QLatin1String("serverTime"));
    past.nowNs = nowNs;
    for (const auto &item : object->value(QLatin1String("items")).toArray()) {
        const QJsonObject one = item.toObject();
        Sample sample;
        sample.ns = nowNs - (past.now - timeAt(one, QLatin1String("at"))) * nsPerMs;
        sample.gapBefore = one.value(QLatin1String("gapBefore")).toBool();
        for (const Column &column : columns)
            sample.*column.value = one.value(QLatin1String(column.name)).toDouble(Sample::unknown);
        past.samples.append(sample);
    }
    return past;
}

} // namespace seonchak::json
