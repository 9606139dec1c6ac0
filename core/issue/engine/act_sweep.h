// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h" // first: moc of Qt 6.4 cannot read <coroutine> before any other header
#include "core/database/book/book_cut.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <qcoro/qcorotask.h>

namespace seonchak {

struct SaleShared;

/// Keeps the long acts of this process alive in the book, by a heartbeat, and ends those of a server that has
/// died: the server that notices writes the trail's entry. Lives on the engine's thread.
class ActSweep : public QObject
{
    Q_OBJECT
public:
    static constexpr int roundMs = 500; ///< between two heartbeats

    explicit ActSweep(SaleShared &shared);

    /// A name for the owner of one more act of this process.
    [[nodiscard]] QString newOwner();
    /// The owner's act gets heartbeats until release().
    void keep(const QString &owner) { m_mine.insert(owner); }
    void release(const QString &owner) { m_mine.remove(owner); }
    [[nodiscard]] bool isOurs(const QString &owner) const { return m_mine.contains(owner); }

private:
    struct Seen
    {
        QString owner;
        qint64 beat = 0;
        qint64 sinceNs = 0;
    };
    void tick();
    QCoro::Task<> beat();
    QCoro::Task<> sweep();
    QCoro::Task<> tellWaiting();
    void tellBroken(const book::Act &act) const;
    void tellCutOff(const QString &action, const QString &detail, qint64 made) const;

    SaleShared &m_shared;
    QTimer m_timer;
    QSet<QString> m_mine; ///< the owner names that this process uses now
    QHash<QString, Seen> m_others;
    qint64 m_count = 0;
    int m_ticks = 0;
    bool m_beating = false;
    bool m_sweeping = false;
    bool m_waitingTold = false; ///< already announced, or being announced
};

} // namespace seonchak
