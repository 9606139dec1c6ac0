// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/pace.h"

#include "core/async/kernel_clock.h"
#include "core/database/book/book_tally.h"
#include "core/database/engine/rows.h"

#include <QFileInfo>

#include <chrono>
#include <thread>

namespace seonchak::dossier {

namespace {

constexpr qint64 msNs = 1'000'000;
constexpr qint64 workNs = 4 * msNs; ///< then it sleeps, where it has to
constexpr qint64 sleepsAwaitingServer = 11;
constexpr qint64 lookEveryNs = 200 * msNs;
/// A running sale writes its refusals once a second.
constexpr qint64 busyAfterChangeNs = 1500 * msNs;
/// Below the checkpointer's limit for a trouble: the rest is for the time while it hurries.
constexpr qint64 mostLog = 400LL * 1024 * 1024;

} // namespace

Pace::Pace(Ground ground)
    : m_ground(std::move(ground))
    , m_begunNs(m_ground.usedNs())
{
    look(m_ground.nowNs());
    m_changedNs = 0; // The first reading has nothing to compare with.
}

void Pace::look(qint64 now)
{
    m_lookedNs = now;
    m_hurries = m_ground.mustHurry();
    QByteArray pulse = m_ground.pulse();
    if (pulse != m_pulse)
        m_changedNs = now;
    m_pulse = std::move(pulse);
}

void Pace::judge()
{
    const qint64 worked = m_ground.usedNs() - m_begunNs;
    if (worked < workNs)
        return;
    const qint64 now = m_ground.nowNs();
    if (now - m_lookedNs >= lookEveryNs)
        look(now);
    const bool busy = m_changedNs > 0 && now - m_changedNs < busyAfterChangeNs;
    if (busy && !m_hurries)
        m_ground.sleep(worked * m_ground.sleepsPerWork);
    m_begunNs = m_ground.usedNs();
}

Result<QByteArray> pulseOf(Session &session)
{
    QByteArray pulse;
    const auto read = eachRow(session,
                              QStringLiteral("SELECT (SELECT coalesce(sum(n), 0) FROM tally WHERE kind = %1),"
                                             " (SELECT coalesce(max(last_at), 0) FROM refusal)")
                                  .arg(int(book::Tally::Issues)),
                              {}, [&](const QSqlQuery &row) {
                                  pulse = row.value(0).toByteArray() + ':' + row.value(1).toByteArray();
                              });
    return read ? Result<QByteArray>(pulse) : std::unexpected(read.error());
}

Pace::Ground groundOf(Session &session, const QString &file)
{
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    Pace::Ground ground;
    // A failed read is ignored: the code that reads the rows will report the error.
    ground.pulse = [&session] { return pulseOf(session).value_or(QByteArray()); };
    // The file of a log that restarts keeps its size, so this reading has caused the growth.
    const QString log = file + QStringLiteral("-wal");
    ground.mustHurry = [sqlite, log, begun = QFileInfo(log).size()] {
        return sqlite && QFileInfo(log).size() - begun > mostLog;
    };
    ground.nowNs = [] {
        return qint64(std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1));
    };
    // PostgreSQL's server does the work: the time spent waiting for it is used instead.
    ground.usedNs = ground.nowNs;
    if (!sqlite)
        ground.sleepsPerWork = sleepsAwaitingServer;
    else
        ground.usedNs = [] { return clockNs(CLOCK_THREAD_CPUTIME_ID); };
    ground.sleep = [](qint64 ns) { std::this_thread::sleep_for(std::chrono::nanoseconds(ns)); };
    return ground;
}

} // namespace seonchak::dossier
