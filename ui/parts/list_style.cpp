// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/list_style.h"

#include "ui/parts/theme.h"

#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>

namespace seonchak {

namespace {

constexpr int stripe = 3;
constexpr int left = 12;

/// Reads the palette when it paints.
class ListLook : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *list = qobject_cast<const QWidget *>(parent());
        const QPalette palette = list->palette();
        const QColor card = theme::card(palette);
        const QColor accent = theme::line(palette, theme::Line::Stock);
        const bool chosen = option.state & QStyle::State_Selected;
        const QRect place = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (chosen) {
            painter->fillRect(place, theme::mix(accent, card, theme::isDark(palette) ? 0.2 : 0.09));
            painter->fillRect(place.x(), place.y(), stripe, place.height(), accent);
        } else if (option.state & QStyle::State_MouseOver) {
            painter->fillRect(place, theme::mix(theme::colour(palette, theme::Tone::Plain), card, 0.05));
        }
        if (chosen && list->hasFocus()) {
            painter->setPen(QPen(theme::mix(accent, card, 0.7), 1.5));
            painter->drawRoundedRect(QRectF(place).adjusted(5, 2, -3, -2), 4, 4);
        }
        QFont own = option.font;
        own.setBold(chosen);
        painter->setFont(own);
        const QVariant ink = index.data(Qt::ForegroundRole);
        const QBrush given = ink.value<QBrush>();
        painter->setPen(given.style() != Qt::NoBrush ? given.color()
                        : chosen                     ? accent
                                                     : theme::colour(palette, theme::Tone::Plain));
        painter->drawText(place.adjusted(left, 0, -4, 0), int(Qt::AlignLeft | Qt::AlignVCenter),
                          index.data().toString());
        painter->restore();
    }
};

} // namespace

void styleList(QListWidget &list)
{
    list.setItemDelegate(new ListLook(&list));
    list.setMouseTracking(true);
    list.setSpacing(0);
}

} // namespace seonchak
