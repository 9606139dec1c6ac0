// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_life.h"

#include <QListView>

namespace seonchak {

class TimelineModel;

/// A coupon's history from top to bottom: the time, the interval since the previous event, and what happened.
class Timeline : public QListView
{
    Q_OBJECT
public:
    explicit Timeline(const QString &name, QWidget *parent = nullptr);
    void show(const QList<LifeEvent> &events);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    TimelineModel *m_model;
};

} // namespace seonchak
