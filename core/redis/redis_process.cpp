// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redis_process.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <csignal>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace seonchak::redis_process {

Result<QString> findIn(const QStringList &directories)
{
    for (const auto &name : {QStringLiteral("redis-server"), QStringLiteral("valkey-server")}) {
        // An empty list would mean PATH.
        const QString found =
            directories.isEmpty() ? QString() : QStandardPaths::findExecutable(name, directories);
        if (!found.isEmpty())
            return found;
    }
    return failure(Trouble::NotFound,
                   QStringLiteral("There is no redis-server program. Install one (apt install "
                                  "redis-server), or name a running Redis with --redis URL."));
}

std::vector<qint64> serversIn(const QString &dir)
{
    std::vector<qint64> found;
    const QString wanted = QFileInfo(dir).canonicalFilePath();
    if (wanted.isEmpty())
        return found;
    const auto entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        bool isProcess = false;
        const qint64 pid = entry.toLongLong(&isProcess);
        if (!isProcess)
            continue;
        const QString proc = QLatin1String("/proc/") + entry;
        QFile name(proc + QLatin1String("/comm"));
        if (!name.open(QIODevice::ReadOnly))
            continue;
        const QByteArray comm = name.readAll().trimmed();
        if (comm != "redis-server" && comm != "valkey-server")
            continue;
        if (QFile::symLinkTarget(proc + QLatin1String("/cwd")) == wanted)
            found.push_back(pid);
    }
    return found;
}

void askToEnd(qint64 pid)
{
    ::kill(static_cast<pid_t>(pid), SIGTERM);
    ::kill(static_cast<pid_t>(pid), SIGCONT);
}

void bindToThisThread(QProcess &process, int signal)
{
    process.setChildProcessModifier([signal, parent = ::getpid()] {
        // Between fork and exec: only async-signal-safe calls.
        ::setsid();
        ::prctl(PR_SET_PDEATHSIG, signal);
        sigset_t none;
        sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
        std::signal(SIGTERM, SIG_DFL);
        std::signal(SIGINT, SIG_DFL);
        if (::getppid() != parent)
            ::_exit(1); // we had ended before the child could register for the signal
    });
}

Result<void> makePrivateDir(const QString &dir)
{
    const QByteArray path = QFile::encodeName(dir);
    QDir().mkpath(QFileInfo(dir).absolutePath());
    if (::mkdir(path.constData(), 0700) != 0 && errno != EEXIST)
        return failure(Trouble::Unavailable, QStringLiteral("The directory %1 cannot be made.").arg(dir));
    struct stat info{};
    const bool isOurs =
        ::lstat(path.constData(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == ::geteuid();
    if (!isOurs || ::chmod(path.constData(), 0700) != 0)
        return failure(Trouble::Unavailable,
                       QStringLiteral("%1 is not a directory that is ours alone.").arg(dir));
    return {};
}

QString lastLine(const QString &file)
{
    QFile log(file);
    if (!log.open(QIODevice::ReadOnly))
        return {};
    log.seek(std::max<qint64>(0, log.size() - 1024));
    const auto lines = log.readAll().trimmed().split('\n');
    return QString::fromUtf8(lines.last());
}

} // namespace seonchak::redis_process
