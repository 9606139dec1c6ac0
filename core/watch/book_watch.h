// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/journal/journal.h"
#include "core/watch/event_log.h"

#include <qcoro/qcorotask.h>

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace seonchak {

class SqlPool;

/// Monitors the book while the sale runs, once a second: reports when the database is lost and restored, what
/// the journal's threads could not do, and, at most once a minute, whether the counts that the book maintains
/// match its rows. Wrong counts are reported and corrected. Lives on one thread.
class BookWatch : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        Journal &journal;
        SqlPool &readers;
        std::function<void(Event::Kind kind, const QString &detail)> tell;
        std::function<void(const QString &line)> log;
        std::function<qint64()> notesDropped; ///< by the chronicle, since the start
    };
    struct Times
    {
        std::chrono::milliseconds look{1000};
        std::chrono::milliseconds count{60'000};
    };
    explicit BookWatch(Parts parts);
    BookWatch(Parts parts, Times times);

    void look();

private:
    void lookAtConnection();
    void lookAtLog();
    void lookAtLost();
    static QCoro::Task<> checkCounts(QPointer<BookWatch> self);
    void tellCounts(const QString &wrong, const Result<void> &mended);

    Parts m;
    const Times m_times;
    QTimer m_timer;
    bool m_connected = false;
    bool m_wasConnected = false; ///< at any time since the start
    QString m_logTrouble;
    qint64 m_lost = 0;    ///< as last logged
    qint64 m_dropped = 0; ///< as last logged
    std::chrono::steady_clock::time_point
        m_nextLoss; ///< no loss is logged before: losses may come many times a second
    bool m_counting = false;
    std::chrono::steady_clock::time_point m_nextCount;
    QString m_unmended; ///< as last logged
};

} // namespace seonchak
