// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/checkpointer.h"

#include "core/database/rows.h"

#include <chrono>

namespace seonchak {

namespace {
constexpr int pagesPerRound = 4000;
constexpr qint64 mostLogPages = 64 * 1024; // 256 MiB at 4 KiB a page
constexpr std::chrono::milliseconds longestWait{250};
constexpr std::chrono::seconds idleBeforeTidy{5};
constexpr int busyTimeoutMs = 50; // a checkpoint can wait, those it would hold up cannot
} // namespace

Checkpointer::Checkpointer(DatabaseUrl url)
    : m_url([&] {
        url.busyTimeoutMs = busyTimeoutMs;
        return std::move(url);
    }())
    , m_thread([this] { run(); })
{
}

Checkpointer::~Checkpointer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Checkpointer::wrote(int pages)
{
    const int before = m_pages.fetch_add(pages);
    if (before < pagesPerRound && before + pages >= pagesPerRound)
        m_wake.notify_one();
}

void Checkpointer::run()
{
    std::unique_ptr<Session> session;
    auto lastWrite = std::chrono::steady_clock::now();
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_wake.wait_for(lock, longestWait, [this] { return m_stopping || m_pages.load() >= pagesPerRound; });
        if (m_stopping)
            break;
        lock.unlock();
        if (!session) {
            if (auto opened = Session::open(m_url))
                session = std::move(*opened);
        }
        const auto now = std::chrono::steady_clock::now();
        if (m_pages.exchange(0) > 0) {
            lastWrite = now;
            m_tidy = false;
            if (session)
                copy(*session);
        } else if (session && !m_tidy && now - lastWrite >= idleBeforeTidy) {
            tidy(*session);
        }
        if (session && session->isBroken())
            session.reset();
        lock.lock();
    }
    lock.unlock();
    session.reset();
}

Checkpointer::Log Checkpointer::checkpoint(Session &session, const QString &mode)
{
    Log log;
    const auto done = eachRow(session, QStringLiteral("PRAGMA wal_checkpoint(") + mode + u')', {},
                              [&](const QSqlQuery &row) {
                                  log.pages = row.value(1).toLongLong();
                                  log.copied = row.value(2).toLongLong();
                              });
    Q_UNUSED(done) // The next round tries again; the log holds everything until then.
    return log;
}

void Checkpointer::copy(Session &session)
{
    const QString passive = QStringLiteral("PASSIVE");
    if (checkpoint(session, passive).pages < mostLogPages)
        return;
    // First without the gate as far as possible, so that the writer stands still for the short rest only.
    checkpoint(session, passive);
    const std::lock_guard still(m_gate);
    checkpoint(session, passive);
}

void Checkpointer::tidy(Session &session)
{
    m_tidy = true;
    checkpoint(session, QStringLiteral("TRUNCATE"));
}

} // namespace seonchak
