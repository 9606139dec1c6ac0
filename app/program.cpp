// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include "app/help_answer.h"
#include "app/log.h"
#include "app/options/config_check.h"
#include "app/options/doctor_surroundings.h"
#include "app/terminal.h"
#include "core/async/after_all.h"
#include "core/async/open_files.h"
#include "core/async/task_home.h"
#include "server/api/preflight_desk.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <cstdio>

namespace seonchak {

namespace {

constexpr int mostStartMs = 3000; ///< then it serves 503 until Redis and the database are available
/// For requests that had reached the kernel when the listeners closed: nothing tells of these until the
/// workers have read them.
constexpr int unreadMs = 10;
constexpr int mostDrainMs = 8000; ///< for pending work to finish by itself
constexpr int mostEndMs = 1000;   ///< for interrupted work to notice
constexpr std::chrono::milliseconds endAfterAll{9800};

void complain(const QString &sentence, LogLevel level = LogLevel::Error)
{
    const QByteArray line = journalPrefix(level) + "seonchak: " + sentence.toUtf8() + '\n';
    std::fputs(line.constData(), stderr);
}

/// Without the sentences: the person who ran the check reads them where the program was started.
StartFailure sayConfigCheck(const ConfigCheck &check)
{
    for (const auto &fault : check.faults)
        complain(fault.detail);
    for (const auto &hint : check.hints)
        complain(hint, LogLevel::Warning);
    if (!check.faults.isEmpty())
        return {ExitUsage, Obstacle::Configuration, {}, check.file};
    const QString file = check.file.isEmpty() ? QStringLiteral("no config file") : check.file;
    print(QStringLiteral("seonchak: the configuration is sound (%1)\n").arg(file).toUtf8());
    return {ExitFine, Obstacle::Configuration, {}};
}

Obstacle obstacleOf(const Error &permanent)
{
    if (permanent.trouble == Trouble::Conflict)
        return Obstacle::ForeignKeys;
    return permanent.trouble == Trouble::BadInput ? Obstacle::NewerBook : Obstacle::Other;
}

} // namespace

std::expected<ReadOptions, StartFailure> optionsOrExit(const QString &program, const AskKeychain &ask)
{
    const QStringList arguments = QCoreApplication::arguments();
    const auto environment = QProcessEnvironment::systemEnvironment();
    if (arguments.contains(QLatin1String("--check-config")))
        return std::unexpected(sayConfigCheck(checkConfig(arguments, environment, ask)));
    auto options = readOptions(arguments, environment, ask);
    if (!options) {
        // All faults at once, for people who read the journal later.
        auto check = checkConfig(arguments, environment, ask);
        if (check.faults.isEmpty())
            check.faults.append(options.error());
        auto failure = sayConfigCheck(check);
        for (const auto &fault : check.faults)
            failure.sentences.append(fault.detail);
        return std::unexpected(std::move(failure));
    }
    const Settings &settings = options->settings;
    if (settings.showHelp)
        print(helpText(program).toUtf8());
    if (settings.showVersion)
        print(versionLine());
    if (settings.showHelp || settings.showVersion)
        return std::unexpected(StartFailure{ExitFine, Obstacle::Other, {}});
    installLog(settings.logLevel, settings.logFormat);
    QList<Error> forgiven;
    if (const auto asStarted = settingsOf(options->sources, options->secrets, &forgiven))
        options->settings.server.surroundings = surroundingsOf(options->sources, *asStarted, forgiven);
    return std::move(*options);
}

std::expected<std::unique_ptr<Program>, StartFailure> Program::start(Settings settings, Supervisor supervisor)
{
    raiseOpenFileLimit();
    auto handlers = std::make_unique<Signals>();
    auto service = std::make_unique<ServiceNotifier>(std::move(supervisor));
    const QString dir = settings.sale.dataDir;
    auto dataDir = DataDir::take(dir);
    if (!dataDir) {
        const Error &why = dataDir.error();
        complain(why.detail);
        service->failed(why.detail);
        const bool inUse = why.trouble == Trouble::Conflict;
        return std::unexpected(StartFailure{
            ExitService, inUse ? Obstacle::DataDirInUse : Obstacle::DataDirUnusable, {why.detail}, dir});
    }
    std::unique_ptr<Program> program(
        new Program(std::move(settings), std::move(*dataDir), std::move(handlers), std::move(service)));
    if (auto failure = program->openParts())
        return std::unexpected(std::move(*failure));
    return program;
}

Program::Program(Settings settings, DataDir dataDir, std::unique_ptr<Signals> handlers,
                 std::unique_ptr<ServiceNotifier> service)
    : m_settings(std::move(settings))
    , m_signals(std::move(handlers))
    , m_dataDir(std::move(dataDir))
    , m_service(std::move(service))
    , m_trail(m_settings.sale.dataDir,
              QStringLiteral("version %1, strategy %2")
                  .arg(QCoreApplication::applicationVersion(), strategyName(m_settings.sale.strategy)))
{
}

Program::~Program()
{
    m_awaited.reset();
    m_service.reset(); // It queries the loops that end now.
    m_opening.reset();
    if (m_sale)
        m_sale->cancel(); // The workers' requests wait for it.
    m_server.reset();
    m_sale.reset();
}

StartFailure Program::fail(const Error &error, Obstacle obstacle, const QString &place)
{
    complain(error.detail);
    m_service->failed(error.detail);
    const ExitCode code = obstacle == Obstacle::Configuration ? ExitUsage : ExitService;
    return {code, obstacle, {error.detail}, place};
}

std::optional<StartFailure> Program::openParts()
{
    auto sale = Sale::open(m_settings.sale, [](const QString &what) { qInfo("%s", qUtf8Printable(what)); });
    if (!sale)
        return fail(sale.error(),
                    sale.error().trouble == Trouble::NotFound ? Obstacle::NoRedisServer : Obstacle::Other);
    m_sale = std::move(*sale);
    auto server = Server::open(m_settings.server, *m_sale);
    if (!server) {
        const Trouble trouble = server.error().trouble;
        const bool isPort = trouble == Trouble::Conflict && server.error().names.isEmpty();
        const Obstacle obstacle = trouble == Trouble::BadInput ? Obstacle::Configuration
                                  : isPort                     ? Obstacle::PortInUse
                                                               : Obstacle::Other;
        return fail(server.error(), obstacle,
                    QStringLiteral("%1:%2").arg(m_settings.server.host).arg(m_settings.server.port));
    }
    m_server = std::move(*server);
    m_sale->servesAt(QUrl(m_server->url()).port());
    m_service->begin([this] { return state(); });
    qInfo("the store is %s", qUtf8Printable(m_sale->partnerDescription()));
    connect(m_signals.get(), &Signals::asked, this, &Program::stop);
    m_awaited.emplace([this] { watchStart(); });
    m_sale->wakeAtChanges(m_awaited->waker());
    m_awaited->waker().wake(); // Everything may be ready already.
    m_limit.setSingleShot(true);
    m_limit.setTimerType(Qt::PreciseTimer);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        m_startTooLong = true;
        watchStart();
    });
    m_limit.start(mostStartMs);
    return std::nullopt;
}

void Program::watchStart()
{
    if (const auto trouble = m_sale->permanentTrouble()) {
        m_limit.stop();
        m_awaited.reset();
        m_failure = fail(*trouble, obstacleOf(*trouble));
        QCoreApplication::exit(m_failure->code);
        return;
    }
    if (!m_sale->isReadyThroughout() && (!m_startTooLong || m_sale->isLooking()))
        return;
    m_limit.stop();
    m_awaited.reset();
    announce();
}

void Program::announce()
{
    const QJsonObject ready{{QStringLiteral("url"), m_server->url()},
                            {QStringLiteral("pid"), QCoreApplication::applicationPid()},
                            {QStringLiteral("redis"), m_sale->redisUrl()},
                            {QStringLiteral("database"), m_settings.sale.database.masked()},
                            {QStringLiteral("strategy"), strategyName(m_settings.sale.strategy)}};
    m_trail.begin(*m_sale);
    print("READY " + QJsonDocument(ready).toJson(QJsonDocument::Compact) + '\n');
    m_serving = true;
    watchOpening();
    auto loops = m_server->loops();
    loops.push_back(m_sale->loop());
    m_service->ready(std::move(loops));
    Q_EMIT serving();
}

/// A rehearsal opens regardless of the doctor's findings.
void Program::watchOpening()
{
    if (!m_settings.sale.saleLive)
        return;
    m_opening = std::make_unique<OpeningWatch>(OpeningWatch::Parts{
        [this] { return OpeningWatch::Moment{m_sale->clock().times().opensAt, m_sale->clock().nowMs()}; },
        [this] { return m_server->preflight().look(doctor::Tongue::English); },
        [this](int minutes, const QString &checks) {
            qWarning("%d min before the opening these checks fail: %s", minutes, qUtf8Printable(checks));
            m_sale->tell(Event::Kind::PreflightFailed, minutes, checks);
        }});
}

QString Program::state() const
{
    if (m_stopping)
        return QStringLiteral("ending: finishing what is in flight");
    QStringList reasons;
    for (const auto &outage : m_sale->outages())
        reasons.append(outage.sentence());
    if (!m_serving && m_sale->isLooking())
        return QStringLiteral("starting: looking at what is in Redis");
    if (!m_serving)
        return QStringLiteral("starting");
    if (!m_sale->isReady() || !reasons.isEmpty())
        return reasons.isEmpty() ? QStringLiteral("not issuing: Redis is being compared with the book")
                                 : QStringLiteral("not issuing: ") + reasons.join(QStringLiteral("; "));
    return (m_sale->isPaused() ? QStringLiteral("issuing is paused, at ") : QStringLiteral("issuing at ")) +
           m_server->url();
}

void Program::stop()
{
    if (std::exchange(m_stopping, true))
        return;
    qInfo("ending: finishing what is in flight");
    m_opening.reset();
    m_service->stopping();
    Signals::endProcessAfter(endAfterAll);
    m_server->stopAccepting();
    m_trail.end(*m_sale);
    m_sale->stopLongActs();
    m_awaited.reset();
    m_limit.disconnect(this);
    connect(&m_limit, &QTimer::timeout, this, &Program::endRest);
    m_limit.start(mostDrainMs);
    QTimer::singleShot(unreadMs, this, [this] { awaitIdle(&Program::drain); });
}

/// Each thread tells from its own event loop that it has nothing left: its count alone, read from here,
/// leaves out the task that runs.
void Program::awaitIdle(Step then)
{
    m_awaited.emplace([this, then] { (this->*then)(); });
    const auto allAreIdle = [waker = m_awaited->waker()] { waker.wake(); };
    const auto oneIsIdle = afterAll(m_cancelled ? 3 : 2, allAreIdle);
    TaskHome::current()->whenIdle(oneIsIdle);
    m_server->whenIdle(oneIsIdle);
    if (m_cancelled)
        m_sale->whenIdle(oneIsIdle);
}

bool Program::isIdle() const
{
    const bool answered = m_server->inFlight() == 0 && m_sale->underWay() == 0;
    // The window's tasks wait on this thread; rows written after an answer wait on the workers' threads.
    return answered && m_server->waitingTasks() == 0 && TaskHome::current()->waiting() == 0;
}

void Program::drain()
{
    if (isIdle())
        endRest();
    else // One thread has given work to another that had told before.
        awaitIdle(&Program::drain);
}

void Program::endRest()
{
    if (!isIdle())
        qInfo("ending: cutting off what has not finished; the settler takes over");
    m_server->cancel();
    m_sale->cancel();
    m_cancelled = true;
    m_limit.disconnect(this);
    connect(&m_limit, &QTimer::timeout, this, &Program::end);
    m_limit.start(mostEndMs);
    awaitIdle(&Program::awaitEnd);
}

void Program::awaitEnd()
{
    if (isIdle() && m_sale->waitingTasks() == 0)
        end();
    else
        awaitIdle(&Program::awaitEnd);
}

void Program::end()
{
    m_limit.stop();
    m_awaited.reset();
    m_trail.finish();
    QCoreApplication::exit(ExitFine);
}

} // namespace seonchak
