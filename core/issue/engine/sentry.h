// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h" // first: moc of Qt 6.4 cannot read <coroutine> before any other header
#include "core/issue/ground/turns.h"
#include "core/watch/status.h"

#include <QMap>
#include <QSet>
#include <QTimer>

#include <qcoro/qcorotask.h>

namespace seonchak {

struct SaleShared;

/// Examines each reading of the sale for changes that people and other systems are notified of: raises and
/// ends this process' alarms and updates the book's standings, with the webhooks' outbox in the same
/// transaction. Changes that happened while the database was unavailable, or while no server ran, are found
/// by comparing with the book. Lives on the engine's thread; await the thread's tasks before destroying it.
class Sentry
{
public:
    explicit Sentry(SaleShared &shared);
    /// Stops examining readings.
    void stop() { m_timer.stop(); }
    /// Takes a current reading.
    void take(const Status &status);

private:
    void look();
    void judgeAlarms(std::optional<bool> issuing);
    void tellPeople(Alarm alarm, bool raised);
    [[nodiscard]] std::optional<SaleTurn> saleTurn() const;
    void follow();
    QCoro::Task<> followAll();

    SaleShared &m_shared;
    QTimer m_timer;
    std::optional<Status> m_last;
    bool m_isNew = false;      ///< m_last was not examined yet
    qint64 m_goodNs = 0;       ///< when the sale could last issue
    bool m_wasIssuing = false; ///< at some time since the start
    QSet<Alarm> m_judged;      ///< nothing is known yet about the others
    bool m_following = false;
    QMap<QString, QString> m_known; ///< the standings as last read from the book
    const QString m_scope;          ///< this server; unchanged by a restart
};

} // namespace seonchak
