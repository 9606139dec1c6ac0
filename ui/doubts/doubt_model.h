// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book_doubts.h"

#include <QAbstractTableModel>

namespace seonchak {

/// The open doubts, the oldest first. Ages are those of the last setNow().
class DoubtModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Code, User, Since, Age, Attempts, Asked, Answer, ColumnCount };
    static constexpr int ReservationRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;
    /// Rows that stay keep their place and their selection where nothing came or went before them.
    void setDoubts(const QList<OpenDoubt> &doubts);
    void setNow(WallMs now);
    [[nodiscard]] const QList<OpenDoubt> &doubts() const { return m_doubts; }
    [[nodiscard]] int rowOf(qint64 reservation) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// "2 min 5 s"
    static QString age(qint64 ms);

private:
    static QString answerText(const QString &answer);
    [[nodiscard]] QString text(const OpenDoubt &doubt, int column) const;

    QList<OpenDoubt> m_doubts;
    WallMs m_now = 0;
};

} // namespace seonchak
