// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_doubts.h"
#include "core/watch/desk_presence.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

namespace seonchak {

/// The open doubts, oldest first. Ages are those at the last setNow().
class DoubtModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Code, User, Since, Age, Attempts, Asked, Next, Answer, ColumnCount };
    static constexpr int ReservationRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;
    /// Unchanged rows keep their position and selection if no row before them was added or removed.
    void setDoubts(const QList<OpenDoubt> &doubts);
    void setNow(WallMs now);
    /// The server's interval between two queries about the same coupon.
    void setPeriod(qint64 ms) { m_period = ms; }
    [[nodiscard]] qint64 period() const { return m_period; }
    /// Rows still listed whose doubt has ended; until the next setDoubts().
    void setSettled(const QSet<qint64> &reservations);
    [[nodiscard]] bool isSettled(const OpenDoubt &doubt) const
    {
        return m_settled.contains(doubt.reservation);
    }
    /// False: nothing is asked now, because Redis is unavailable.
    void setAsking(bool asking);
    /// Which of them other users have selected.
    void setOthers(const QList<DeskPresence> &others);
    /// "open at kim's desk since 10:02"; empty: nowhere else.
    [[nodiscard]] QString openElsewhere(qint64 reservation) const;
    [[nodiscard]] const QList<OpenDoubt> &doubts() const { return m_doubts; }
    [[nodiscard]] int rowOf(qint64 reservation) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// "2 min 5 s"
    static QString age(qint64 ms);
    /// What an answer means and what to do about it; empty if there is nothing to say.
    static QString advice(const QString &answer);

private:
    static QString answerText(const QString &answer);
    [[nodiscard]] QString text(const OpenDoubt &doubt, int column) const;

    [[nodiscard]] QString next(const OpenDoubt &doubt) const;

    QList<OpenDoubt> m_doubts;
    QSet<qint64> m_settled;
    QList<DeskPresence> m_others; ///< only those with a selected doubt
    WallMs m_now = 0;
    qint64 m_period = 0;
    bool m_asking = true;
};

} // namespace seonchak
