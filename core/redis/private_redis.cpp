// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/private_redis.h"

#include "core/redis/connection.h"
#include "core/redis/redis_process.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QPointer>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>

#include <algorithm>
#include <csignal>

namespace seonchak {
namespace {

using namespace std::chrono_literals;

constexpr qsizetype socketPathMost = 100; // sockaddr_un takes 107 bytes; tools differ in how they count
constexpr qint64 logMost = 1024 * 1024;
constexpr qint64 patienceMs = 5000; // from a polite SIGTERM to SIGKILL
constexpr qint64 steadyMs = 10'000; // a server that lived this long resets the backoff
/// A leftover is no child of ours, and another may start beside it: only looking again shows that there is
/// none.
constexpr auto leftoverPoll = 10ms;

QString socketPathFor(const QString &dir)
{
    const QString usual = dir + QLatin1String("/redis.sock");
    if (usual.toUtf8().size() <= socketPathMost)
        return usual;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QByteArray digest =
        QCryptographicHash::hash(dir.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    return (runtime.isEmpty() ? QDir::tempPath() : runtime) + QLatin1String("/seonchak-") +
           QString::fromLatin1(digest) + QLatin1String("/redis.sock");
}

} // namespace

class PrivateRedis::Private
{
public:
    Private(PrivateRedis *owner, const QString &dataDir)
        : q(owner)
        , dir(QDir::cleanPath(QFileInfo(dataDir).absoluteFilePath()) + QLatin1String("/redis"))
        , socket(socketPathFor(dir))
        , log(dir + QLatin1String("/redis.log"))
        , timer(owner)
    {
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, q, [this] { endLeftoverOrLaunch(); });
    }

    void endLeftoverOrLaunch();
    void launch();
    void waitUntilReady();
    void processEnded();
    void startAgainLater(const QString &why);
    void stop();
    [[nodiscard]] QStringList arguments() const;

    PrivateRedis *q;
    const QString dir;
    const QString socket;
    const QString log;
    QTimer timer; ///< until the next check for a leftover, or the next start
    std::unique_ptr<QProcess> process;
    std::unique_ptr<RedisConnection> probe; ///< sends PING to the new server until it says PONG
    QElapsedTimer leftoverSince;
    QElapsedTimer runningSince;
    bool wanted = false;
    bool running = false;
    int failures = 0;
};

/// Two servers on the same files would ruin them, so a killed predecessor's server is stopped first.
void PrivateRedis::Private::endLeftoverOrLaunch()
{
    for (const QString &needed : {dir, QFileInfo(socket).absolutePath()}) {
        if (const auto made = redis_process::makePrivateDir(needed); !made)
            return startAgainLater(made.error().detail);
    }
    const auto leftovers = redis_process::serversIn(dir);
    if (leftovers.empty())
        return launch();
    const bool first = !leftoverSince.isValid();
    if (first)
        leftoverSince.start();
    for (const qint64 pid : leftovers) {
        if (first)
            redis_process::askToEnd(pid);
        else if (leftoverSince.hasExpired(patienceMs))
            ::kill(static_cast<pid_t>(pid), SIGKILL);
    }
    timer.start(leftoverPoll);
}

void PrivateRedis::Private::launch()
{
    const auto program = findProgram();
    if (!program)
        return startAgainLater(program.error().detail);
    leftoverSince.invalidate();
    if (QFileInfo(log).size() > logMost) {
        QFile::remove(log + QLatin1String(".1"));
        QFile::rename(log, log + QLatin1String(".1"));
    }
    process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::MergedChannels); // its output before it has opened its log
    process->setStandardInputFile(QProcess::nullDevice());
    // Redis 8 does not start if LANG names a locale that is not installed. We use no collation.
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    process->setProcessEnvironment(environment);
    redis_process::bindToThisThread(*process, SIGTERM);
    connect(process.get(), &QProcess::finished, q, [this] { processEnded(); });
    connect(process.get(), &QProcess::errorOccurred, q, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            processEnded();
    });
    const QPointer<PrivateRedis> alive(q);
    process->start(*program, arguments());
    if (alive && process) // a failed fork ends it immediately
        waitUntilReady();
}

QStringList PrivateRedis::Private::arguments() const
{
    return {QStringLiteral("--port"),
            QStringLiteral("0"),
            QStringLiteral("--unixsocket"),
            socket,
            QStringLiteral("--unixsocketperm"),
            QStringLiteral("700"),
            QStringLiteral("--dir"),
            dir,
            QStringLiteral("--appendonly"),
            QStringLiteral("yes"),
            QStringLiteral("--appendfsync"),
            QStringLiteral("everysec"),
            QStringLiteral("--save"),
            QString(),
            QStringLiteral("--maxmemory-policy"),
            QStringLiteral("noeviction"),
            QStringLiteral("--daemonize"),
            QStringLiteral("no"),
            QStringLiteral("--logfile"),
            log,
            QStringLiteral("--pidfile"),
            QString(dir + QLatin1String("/redis.pid"))};
}

void PrivateRedis::Private::waitUntilReady()
{
    RedisAddress address;
    address.path = socket;
    RedisLimits limits;
    limits.backOffFirst = 4ms;
    limits.backOffMost = 20ms;
    probe = std::make_unique<RedisConnection>(address, limits);
    connect(probe.get(), &RedisConnection::readyChanged, q, [this](bool ready) {
        if (!ready)
            return;
        probe.reset(); // no longer needed
        running = true;
        runningSince.start();
        Q_EMIT q->started();
    });
    probe->open();
}

void PrivateRedis::Private::processEnded()
{
    probe.reset();
    const bool crashed = process->exitStatus() == QProcess::CrashExit;
    const bool neverStarted = process->error() == QProcess::FailedToStart;
    const QString how = neverStarted ? process->errorString()
                        : crashed    ? QStringLiteral("ended by a signal")
                                     : QStringLiteral("ended with status %1").arg(process->exitCode());
    const QString said = QString::fromUtf8(process->readAll().trimmed().right(500));
    const QString redisCloseDelay = said.isEmpty() ? redis_process::lastLine(log) : said;
    process.release()->deleteLater(); // this is called from its signal
    if (std::exchange(running, false) && runningSince.hasExpired(steadyMs))
        failures = 0;
    startAgainLater(QStringLiteral("redis-server %1; its last words: %2").arg(how, redisCloseDelay));
}

void PrivateRedis::Private::startAgainLater(const QString &why)
{
    leftoverSince.invalidate();
    timer.start(std::min<std::chrono::milliseconds>(50ms * (1 << std::min(failures++, 10)), 5s));
    Q_EMIT q->died(why);
}

void PrivateRedis::Private::stop()
{
    wanted = false;
    running = false;
    failures = 0;
    timer.stop();
    probe.reset();
    if (!process)
        return;
    process->disconnect(q);
    if (process->processId() > 0) {
        redis_process::askToEnd(process->processId());
        if (!process->waitForFinished(patienceMs)) {
            process->kill();
            process->waitForFinished(1000);
        }
    }
    process.reset();
    const QString socketDir = QFileInfo(socket).absolutePath();
    if (socketDir != dir)
        QDir().rmdir(socketDir);
}

PrivateRedis::PrivateRedis(QString dataDir, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, dataDir))
{
}

PrivateRedis::~PrivateRedis()
{
    d->stop();
}

Result<QString> PrivateRedis::findProgram()
{
    return redis_process::findIn(qEnvironmentVariable("PATH").split(u':', Qt::SkipEmptyParts));
}

QString PrivateRedis::socketPath() const
{
    return d->socket;
}

void PrivateRedis::start()
{
    if (!std::exchange(d->wanted, true))
        d->endLeftoverOrLaunch();
}

void PrivateRedis::stop()
{
    d->stop();
}

bool PrivateRedis::isRunning() const
{
    return d->running;
}

qint64 PrivateRedis::processId() const
{
    return d->process ? d->process->processId() : 0;
}

} // namespace seonchak
