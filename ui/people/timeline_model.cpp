// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/timeline_model.h"

#include "ui/parts/moment.h"
#include "ui/people/life_words.h"

namespace seonchak {

void TimelineModel::show(const QList<LifeEvent> &events)
{
    beginResetModel();
    m_events = events;
    endResetModel();
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &event = m_events.at(index.row());
    const QString moment = moment::exact(event.at);
    const QString gap =
        index.row() == 0 ? QString() : LifeWords::gap(event.at - m_events.at(index.row() - 1).at);
    switch (role) {
    case Moment:
        return moment;
    case Gap:
        return gap;
    case Title:
        return LifeWords::title(event);
    case Detail:
        return LifeWords::detail(event);
    case Tone:
        return int(LifeWords::tone(event.what));
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QStringList all{moment, gap, LifeWords::title(event), LifeWords::detail(event)};
        all.removeAll(QString());
        return all.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

} // namespace seonchak
