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

/// Looks at each reading of the sale for what people and other systems are told of: raises and ends the
/// alarms of this process, and has the book's standings follow, with the webhooks' outbox in the same
/// transaction. What changed while the database was away, or while no server ran, is found by comparing with
/// the book. Lives on the engine's thread; await the thread's tasks before destroying it.
class Sentry
{
public:
    explicit Sentry(SaleShared &shared);
    /// Nothing further is looked at.
    void stop() { m_timer.stop(); }
    /// A reading of now.
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
    bool m_isNew = false;      ///< m_last was not looked at yet
    qint64 m_goodNs = 0;       ///< when it could issue the last time
    bool m_wasIssuing = false; ///< since the start
    QSet<Alarm> m_judged;      ///< of the others nothing is known yet
    bool m_following = false;
    QMap<QString, QString> m_known; ///< standings, as the book had them the last time
    const QString m_scope;          ///< this server, the same after a restart
};

} // namespace seonchak
