// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/pause.h"
#include "core/issue/readiness.h"
#include "core/issue/rebuild.h"
#include "core/issue/settler.h"
#include "core/issue/stock.h"
#include "core/watch/chronicle.h"

#include <QObject>
#include <QTimer>

namespace seonchak {

class Journal;
class RedisConnection;

/// Keeps Redis and the book together, in the background: opens the gate when they agree, has Redis rebuilt
/// when they do not, runs the settler's rounds, finishes what was left half done, hears of a pause, has what
/// was noted written down. Idle it costs two timer events, one script call and one word of Redis a second.
/// Lives on one thread.
class Keeper : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        RedisConnection &redis;
        Journal &journal;
        Readiness &readiness;
        Rebuild &rebuild;
        Settler &settler;
        Stock &stock;
        Counters &counters;
        Pause &pause;
        PauseMark &pauseMark;
        Chronicle &chronicle;
    };
    explicit Keeper(Parts parts);

    void start();
    void stop();

Q_SIGNALS:
    /// What happened, one English sentence for the log.
    void happened(const QString &what);
    void rebuilt();

private:
    void tick();
    QCoro::Task<> reconcile();
    QCoro::Task<> settle();
    QCoro::Task<> learnPause();
    QCoro::Task<> writeNotes();

    Parts m;
    QTimer m_timer;
    bool m_busy = false;
    bool m_writing = false;
    int m_ticks = 0;
    QString m_lastTrouble;
};

} // namespace seonchak
