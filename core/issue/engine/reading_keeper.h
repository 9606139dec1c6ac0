// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/reading_log.h"

#include <QTimer>

#include <qcoro/qcorotask.h>

namespace seonchak {

class Clock;
class Engine;

/// Reads and stores the status once a second, whether or not anybody else reads it. Lives on the engine's
/// thread; await the thread's tasks before destroying it.
class ReadingKeeper
{
public:
    /// All arguments must outlive the keeper.
    ReadingKeeper(Engine &engine, const Clock &clock, ReadingLog &log);
    /// Starts no further reading.
    void stop() { m_timer.stop(); }

private:
    QCoro::Task<> read();

    Engine &m_engine;
    const Clock &m_clock;
    ReadingLog &m_log;
    QTimer m_timer;
    bool m_reading = false;
};

} // namespace seonchak
