// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/timeline_delegate.h"

#include "ui/parts/theme.h"
#include "ui/people/timeline_model.h"

#include <QListView>
#include <QPainter>

namespace seonchak {

namespace {

constexpr int margin = 10;
constexpr int padding = 8;
constexpr int rail = 38; ///< between the times and the words
constexpr double dot = 10;

/// As wide as the longest moment is.
int momentWidth(const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(QStringLiteral("2026-12-28 00:00:00.000"));
}

QFont boldFont(QFont font)
{
    font.setBold(true);
    return font;
}

struct Places
{
    QRect moment;
    QRect title;
    QRect detail;
    int railX = 0;
    int bottom = 0;
};

Places placesIn(const QRect &row, const QFont &font, const QModelIndex &index)
{
    const QFontMetrics metrics(font);
    Places places;
    places.moment = QRect(row.left() + margin, row.top() + padding, momentWidth(metrics), metrics.height());
    places.railX = places.moment.right() + rail / 2;
    const int left = places.moment.right() + rail;
    const QRect room(left, row.top() + padding, row.right() - margin - left, 10'000);
    const QString title = index.data(TimelineModel::Title).toString();
    places.title = QFontMetrics(boldFont(font)).boundingRect(room, Qt::TextWordWrap, title);
    places.title.setWidth(room.width());
    const QString detail = index.data(TimelineModel::Detail).toString();
    places.detail = detail.isEmpty() ? QRect(left, places.title.bottom() + 1, room.width(), metrics.height())
                                     : metrics.boundingRect(room.translated(0, places.title.height() + 2),
                                                            Qt::TextWrapAnywhere, detail);
    places.detail.setWidth(room.width());
    places.bottom = places.detail.bottom() + padding;
    return places;
}

} // namespace

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Places places = placesIn(option.rect, option.font, index);
    const QPalette &palette = option.palette;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme::mix(theme::accent(palette), theme::card(palette),
                                                  theme::isDark(palette) ? 0.35 : 0.1));
    const QPointF centre(places.railX, places.moment.center().y() + 1);
    painter->setPen(QPen(theme::edge(palette), 2));
    const int last = index.model()->rowCount() - 1;
    painter->drawLine(QPointF(centre.x(), index.row() == 0 ? centre.y() : option.rect.top()),
                      QPointF(centre.x(), index.row() == last ? centre.y() : option.rect.bottom() + 1));
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme::colour(palette, theme::Tone(index.data(TimelineModel::Tone).toInt())));
    painter->drawEllipse(centre, dot / 2, dot / 2);
    painter->setFont(option.font);
    painter->setPen(theme::colour(palette, theme::Tone::Plain));
    painter->drawText(places.moment, Qt::AlignLeft | Qt::TextDontClip,
                      index.data(TimelineModel::Moment).toString());
    painter->setPen(theme::colour(palette, theme::Tone::Muted));
    painter->drawText(places.moment.translated(0, places.title.height() + 2), Qt::AlignRight,
                      index.data(TimelineModel::Gap).toString());
    painter->drawText(places.detail, Qt::TextWrapAnywhere, index.data(TimelineModel::Detail).toString());
    painter->setFont(boldFont(option.font));
    painter->setPen(theme::colour(palette, theme::Tone::Plain));
    painter->drawText(places.title, Qt::TextWordWrap, index.data(TimelineModel::Title).toString());
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const int width = view ? view->viewport()->width() : 600;
    return {width, placesIn(QRect(0, 0, width, 0), option.font, index).bottom + 1};
}

} // namespace seonchak
