// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lab's load generator alone, against whatever answers on a port of this machine: prints one JSON object.
//
//     seonchak_load_bench PORT CONNECTIONS REQUESTS RATE        (RATE 0: as fast as they go)
#include "core/lab/load.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace seonchak::lab;

int main(int argc, char *argv[])
{
    if (argc != 5)
        qFatal("usage: seonchak_load_bench PORT CONNECTIONS REQUESTS RATE");
    const qint64 requests = QByteArray(argv[3]).toLongLong();
    const double rate = QByteArray(argv[4]).toDouble();
    const LoadSetting setting{
        .port = QByteArray(argv[1]).toUShort(), .connections = QByteArray(argv[2]).toInt(), .open = rate > 0};
    auto plan = planRequests(requests, requests, rate, 1);
    const std::stop_source stop;
    const auto report = runLoad(setting, plan, stop.get_token());
    if (!report)
        qFatal("%s", qUtf8Printable(report.error().detail));
    qint64 answered = 0;
    qint64 punctual = 0;
    for (const Request &request : plan) {
        answered += request.answered >= 0 ? 1 : 0;
        punctual += request.sent >= 0 && request.sent - request.scheduled <= 1'000'000 ? 1 : 0;
    }
    const QJsonObject json{
        {QStringLiteral("rate"), double(answered) * 1e9 / double(report->durationNs)},
        {QStringLiteral("answered"), answered},
        {QStringLiteral("within1msPercent"), 100.0 * double(punctual) / double(requests)},
        {QStringLiteral("cpuShare"), double(report->cpuNs) / double(report->durationNs)},
    };
    std::puts(QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    return 0;
}
