// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/trial.h"

#include "core/lab/client.h"
#include "core/lab/own_database.h"
#include "core/lab/server_process.h"
#include "core/lab/store_reader.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QThread>

namespace seonchak::lab {

namespace {

constexpr int lookEveryMs = 100;
constexpr qint64 restMostMs = 60'000;
/// A key prefix that nobody else has, and that tells a later lab who made it.
QByteArray prefixOf(const QString &name)
{
    return name.toLatin1();
}

/// Everything of one run that has to be taken down again.
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
    ~Bench()
    {
        m_server.reset();
        if (m_redis && m_setting.redis != QLatin1String("private") && !m_redis->clean())
            qWarning("keys of the lab stay behind in Redis: %s:*", prefixOf(m_name).constData());
        m_database.reset();
        QDir(m_dataDir).removeRecursively();
    }
    Bench(const Bench &) = delete;
    Bench &operator=(const Bench &) = delete;

    Result<void> setUp();
    Result<Trial> run(const QDir &out, const std::stop_token &stop,
                      const std::function<void(qint64)> &progress);

private:
    [[nodiscard]] QStringList arguments() const;
    Result<void> fill();
    Result<double> awaitRest();
    Result<void> readStores(Truth &truth);
    void noteUse(Measured &measured, const RedisUse &before, qint64 serverCpu);
    [[nodiscard]] bool scriptsOnly() const { return m_cell.strategy == Strategy::Saga; }

    const Setting &m_setting;
    const Cell m_cell;
    const QString m_dataDir;
    const QString m_name;
    std::unique_ptr<OwnDatabase> m_database;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<RedisReader> m_redis;
    QJsonObject m_status;
};

QStringList Bench::arguments() const
{
    return {QStringLiteral("--config"), m_dataDir + QStringLiteral("/empty.ini"),
            QStringLiteral("--data-dir"), m_dataDir, QStringLiteral("--listen"),
            QStringLiteral("127.0.0.1:0"), QStringLiteral("--redis"), m_setting.redis,
            QStringLiteral("--key-prefix"), QString::fromLatin1(prefixOf(m_name)),
            QStringLiteral("--database"), m_database->option(), QStringLiteral("--strategy"),
            strategyName(m_cell.strategy), QStringLiteral("--store"), QStringLiteral("mock"),
            QStringLiteral("--store-failure-rate"), QString::number(m_setting.failureRate),
            QStringLiteral("--store-seed"),
            // The same fate for the n-th call under every strategy, another one in every repeat.
            QString::number((m_setting.seed + quint64(m_cell.repeat)) & 0x7fffffffffffffff),
            QStringLiteral("--log-level"), QStringLiteral("warning")};
}

Result<void> Bench::setUp()
{
    QFile empty(m_dataDir + QStringLiteral("/empty.ini"));
    if (!QDir().mkpath(m_dataDir) || !empty.open(QIODevice::WriteOnly))
        return failure(Trouble::Unavailable, QStringLiteral("cannot write to %1").arg(m_dataDir));
    auto database = OwnDatabase::create(m_cell.database, m_dataDir, m_name);
    if (!database)
        return std::unexpected(database.error());
    m_database = std::move(*database);
    auto server = ServerProcess::start(m_setting.serverProgram, arguments());
    if (!server)
        return std::unexpected(server.error());
    m_server = std::move(*server);
    const bool isPrivate = m_setting.redis == QLatin1String("private");
    auto address = RedisAddress::parse(isPrivate ? m_server->redisUrl() : m_setting.redis);
    if (!address)
        return std::unexpected(address.error());
    m_redis = std::make_unique<RedisReader>(std::move(*address), prefixOf(m_name));
    return fill();
}

Result<void> Bench::fill()
{
    const qint64 stock = stockFor(m_setting, m_cell.strategy);
    if (stock == 0)
        return {};
    const auto made =
        m_server->ask("POST", "/api/v1/generate", "{\"count\":" + QByteArray::number(stock) + '}');
    if (!made)
        return std::unexpected(made.error());
    if (qint64((*made)[QStringLiteral("pushed")].toDouble()) != stock)
        return failure(Trouble::Internal, QStringLiteral("the stock was not filled"));
    return {};
}

/// Write-behind, settling and doubts come to rest: nothing reserved or in doubt, and two looks alike.
Result<double> Bench::awaitRest()
{
    QElapsedTimer timer;
    timer.start();
    QJsonObject last;
    for (;;) {
        const auto status = m_server->ask("GET", "/api/v1/status");
        if (!status)
            return std::unexpected(status.error());
        const auto stock = (*status)[QStringLiteral("stock")].toObject();
        const bool rests = stock[QStringLiteral("reserved")].toDouble() == 0 &&
                           stock[QStringLiteral("inDoubt")].toDouble() == 0;
        m_status = *status;
        const bool conserved = stock[QStringLiteral("conserved")].toBool() || timer.elapsed() > 3000;
        if ((rests && conserved && stock == last) || timer.elapsed() > restMostMs)
            return double(timer.elapsed()) / 1000;
        last = stock;
        QThread::msleep(lookEveryMs);
    }
}

Result<void> Bench::readStores(Truth &truth)
{
    truth.stockInRedis = keepsStockInRedis(m_cell.strategy);
    if (const auto redis = m_redis->read(truth); !redis)
        return redis;
    return readBook(m_database->url(), truth);
}

void Bench::noteUse(Measured &measured, const RedisUse &before, qint64 serverCpu)
{
    const auto counter = [this](const char *group, const char *name) {
        const QJsonObject place = group ? m_status.value(QLatin1String(group)).toObject() : m_status;
        const QJsonValue value = place.value(QLatin1String(name));
        return value.isDouble() ? qint64(value.toDouble()) : -1;
    };
    measured.compensated = counter(nullptr, "compensations");
    measured.storeCalls = counter("store", "calls");
    measured.storeFailures = counter("store", "failures");
    if (m_cell.strategy == Strategy::DbOptimistic)
        measured.optimisticRetries = m_server->metric("seonchak_optimistic_retries_total");
    if (m_cell.strategy == Strategy::DbPessimistic)
        measured.lockWaitNs = m_server->metric("seonchak_lock_wait_seconds_total", 1e9);
    if (const auto after = m_redis->use(scriptsOnly()); after && before.cpuNs >= 0) {
        measured.cpuRedisNs = after->cpuNs - before.cpuNs;
        measured.redisCommandNs = after->commandNs - before.commandNs;
        measured.redisCommands = after->commands - before.commands;
    }
    const qint64 now = cpuTimeOf(m_server->pid());
    if (now >= 0 && serverCpu >= 0)
        measured.cpuServerNs = now - serverCpu;
}

/// The plan lies there since before the first request left; the rest follows now.
Result<RecordFiles> writeAfter(const QDir &dir, const QString &plan, const std::vector<Request> &requests,
                               const Truth &truth)
{
    const auto answers = writeAnswers(dir, requests);
    const auto book = writeBook(dir, truth);
    const auto redis = writeRedis(dir, truth);
    for (const auto *file : {&answers, &book, &redis}) {
        if (!*file)
            return std::unexpected(file->error());
    }
    return RecordFiles{plan, *answers, *book, *redis, {}};
}

Result<Trial> Bench::run(const QDir &out, const std::stop_token &stop,
                         const std::function<void(qint64)> &progress)
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
    const auto before = m_redis->use(scriptsOnly()).value_or(RedisUse{});
    const qint64 serverCpu = cpuTimeOf(m_server->pid());
    const QDir scratch(m_dataDir + QStringLiteral("/jmeter"));
    const auto sent = sendPlan(m_setting, m_server->port(), scratch, dir, requests, stop, progress);
    if (!sent)
        return std::unexpected(sent.error());
    trial.load = sent->load;
    if (sent->load.cancelled)
        return trial;
    trial.measured.cpuGeneratorNs = sent->load.cpuNs;
    const auto rest = awaitRest();
    if (!rest)
        return std::unexpected(rest.error());
    trial.measured.settledSeconds = *rest;
    noteUse(trial.measured, before, serverCpu);
    Truth truth;
    if (const auto read = readStores(truth); !read)
        return std::unexpected(read.error());
    auto files = writeAfter(dir, *plan, requests, truth);
    if (!files)
        return std::unexpected(files.error());
    trial.files = std::move(*files);
    trial.files.jtl = sent->jtl;
    trial.verdict = judge(requests, truth, stockFor(m_setting, m_cell.strategy));
    return trial;
}

} // namespace

Result<Trial> runTrial(const Setting &setting, const Cell &cell, const QDir &work, const QString &name,
                       const std::stop_token &stop, const std::function<void(qint64)> &progress)
{
    Bench bench(setting, cell, work, name);
    if (const auto ready = bench.setUp(); !ready)
        return std::unexpected(ready.error());
    return bench.run(QDir(setting.outDir), stop, progress);
}

bool keepsStockInRedis(Strategy strategy)
{
    return stockHome(strategy) != StockHome::Database;
}

bool doesCallStore(Strategy strategy)
{
    return strategy == Strategy::Saga || strategy == Strategy::RedisLpopLossy ||
           strategy == Strategy::RedisLpopCompensate;
}

bool isDurableBeforeAnswer(Strategy strategy)
{
    return strategy == Strategy::Saga || strategy == Strategy::UserCache || !keepsStockInRedis(strategy);
}

qint64 stockFor(const Setting &setting, Strategy strategy)
{
    return strategy == Strategy::UserCache ? 0 : setting.stock;
}

} // namespace seonchak::lab
