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

/// Looks after the book while the sale runs, once a second: tells when the database goes away and comes back,
/// what the journal's threads could not do, and, once a minute or seldomer, whether the numbers that the book
/// keeps of itself are the numbers of its rows. Wrong ones are told and set right. Lives on one thread.
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
        std::function<qint64()> notesDropped; ///< of the chronicle, since the start
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
    bool m_wasConnected = false; ///< at any time
    QString m_logTrouble;
    qint64 m_lost = 0;                                ///< as it was logged
    qint64 m_dropped = 0;                             ///< likewise
    std::chrono::steady_clock::time_point m_nextLoss; ///< not before: it may happen many times a second
    bool m_counting = false;
    std::chrono::steady_clock::time_point m_nextCount;
    QString m_unmended; ///< as it was logged
};

} // namespace seonchak
