// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/trial/trial.h"

#include "core/lab/rig/database_cpu.h"
#include "core/lab/rig/own_server.h"
#include "core/lab/trial/client.h"
#include "core/lab/trial/opening_run.h"

namespace seonchak::lab {

namespace {

/// Makes a run on its own server.
class Bench
{
public:
    Bench(const Setting &setting, const Cell &cell, const QDir &work, const QString &name)
        : m_setting(setting)
        , m_cell(cell)
        , m_dataDir(work.filePath(name))
        , m_name(name)
    {
    }

    Result<void> setUp(const std::stop_token &stop);
    Result<Trial> run(const QDir &out, const std::stop_token &stop, const TellStep &progress);

private:
    [[nodiscard]] QStringList partnerOptions() const;
    /// The processes' usage so far.
    struct Use
    {
        RedisUse redis;
        qint64 serverNs = -1;
        qint64 databaseNs = -1;
    };
    [[nodiscard]] Use useByNow();
    void noteUse(Measured &measured, const Use &before);
    Result<void> send(Trial &trial, OpeningRun &opening, const QDir &dir, std::vector<Request> &requests,
                      const std::stop_token &stop, const TellStep &progress);
    Result<Truth> comeToRest(Trial &trial, const Use &before, const std::stop_token &stop,
                             const TellStep &progress);
    [[nodiscard]] bool scriptsOnly() const { return m_cell.strategy == Strategy::Saga; }

    const Setting &m_setting;
    const Cell m_cell;
    const QString m_dataDir;
    const QString m_name;
    std::unique_ptr<OwnServer> m_server;
    qint64 m_postmaster = -1; ///< of a PostgreSQL on this machine
};

QStringList Bench::partnerOptions() const
{
    // The n-th call has the same fate with every strategy, and another one in every repeat.
    const quint64 seed = (m_setting.seed + quint64(m_cell.repeat)) & 0x7fffffffffffffff;
    return {QStringLiteral("--store"),
            QStringLiteral("mock"),
            QStringLiteral("--store-failure-rate"),
            QString::number(m_setting.failureRate),
            QStringLiteral("--store-seed"),
            QString::number(seed)};
}

Result<void> Bench::setUp(const std::stop_token &stop)
{
    OwnPlace place{m_dataDir,      m_name, m_cell.database, m_setting.redis, m_setting.serverProgram,
                   m_cell.strategy};
    auto server = OwnServer::create(std::move(place));
    if (!server)
        return std::unexpected(server.error());
    m_server = std::move(*server);
    if (const auto started = m_server->start(partnerOptions()); !started)
        return started;
    m_postmaster = postmasterOf(m_server->database());
    return m_server->fill(stockFor(m_setting, m_cell.strategy), stop);
}

Bench::Use Bench::useByNow()
{
    return {m_server->redis().use(scriptsOnly()).value_or(RedisUse{}), cpuTimeOf(m_server->process().pid()),
            m_postmaster > 0 ? cpuTimeOfFamily(m_postmaster) : -1};
}

void Bench::noteUse(Measured &measured, const Use &before)
{
    const auto counter = [this](const char *group, const char *name) {
        const QJsonObject &status = m_server->status();
        const QJsonObject place = group ? status.value(QLatin1String(group)).toObject() : status;
        const QJsonValue value = place.value(QLatin1String(name));
        return value.isDouble() ? qint64(value.toDouble()) : -1;
    };
    measured.compensated = counter(nullptr, "compensations");
    measured.partnerCalls = counter("store", "calls");
    measured.partnerFailures = counter("store", "failures");
    if (m_cell.strategy == Strategy::DbOptimistic)
        measured.optimisticRetries = m_server->process().metric("seonchak_optimistic_retries_total");
    if (m_cell.strategy == Strategy::DbPessimistic)
        measured.lockWaitNs = m_server->process().metric("seonchak_lock_wait_seconds_total", 1e9);
    const Use now = useByNow();
    if (now.redis.cpuNs >= 0 && before.redis.cpuNs >= 0) {
        measured.cpuRedisNs = now.redis.cpuNs - before.redis.cpuNs;
        measured.redisCommandNs = now.redis.commandNs - before.redis.commandNs;
        measured.redisCommands = now.redis.commands - before.redis.commands;
    }
    if (now.serverNs >= 0 && before.serverNs >= 0)
        measured.cpuServerNs = now.serverNs - before.serverNs;
    if (now.databaseNs >= 0 && before.databaseNs >= 0)
        measured.cpuDatabaseNs = now.databaseNs - before.databaseNs;
}

/// The plan was written before the first request was sent; this writes the rest.
Result<RecordFiles> writeAfter(const QDir &dir, const QString &plan, const std::vector<Request> &requests,
                               const Truth &truth, const Opening &aimed)
{
    const auto answers = writeAnswers(dir, requests);
    const auto book = writeBook(dir, truth);
    const auto redis = writeRedis(dir, truth);
    const auto opening = aimed.isAimedAt() ? writeOpening(dir, aimed) : Result<QString>(QString());
    for (const auto *file : {&answers, &book, &redis, &opening}) {
        if (!*file)
            return std::unexpected(file->error());
    }
    return RecordFiles{plan, *answers, *book, *redis, {}, *opening};
}

Result<Trial> Bench::run(const QDir &out, const std::stop_token &stop, const TellStep &progress)
{
    Trial trial;
    trial.cell = m_cell;
    trial.directory = QStringLiteral("runs/%1-%2-%3")
                          .arg(engineOf(m_cell.database), strategyName(m_cell.strategy))
                          .arg(m_cell.repeat + 1);
    const QDir dir(out.filePath(trial.directory));
    if (!dir.mkpath(QStringLiteral(".")))
        return failure(Trouble::Unavailable, QStringLiteral("cannot write to %1").arg(dir.path()));
    auto requests = planFor(m_setting, m_cell.repeat);
    auto plan = writePlan(dir, requests);
    if (!plan)
        return std::unexpected(plan.error());
    const Use before = useByNow();
    OpeningRun opening(m_setting, *m_server);
    if (const auto sent = send(trial, opening, dir, requests, stop, progress); !sent)
        return std::unexpected(sent.error());
    if (trial.load.cancelled)
        return trial;
    const auto aimed = opening.end(trial.load.zeroNs, requests);
    if (!aimed)
        return std::unexpected(aimed.error());
    const auto truth = comeToRest(trial, before, stop, progress);
    if (!truth)
        return std::unexpected(truth.error());
    if (trial.load.cancelled)
        return trial;
    auto files = writeAfter(dir, *plan, requests, *truth, *aimed);
    if (!files)
        return std::unexpected(files.error());
    files->jtl = trial.files.jtl;
    trial.files = std::move(*files);
    trial.verdict = judge(requests, *truth, stockFor(m_setting, m_cell.strategy), *aimed);
    return trial;
}

Result<void> Bench::send(Trial &trial, OpeningRun &opening, const QDir &dir, std::vector<Request> &requests,
                         const std::stop_token &stop, const TellStep &progress)
{
    const QDir scratch(m_dataDir + QStringLiteral("/jmeter"));
    const auto answered = [&progress](qint64 count) { progress(Step::Sending, count); };
    answered(0);
    if (const auto begun = opening.begin(stop); !begun) {
        trial.load.cancelled = stop.stop_requested();
        return trial.load.cancelled ? Result<void>{} : begun;
    }
    auto sent = sendPlan(m_setting, m_server->process().port(), scratch, dir, requests, stop, answered,
                         opening.loadBeginsNs());
    if (!sent)
        return std::unexpected(sent.error());
    trial.load = sent->load;
    trial.files.jtl = std::move(sent->jtl);
    trial.measured.cpuGeneratorNs = sent->load.cpuNs;
    return {};
}

/// Reads both stores once nothing is pending.
Result<Truth> Bench::comeToRest(Trial &trial, const Use &before, const std::stop_token &stop,
                                const TellStep &progress)
{
    progress(Step::Settling, m_setting.requests);
    const auto rest = m_server->awaitRest(stop);
    trial.load.cancelled = !rest && stop.stop_requested();
    if (trial.load.cancelled)
        return Truth{};
    if (!rest)
        return std::unexpected(rest.error());
    trial.measured.settledSeconds = *rest;
    noteUse(trial.measured, before);
    return m_server->readStores();
}

} // namespace

Result<Trial> runTrial(const Setting &setting, const Cell &cell, const QDir &work, const QString &name,
                       const std::stop_token &stop, const TellStep &progress)
{
    Bench bench(setting, cell, work, name);
    progress(Step::Starting, 0);
    if (const auto ready = bench.setUp(stop); !ready) {
        if (!stop.stop_requested())
            return std::unexpected(ready.error());
        Trial cancelled;
        cancelled.load.cancelled = true;
        return cancelled;
    }
    return bench.run(QDir(setting.outDir), stop, progress);
}

qint64 stockFor(const Setting &setting, Strategy strategy)
{
    return hasStock(strategy) ? setting.stock : 0;
}

} // namespace seonchak::lab
