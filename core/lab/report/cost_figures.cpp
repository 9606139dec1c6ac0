// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/report/cost_figures.h"

#include <QStringList>

namespace seonchak::lab {

namespace {

QJsonValue counted(qint64 value)
{
    return value < 0 ? QJsonValue() : QJsonValue(value);
}

QJsonValue lasted(qint64 nanoseconds)
{
    return nanoseconds < 0 ? QJsonValue() : QJsonValue(double(nanoseconds) / 1e9);
}

template <qint64 Measured::*member>
QJsonValue measuredCount(const Measured &measured)
{
    return counted(measured.*member);
}

template <qint64 Measured::*member>
QJsonValue measuredSeconds(const Measured &measured)
{
    return lasted(measured.*member);
}

QJsonValue settledSeconds(const Measured &measured)
{
    return measured.settledSeconds < 0 ? QJsonValue() : QJsonValue(measured.settledSeconds);
}

QJsonValue soldOutAfter(const Verdict &verdict)
{
    return verdict.sellOutSeconds < 0 ? QJsonValue() : QJsonValue(verdict.sellOutSeconds);
}

QJsonValue answersPerSecond(const Verdict &verdict)
{
    return verdict.throughput;
}

/// A new figure is a new row.
constexpr CostFigure costRows[] = {
    {"sellOutSeconds", soldOutAfter, nullptr, "완판까지 s", "sold out after s", 3},
    {"throughput", answersPerSecond, nullptr, "응답/s", "answers/s", 0},
    {"compensated", nullptr, measuredCount<&Measured::compensated>, nullptr, nullptr},
    {"measured.storeCalls", nullptr, measuredCount<&Measured::partnerCalls>, nullptr, nullptr},
    {"measured.storeFailures", nullptr, measuredCount<&Measured::partnerFailures>, nullptr, nullptr},
    {"measured.optimisticRetries", nullptr, measuredCount<&Measured::optimisticRetries>, "낙관적 재시도",
     "optimistic retries", 0},
    {"measured.lockWaitSeconds", nullptr, measuredSeconds<&Measured::lockWaitNs>, "락 대기 s", "lock waits s",
     3},
    {"measured.redisSeconds", nullptr, measuredSeconds<&Measured::redisCommandNs>, "Redis 안 s", "in Redis s",
     3},
    {"measured.redisCommands", nullptr, measuredCount<&Measured::redisCommands>, nullptr, nullptr},
    {"measured.cpuSeconds.server", nullptr, measuredSeconds<&Measured::cpuServerNs>, "서버 CPU s",
     "server CPU s", 2},
    {"measured.cpuSeconds.redis", nullptr, measuredSeconds<&Measured::cpuRedisNs>, "Redis CPU s",
     "Redis CPU s", 2},
    {"measured.cpuSeconds.database", nullptr, measuredSeconds<&Measured::cpuDatabaseNs>, "DB CPU s",
     "database CPU s", 2},
    {"measured.cpuSeconds.generator", nullptr, measuredSeconds<&Measured::cpuGeneratorNs>, "부하기 CPU s",
     "generator CPU s", 2},
    {"measured.settledSeconds", nullptr, settledSeconds, nullptr, nullptr},
};

void putAt(QJsonObject &object, const QStringList &path, const QJsonValue &value)
{
    if (path.size() == 1) {
        object[path.first()] = value;
        return;
    }
    QJsonObject inner = object.value(path.first()).toObject();
    putAt(inner, path.mid(1), value);
    object[path.first()] = inner;
}

} // namespace

std::span<const CostFigure> costFigures()
{
    return costRows;
}

void addCostFigures(QJsonObject &run, const Verdict &verdict)
{
    for (const CostFigure &figure : costRows) {
        if (figure.judged)
            putAt(run, QString::fromLatin1(figure.path).split(u'.'), figure.judged(verdict));
    }
}

void addCostFigures(QJsonObject &run, const Measured &measured)
{
    for (const CostFigure &figure : costRows) {
        if (figure.measured)
            putAt(run, QString::fromLatin1(figure.path).split(u'.'), figure.measured(measured));
    }
}

} // namespace seonchak::lab
