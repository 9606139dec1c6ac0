// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json_stream.h"

#include "core/coupon/utc_text.h"
#include "server/api/json_sale.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cmath>

namespace seonchak::http::json {

namespace {

constexpr int apiVersion = 1;
constexpr qint64 nsPerMs = 1'000'000;

/// What a desk may ask of this server beyond what the first version had.
constexpr std::array capabilities{"stream",  "resume", "history", "events",  "audit",       "doubts", "life",
                                  "why-not", "pause",  "void",    "foreign", "idempotency", "times"};

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

QByteArray desk(const Status &status, const Caller &caller)
{
    QJsonArray can;
    for (const char *capability : capabilities)
        can.append(QLatin1String(capability));
    const QJsonObject body{{QStringLiteral("version"), QCoreApplication::applicationVersion()},
                           {QStringLiteral("api"), apiVersion},
                           {QStringLiteral("role"), caller.role},
                           {QStringLiteral("name"), caller.name},
                           {QStringLiteral("sale"), sale(status.sale)},
                           {QStringLiteral("strategy"), status.strategy},
                           {QStringLiteral("capabilities"), can}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
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

} // namespace seonchak::http::json
