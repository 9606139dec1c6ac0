// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QListView>

class QAction;

namespace seonchak {

class EventFilter;
class EventList;

/// The list of the latest events: time, a coloured dot, a sentence. Copy takes the selected lines; Enter or a
/// double click opens the line's coupon, or else asks about its user.
class EventView : public QListView
{
    Q_OBJECT
public:
    explicit EventView(EventList &events, QWidget *parent = nullptr);
    /// Shows only one EventList::Room; -1: all.
    void setRoom(int room);

Q_SIGNALS:
    void biographyAsked(const QByteArray &code);
    void userAsked(qint64 user);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void makeActions();
    void open(const QModelIndex &index);
    void copyChosen() const;
    void enableActions();

    EventFilter *m_filter;
    QAction *m_copy;
    QAction *m_open;
};

} // namespace seonchak
