// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/rig/database_cpu.h"

#include "core/database/engine/rows.h"

#include <QDir>
#include <QFile>

#include <optional>
#include <unistd.h>

namespace seonchak::lab {

namespace {

QByteArray contentOf(qint64 pid, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Of /proc/PID/stat, proc(5).
struct Stat
{
    QByteArray program;
    qint64 parent = 0;
    qint64 ownTicks = 0;
    qint64 endedTicks = 0; ///< of children that ended and were waited for
};

std::optional<Stat> statOf(qint64 pid)
{
    const QByteArray text = contentOf(pid, "stat");
    const auto begin = text.indexOf('(');
    const auto end = text.lastIndexOf(')'); // A program's name may contain one.
    const auto fields = text.mid(end + 2).split(' ');
    if (begin < 0 || end < begin || fields.size() < 15)
        return std::nullopt;
    return Stat{text.mid(begin + 1, end - begin - 1), fields[1].toLongLong(),
                fields[11].toLongLong() + fields[12].toLongLong(),
                fields[13].toLongLong() + fields[14].toLongLong()};
}

/// In nanoseconds if the kernel reports them (these processes have one thread), else from its ticks.
qint64 ownTimeOf(qint64 pid, const Stat &stat, qint64 jiffyNs)
{
    bool ok = false;
    const qint64 exact = contentOf(pid, "schedstat").split(' ').first().toLongLong(&ok);
    return ok && exact > 0 ? exact : stat.ownTicks * jiffyNs;
}

} // namespace

qint64 postmasterOf(const DatabaseUrl &url)
{
    if (url.engine != DatabaseUrl::Engine::Postgresql)
        return -1;
    const auto session = Session::open(url);
    const auto backend = session ? number(**session, QStringLiteral("SELECT pg_backend_pid()"))
                                 : std::unexpected(session.error());
    if (!backend)
        return -1;
    // On another machine the id may belong to a different process: the title of ours names its database.
    const auto serving = statOf(*backend);
    if (!serving || serving->program != "postgres" ||
        !contentOf(*backend, "cmdline").contains(url.name.toUtf8()))
        return -1;
    const auto parent = statOf(serving->parent);
    return parent && parent->program == "postgres" ? serving->parent : -1;
}

qint64 cpuTimeOfFamily(qint64 pid)
{
    const qint64 jiffyNs = 1'000'000'000 / ::sysconf(_SC_CLK_TCK);
    const auto head = statOf(pid);
    if (!head)
        return -1;
    qint64 time = ownTimeOf(pid, *head, jiffyNs) + head->endedTicks * jiffyNs;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const qint64 one = name.toLongLong();
        if (const auto stat = one > 0 ? statOf(one) : std::nullopt; stat && stat->parent == pid)
            time += ownTimeOf(one, *stat, jiffyNs);
    }
    return time;
}

} // namespace seonchak::lab
