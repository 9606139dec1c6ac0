// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/timeline.h"

#include "ui/people/timeline_delegate.h"
#include "ui/people/timeline_model.h"

namespace seonchak {

Timeline::Timeline(const QString &name, QWidget *parent)
    : QListView(parent)
    , m_model(new TimelineModel(this))
{
    setObjectName(name);
    setAccessibleName(tr("The coupon's life"));
    setModel(m_model);
    setItemDelegate(new TimelineDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
}

void Timeline::show(const QList<LifeEvent> &events)
{
    m_model->show(events);
}

void Timeline::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // The words wrap at another place.
}

} // namespace seonchak
