// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/report/report_json.h"

#include "core/lab/report/cost_figures.h"
#include "core/lab/rig/own_server.h"

#include "core/coupon/utc_text.h"
#include "core/database/engine/database_url.h"
#include "core/redis/address.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <algorithm>
#include <unistd.h>

namespace seonchak::lab {

namespace {

constexpr int repeatsToName = 5; ///< fewer do not show the spread

/// null if it was not measured, never 0.
QJsonValue measured(qint64 value)
{
    return value < 0 ? QJsonValue() : QJsonValue(value);
}

QJsonObject percentilesJson(const Percentiles &percentiles)
{
    if (percentiles.count <= 0)
        return {{QStringLiteral("count"), measured(percentiles.count)}};
    return {{QStringLiteral("count"), percentiles.count}, {QStringLiteral("p50"), percentiles.p50},
            {QStringLiteral("p90"), percentiles.p90},     {QStringLiteral("p95"), percentiles.p95},
            {QStringLiteral("p99"), percentiles.p99},     {QStringLiteral("p999"), percentiles.p999},
            {QStringLiteral("max"), percentiles.max}};
}

QJsonObject latenciesJson(const Verdict &verdict, Percentiles Latency::*which)
{
    return {{QStringLiteral("issued"), percentilesJson(verdict.latencyIssued.*which)},
            {QStringLiteral("soldOut"), percentilesJson(verdict.latencySoldOut.*which)},
            {QStringLiteral("storeFailed"), percentilesJson(verdict.latencyPartnerFailed.*which)}};
}

QJsonValue seconds(qint64 nanoseconds)
{
    return nanoseconds < 0 ? QJsonValue() : QJsonValue(double(nanoseconds) / 1e9);
}

QJsonObject scheduleJson(const Schedule &schedule)
{
    const bool known = schedule.count > 0;
    const auto whereKnown = [known](double value) { return known ? QJsonValue(value) : QJsonValue(); };
    return {{QStringLiteral("punctualShare"), whereKnown(schedule.punctualShare())},
            {QStringLiteral("worstLateMs"), whereKnown(double(schedule.worstLateNs) / 1e6)}};
}

/// The generator's own measurements; null if another program sent the requests.
QJsonObject generatorJson(const Trial &trial)
{
    const LoadReport &load = trial.load;
    const bool own = load.lateByOwnFault >= 0;
    const auto whereOwn = [own](const QJsonValue &value) { return own ? value : QJsonValue(); };
    return {{QStringLiteral("bottleneck"), whereOwn(load.generatorWasTheBottleneck(trial.verdict.requests))},
            {QStringLiteral("lateByOwnFault"), measured(load.lateByOwnFault)},
            {QStringLiteral("heldBackByServer"), measured(load.heldBack)},
            {QStringLiteral("means"), whereOwn(QString::fromLatin1(meansName(load.means)))},
            {QStringLiteral("waitedSeconds"), whereOwn(seconds(load.waitedNs))},
            {QStringLiteral("cancelled"), load.cancelled}};
}

/// null if a run had no opening.
QJsonValue openingJson(const Verdict &verdict)
{
    const OpeningFigures &o = verdict.opening;
    if (!o.aimedAt)
        return {};
    const auto ms = [](qint64 ns) { return ns < 0 ? QJsonValue() : QJsonValue(double(ns) / 1e6); };
    QJsonArray firstSecond;
    for (const OpeningMs &one : o.firstSecond) {
        firstSecond.append(QJsonObject{{QStringLiteral("ms"), one.ms},
                                       {QStringLiteral("tooEarly"), one.tooEarly},
                                       {QStringLiteral("issued"), one.issued},
                                       {QStringLiteral("refused"), one.refused}});
    }
    return QJsonObject{{QStringLiteral("opensAt"), QString::fromLatin1(utcText(o.opensAt))},
                       {QStringLiteral("loadBeforeMs"), double(o.instantNs) / 1e6},
                       {QStringLiteral("clockDoubtMs"), ms(o.doubtNs)},
                       {QStringLiteral("issuedBefore"), verdict.issuedEarly},
                       {QStringLiteral("firstIssuedMs"), ms(o.firstIssuedNs)},
                       {QStringLiteral("lastTooEarlyMs"), ms(o.lastTooEarlyNs)},
                       {QStringLiteral("firstSecond"), firstSecond}};
}

QString firstLineWith(const QString &path, const QByteArray &beginning)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(beginning))
            return QString::fromUtf8(line.mid(line.indexOf(':') + 1).trimmed());
    }
    return {};
}

QJsonObject spreadJson(const Spread &spread)
{
    return {{QStringLiteral("median"), spread.median},
            {QStringLiteral("min"), spread.least},
            {QStringLiteral("max"), spread.most}};
}

/// One strategy on one database, over all its repeats.
struct Summary
{
    QString strategy;
    Strategy kind = Strategy::Saga;
    bool sound = true;
    bool generatorWasTheBottleneck = false; ///< in any of them
    int runs = 0;
    Spread throughput;
    Spread issuedPerSecond;
};

Summary summaryOf(const QString &database, Strategy strategy, const QList<Trial> &trials)
{
    Summary summary;
    summary.strategy = strategyName(strategy);
    summary.kind = strategy;
    QList<double> throughput;
    QList<double> issued;
    for (const Trial &trial : trials) {
        if (trial.cell.database != database || trial.cell.strategy != strategy)
            continue;
        ++summary.runs;
        summary.sound = summary.sound && trial.verdict.isSound();
        summary.generatorWasTheBottleneck |= trial.load.generatorWasTheBottleneck(trial.verdict.requests);
        throughput << trial.verdict.throughput;
        issued << trial.verdict.issuedPerSecond;
    }
    summary.throughput = spreadOf(throughput);
    summary.issuedPerSecond = spreadOf(issued);
    return summary;
}

/// Either the fastest of a kind, or why none is named.
struct Fastest
{
    QJsonValue name;
    QJsonValue whyNone;
};

Fastest noneFor(const char *why)
{
    return {{}, QLatin1String(why)};
}

/// The fastest sound strategy that does, or does not, call the partner: the two kinds do different work.
/// Named only if its slowest repeat beats the fastest one of all the others, over five repeats of each: for
/// two equal strategies that happens in 2 of 252 orders (the exact rank-sum test: F. Wilcoxon, "Individual
/// Comparisons by Ranking Methods", 1945).
Fastest fastestAmong(QList<Summary> summaries, bool callsPartner, double rate)
{
    summaries.removeIf([callsPartner](const Summary &one) { // Without a stock there is no race to win.
        return one.runs == 0 || doesCallPartner(one.kind) != callsPartner || !hasStock(one.kind);
    });
    if (summaries.isEmpty())
        return noneFor("not-run");
    if (rate > 0) // An open model below saturation measures the schedule, not the server.
        return noneFor("schedule");
    if (std::ranges::any_of(summaries, &Summary::generatorWasTheBottleneck))
        return noneFor("generator");
    summaries.removeIf([](const Summary &one) { return !one.sound; });
    if (summaries.isEmpty())
        return noneFor("none-sound");
    if (summaries.size() == 1)
        return noneFor("alone");
    if (std::ranges::any_of(summaries, [](const Summary &one) { return one.runs < repeatsToName; }))
        return noneFor("few-repeats");
    std::ranges::sort(summaries, std::ranges::greater(),
                      [](const Summary &one) { return one.issuedPerSecond.median; });
    // All the others: the second by its median need not have the fastest repeat.
    for (qsizetype i = 1; i < summaries.size(); ++i) {
        if (summaries[0].issuedPerSecond.least <= summaries[i].issuedPerSecond.most)
            return noneFor("overlap");
    }
    return {summaries[0].strategy, {}};
}

} // namespace

QJsonObject verdictJson(const Verdict &v)
{
    QJsonObject json{
        {QStringLiteral("requests"), v.requests},
        {QStringLiteral("issued"), v.issued},
        {QStringLiteral("already"), v.already},
        {QStringLiteral("soldOut"), v.soldOut},
        {QStringLiteral("storeFailed"), v.partnerFailed},
        {QStringLiteral("inDoubt"), v.inDoubt},
        {QStringLiteral("conflict"), v.conflict},
        {QStringLiteral("tooEarly"), v.tooEarly},
        {QStringLiteral("errors"), v.errors},
        {QStringLiteral("unsent"), v.unsent},
        {QStringLiteral("duplicates"), v.duplicates},
        {QStringLiteral("oversold"), v.oversold},
        {QStringLiteral("lost"), v.lost},
        {QStringLiteral("stockLeft"), v.available},
        {QStringLiteral("sound"), v.isSound()},
        {QStringLiteral("conservation"), QJsonObject{{QStringLiteral("generated"), v.generated},
                                                     {QStringLiteral("staged"), v.staged},
                                                     {QStringLiteral("available"), v.available},
                                                     {QStringLiteral("reservedOrInDoubt"), v.pending},
                                                     {QStringLiteral("issued"), v.issuedInBook},
                                                     {QStringLiteral("void"), v.voided},
                                                     {QStringLiteral("conserved"), v.conserved()}}},
        {QStringLiteral("receipts"), QJsonObject{{QStringLiteral("matched"), v.matched},
                                                 {QStringLiteral("lost"), v.unbacked},
                                                 {QStringLiteral("orphaned"), v.orphaned},
                                                 {QStringLiteral("wrongHolder"), v.wrongHolder},
                                                 {QStringLiteral("withoutKey"), v.keyless}}},
        {QStringLiteral("issuedPerSecond"), v.issuedPerSecond},
        {QStringLiteral("opening"), openingJson(v)},
        {QStringLiteral("schedule"), scheduleJson(v.schedule)},
        {QStringLiteral("latencyMs"), latenciesJson(v, &Latency::corrected)},
        {QStringLiteral("latencyUncorrectedMs"), latenciesJson(v, &Latency::uncorrected)}};
    addCostFigures(json, v);
    return json;
}

QJsonObject trialJson(const Trial &trial)
{
    QJsonObject json = verdictJson(trial.verdict);
    json[QStringLiteral("database")] = engineOf(trial.cell.database);
    json[QStringLiteral("strategy")] = strategyName(trial.cell.strategy);
    json[QStringLiteral("repeat")] = trial.cell.repeat + 1;
    addCostFigures(json, trial.measured);
    json[QStringLiteral("generator")] = generatorJson(trial);
    json[QStringLiteral("records")] = QJsonObject{{QStringLiteral("directory"), trial.directory},
                                                  {QStringLiteral("plan"), trial.files.plan},
                                                  {QStringLiteral("answers"), trial.files.answers},
                                                  {QStringLiteral("book"), trial.files.book},
                                                  {QStringLiteral("redis"), trial.files.redis}};
    QJsonObject records = json[QStringLiteral("records")].toObject();
    for (const auto &[kind, name] : {std::pair{"jtl", trial.files.jtl}, {"opening", trial.files.opening}}) {
        if (!name.isEmpty())
            records[QLatin1String(kind)] = name;
    }
    json[QStringLiteral("records")] = records;
    json[QStringLiteral("stockInRedis")] = keepsStockInRedis(trial.cell.strategy);
    return json;
}

QJsonObject machineJson()
{
    const qint64 pages = ::sysconf(_SC_PHYS_PAGES);
    return {{QStringLiteral("processor"), firstLineWith(QStringLiteral("/proc/cpuinfo"), "model name")},
            {QStringLiteral("cores"), qint64(::sysconf(_SC_NPROCESSORS_ONLN))},
            {QStringLiteral("memoryMiB"), pages * (::sysconf(_SC_PAGESIZE) / 1024) / 1024},
            {QStringLiteral("system"), QSysInfo::prettyProductName()},
            {QStringLiteral("kernel"),
             QStringLiteral("%1 %2").arg(QSysInfo::kernelType(), QSysInfo::kernelVersion())},
            {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
            {QStringLiteral("seonchak"), QCoreApplication::applicationVersion()}};
}

QJsonObject settingJson(const Setting &setting)
{
    QJsonArray strategies;
    for (const Strategy strategy : setting.strategies)
        strategies.append(strategyName(strategy));
    QJsonArray databases;
    for (const QString &database : setting.databases) {
        const auto url = DatabaseUrl::parse(database, {});
        databases.append(database == QLatin1String("sqlite") || !url ? database : url->masked());
    }
    const auto redis = RedisAddress::parse(setting.redis);
    const bool own = setting.client == Client::Own;
    const QString model = own ? setting.rate > 0 ? QStringLiteral("open") : QStringLiteral("closed")
                              : QStringLiteral("closed: JMeter's users arrive within a ramp, each asks once");
    return {{QStringLiteral("strategies"), strategies},
            {QStringLiteral("databases"), databases},
            {QStringLiteral("redis"),
             setting.redis == QLatin1String("private") || !redis ? setting.redis : redis->masked()},
            {QStringLiteral("requests"), setting.requests},
            {QStringLiteral("stock"), setting.stock},
            {QStringLiteral("users"), setting.users},
            {QStringLiteral("rate"),
             setting.rate > 0 ? QJsonValue(setting.rate) : QJsonValue(QStringLiteral("max"))},
            {QStringLiteral("opensIn"), setting.opensIn > 0 ? QJsonValue(setting.opensIn) : QJsonValue()},
            {QStringLiteral("client"), own ? QStringLiteral("own") : QStringLiteral("jmeter")},
            {QStringLiteral("model"), model},
            {QStringLiteral("connections"), own ? qint64(setting.connections) : setting.users},
            {QStringLiteral("failureRate"), setting.failureRate},
            {QStringLiteral("repeats"), setting.repeats},
            {QStringLiteral("seed"), QString::number(setting.seed)},
            {QStringLiteral("warmUp"),
             own ? QStringLiteral("10 answers of GET /healthz on each connection; no issue")
                 : QStringLiteral("none: JMeter's first request on each connection is the issue")}};
}

Spread spreadOf(QList<double> values)
{
    if (values.isEmpty())
        return {};
    std::ranges::sort(values);
    const qsizetype middle = values.size() / 2;
    const double median = values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    return {median, values.front(), values.back()};
}

QJsonArray verdictsJson(const Setting &setting, const QList<Trial> &trials)
{
    const auto pair = [](const QJsonValue &with, const QJsonValue &without) -> QJsonObject {
        return {{QStringLiteral("withStoreCall"), with}, {QStringLiteral("withoutStoreCall"), without}};
    };
    QJsonArray verdicts;
    for (const QString &database : setting.databases) {
        QList<Summary> summaries;
        QJsonArray strategies;
        for (const Strategy strategy : setting.strategies) {
            const auto one = summaryOf(database, strategy, trials);
            summaries.append(one);
            strategies.append(
                QJsonObject{{QStringLiteral("strategy"), one.strategy},
                            {QStringLiteral("runs"), one.runs},
                            {QStringLiteral("callsStore"), doesCallPartner(strategy)},
                            {QStringLiteral("durableBeforeAnswer"), isDurableBeforeAnswer(strategy)},
                            {QStringLiteral("sound"), one.runs > 0 ? QJsonValue(one.sound) : QJsonValue()},
                            {QStringLiteral("throughput"), spreadJson(one.throughput)},
                            {QStringLiteral("issuedPerSecond"), spreadJson(one.issuedPerSecond)}});
        }
        const auto with = fastestAmong(summaries, true, setting.rate);
        const auto without = fastestAmong(summaries, false, setting.rate);
        verdicts.append(QJsonObject{{QStringLiteral("database"), engineOf(database)},
                                    {QStringLiteral("strategies"), strategies},
                                    {QStringLiteral("fastestSound"), pair(with.name, without.name)},
                                    {QStringLiteral("whyNone"), pair(with.whyNone, without.whyNone)}});
    }
    return verdicts;
}

} // namespace seonchak::lab
