// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_life.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace seonchak {

class TimelineModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { Moment = Qt::UserRole, Gap, Title, Detail, Tone };
    using QAbstractListModel::QAbstractListModel;
    void show(const QList<LifeEvent> &events);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// The display text contains the whole row, for screen readers.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<LifeEvent> m_events;
};

class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// A coupon's history from top to bottom: the time, the interval since the previous event, and what happened.
class Timeline : public QListView
{
    Q_OBJECT
public:
    explicit Timeline(const QString &name, QWidget *parent = nullptr);
    void show(const QList<LifeEvent> &events) { m_model->show(events); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    TimelineModel *m_model;
};

} // namespace seonchak
