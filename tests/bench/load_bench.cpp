// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lab's load generator alone, against whatever answers on a port of this machine: prints one JSON object.
//
//     seonchak_load_bench PORT CONNECTIONS REQUESTS RATE [FIRST_USER SECONDS]
//
// RATE 0: as fast as they go. SECONDS: stop then, whatever is left.
#include "core/lab/send/load.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace seonchak::lab;

int main(int argc, char *argv[])
{
    if (argc != 5 && argc != 7)
        qFatal("usage: seonchak_load_bench PORT CONNECTIONS REQUESTS RATE [FIRST_USER SECONDS]");
    const qint64 requests = QByteArray(argv[3]).toLongLong();
    const double rate = QByteArray(argv[4]).toDouble();
    const LoadSetting setting{
        .port = QByteArray(argv[1]).toUShort(), .connections = QByteArray(argv[2]).toInt(), .open = rate > 0};
    auto plan = planRequests(requests, requests, rate, 1);
    const qint64 firstUser = argc == 7 ? QByteArray(argv[5]).toLongLong() : 1;
    const double seconds = argc == 7 ? QByteArray(argv[6]).toDouble() : 1e9;
    for (Request &request : plan)
        request.user += firstUser - 1;
    std::stop_source stop;
    const auto began = std::chrono::steady_clock::now();
    const auto report = runLoad(setting, plan, stop.get_token(), [&](qint64) { // ten times a second
        if (std::chrono::steady_clock::now() - began > std::chrono::duration<double>(seconds))
            stop.request_stop();
    });
    if (!report)
        qFatal("%s", qUtf8Printable(report.error().detail));
    qint64 answered = 0;
    qint64 punctual = 0;
    qint64 worst = 0;
    for (const Request &request : plan) {
        answered += request.answered >= 0 ? 1 : 0;
        punctual += isPunctual(request) ? 1 : 0;
        worst = std::max(worst, request.sent - request.scheduled);
    }
    const QJsonObject json{
        {QStringLiteral("rate"), double(answered) * 1e9 / double(report->durationNs)},
        {QStringLiteral("answered"), answered},
        {QStringLiteral("within1msPercent"), 100.0 * double(punctual) / double(requests)},
        {QStringLiteral("worstLateMs"), double(worst) / 1e6},
        {QStringLiteral("kept"), QLatin1String(meansName(report->means))},
        {QStringLiteral("waitedShare"), double(report->waitedNs) / double(report->durationNs)},
        {QStringLiteral("cpuShare"), double(report->cpuNs) / double(report->durationNs)},
    };
    std::puts(QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    return 0;
}
