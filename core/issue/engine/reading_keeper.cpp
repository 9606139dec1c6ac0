// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/reading_keeper.h"

#include "core/issue/engine/engine.h"

namespace seonchak {

namespace {
constexpr int readingPeriodMs = int(ReadingLog::periodNs / 1'000'000);
}

ReadingKeeper::ReadingKeeper(Engine &engine, const Clock &clock, ReadingLog &log)
    : m_engine(engine)
    , m_clock(clock)
    , m_log(log)
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { read(); });
    m_timer.setTimerType(
        Qt::PreciseTimer); // Each reading covers the second before it: none should be left out.
    m_timer.start(readingPeriodMs);
}

/// One at a time: while Redis or the database does not answer, there is a gap. An unavailable database is not
/// queried, because the readers' backoff would grow, and the first queries afterwards should be people's.
QCoro::Task<> ReadingKeeper::read()
{
    if (m_reading || !m_engine.isBookConnected())
        co_return;
    m_reading = true;
    auto asked = m_engine.status();
    const Status status = co_await asked;
    m_log.add(status, m_clock.steadyNs());
    m_reading = false;
}

} // namespace seonchak
