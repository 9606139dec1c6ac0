// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/journal/journal_link.h"

#include "core/database/engine/migrations.h"
#include "core/database/engine/rows.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <thread>

namespace seonchak {

namespace {
/// How long entries wait for an unavailable database, and how long the outcome of an unknown commit is
/// queried.
constexpr std::chrono::seconds patience{5};
/// For a lock while there is no connection: an attempt must not delay the writer's end.
constexpr int attemptLockWaitMs = 500;
constexpr int hurriedLockWaitMs = 50;

/// What the journal writes, without any row. On PostgreSQL the call of a batch also has its plan made here,
/// and not while the first customer of a sale waits.
Result<void> touchNoRow(Session &session)
{
    static constexpr std::array everywhere{
        "INSERT INTO issue SELECT * FROM issue WHERE 1 = 0",
        "INSERT INTO coupon SELECT * FROM coupon WHERE 1 = 0",
        "UPDATE coupon SET version = version WHERE 1 = 0",
        "INSERT INTO doubt SELECT * FROM doubt WHERE 1 = 0",
        "DELETE FROM doubt WHERE 1 = 0",
        "INSERT INTO push SELECT * FROM push WHERE 1 = 0",
        "INSERT INTO audit SELECT * FROM audit WHERE 1 = 0",
    };
    for (const char *statement : everywhere) {
        if (const auto run = session.run(QString::fromLatin1(statement)); !run)
            return std::unexpected(run.error());
    }
    if (session.engine() != DatabaseUrl::Engine::Postgresql)
        return {};
    const auto called =
        session.run(QStringLiteral("SELECT FROM issue_batch('{}', '{}', '{}', '{}', '{}', 0)"));
    return called ? Result<void>{} : std::unexpected(called.error());
}
} // namespace

JournalLink::JournalLink(DatabaseUrl url, std::atomic<bool> &connected, Wakers &changes)
    : m_url(std::move(url))
    , m_connected(connected)
    , m_changes(changes)
{
}

std::unique_lock<std::mutex> JournalLink::passGate()
{
    return m_checkpointer ? std::unique_lock(m_checkpointer->gate()) : std::unique_lock<std::mutex>();
}

bool JournalLink::tryConnect()
{
    auto opened = Session::open(m_url);
    Result<void> ready = opened ? prepare(**opened) : std::unexpected(opened.error());
    if (!ready) {
        const bool newer = ready.error().trouble == Trouble::BadInput;
        const bool damaged = opened ? (*opened)->lastDiagnosis().corrupted
                                    : ready.error().trouble == Trouble::Internal && !m_wasConnected;
        if (newer || damaged)
            setPermanent(ready.error());
        m_why = ready.error();
        setTrouble(m_why);
        m_nextTry = Clock::now() + m_pause.next();
        return false;
    }
    m_session = std::move(*opened);
    m_pause.reset();
    if (m_url.engine == DatabaseUrl::Engine::Sqlite && !m_checkpointer)
        m_checkpointer =
            std::make_unique<Checkpointer>(m_url, [this](const QString &trouble) { setLogTrouble(trouble); });
    m_wasConnected = true;
    setTrouble({});
    setConnected(true);
    return true;
}

/// Migrates, configures for writing, and writes one value: a full disk or a read-only file shows here, not in
/// the next batch.
Result<void> JournalLink::prepare(Session &session)
{
    if (auto migrated = migrate(session); !migrated)
        return migrated;
    if (m_url.engine == DatabaseUrl::Engine::Sqlite) {
        if (auto done = session.execute(QStringLiteral("PRAGMA cache_size=-65536")); !done)
            return done;
    }
    session.setLockWait(attemptLockWaitMs);
    const auto kept = session.keepLog([this](int pages) {
        if (m_checkpointer)
            m_checkpointer->logHolds(pages);
    });
    const auto written = kept ? writeWord(session) : kept;
    session.setLockWait(m_url.busyTimeoutMs);
    m_lockWaitMs = m_url.busyTimeoutMs;
    return written;
}

void JournalLink::followPace()
{
    const int wait = m_hurried ? hurriedLockWaitMs : m_brief ? attemptLockWaitMs : m_url.busyTimeoutMs;
    if (m_session && std::exchange(m_lockWaitMs, wait) != wait)
        m_session->setLockWait(wait);
}

/// On PostgreSQL a row that another server has locked is left to that server: nobody waits for a probe.
Result<void> JournalLink::writeValue(Session &session)
{
    const QString now = QString::number(QDateTime::currentMSecsSinceEpoch());
    const QString key = QStringLiteral("'journal.opened'");
    if (session.engine() == DatabaseUrl::Engine::Sqlite)
        return withoutCount(affected(session,
                                     QStringLiteral("INSERT INTO meta (key, value) VALUES (%1, ?)"
                                                    " ON CONFLICT (key) DO UPDATE SET value = excluded.value")
                                         .arg(key),
                                     {now}));
    // ON CONFLICT alone would wait for a row that is being updated.
    const auto there =
        affected(session,
                 QStringLiteral("INSERT INTO meta (key, value) SELECT %1, ? WHERE NOT EXISTS"
                                " (SELECT 1 FROM meta WHERE key = %1) ON CONFLICT (key) DO NOTHING")
                     .arg(key),
                 {now});
    if (!there)
        return std::unexpected(there.error());
    return withoutCount(affected(session,
                                 QStringLiteral("UPDATE meta SET value = ? WHERE key IN (SELECT key FROM meta"
                                                " WHERE key = %1 FOR UPDATE SKIP LOCKED)")
                                     .arg(key),
                                 {now}));
}

/// The value tests the disk; the statements that touch no row test permissions and missing tables.
Result<void> JournalLink::writeWord(Session &session)
{
    return session.transaction([&]() -> Result<void> {
        const auto written = writeValue(session);
        return written ? touchNoRow(session) : written;
    });
}

void JournalLink::probe()
{
    Result<void> written;
    {
        const auto gate = passGate();
        written = writeWord(*m_session);
    }
    if (written || (m_session->lastDiagnosis().worthRetrying && !m_session->isBroken()))
        return;
    const Error why = written.error();
    if (!m_session->isBroken() || !replaceSession(why))
        drop(why);
}

/// An idle connection that was cut is replaced silently.
bool JournalLink::replaceSession(const Error &why)
{
    if (m_session->lastDiagnosis().corrupted)
        return false;
    m_session.reset();
    m_why = why;
    return tryConnect();
}

bool JournalLink::isPatient() const
{
    return !m_hurried.load() && Clock::now() < m_awaySince + patience;
}

void JournalLink::drop(const Error &why)
{
    if (m_session && m_session->lastDiagnosis().corrupted)
        setPermanent(why);
    m_session.reset();
    m_why = why;
    setTrouble(why);
    setConnected(false);
    m_awaySince = Clock::now();
    m_nextTry = m_awaySince;
}

bool JournalLink::reconnectSoon(const Error &why)
{
    if (replaceSession(why))
        return true;
    drop(why);
    const auto deadline = m_awaySince + patience;
    while (!permanentTrouble() && isPatient()) {
        if (tryConnect())
            return true;
        std::this_thread::sleep_until(std::min(m_nextTry, deadline));
    }
    return false;
}

void JournalLink::close()
{
    m_session.reset();
    m_checkpointer.reset();
    setLogTrouble({});
    setConnected(false);
}

void JournalLink::setPermanent(const Error &error)
{
    {
        const std::lock_guard lock(m_mutex);
        m_permanent = error;
    }
    m_changes.wake();
}

void JournalLink::setTrouble(std::optional<Error> error)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mutex);
        isFirst = error && !m_trouble;
        m_trouble = std::move(error);
    }
    if (isFirst)
        m_changes.wake();
}

void JournalLink::setConnected(bool connected)
{
    if (m_connected.exchange(connected) != connected)
        m_changes.wake();
}

std::optional<Error> JournalLink::trouble() const
{
    const std::lock_guard lock(m_mutex);
    return m_trouble;
}

void JournalLink::setLogTrouble(const QString &trouble)
{
    const std::lock_guard lock(m_mutex);
    m_logTrouble = trouble;
}

QString JournalLink::logTrouble() const
{
    const std::lock_guard lock(m_mutex);
    return m_logTrouble;
}

std::optional<Error> JournalLink::permanentTrouble() const
{
    const std::lock_guard lock(m_mutex);
    return m_permanent;
}

} // namespace seonchak
