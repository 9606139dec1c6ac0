// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/status_delegate.h"

#include "ui/coupons/coupon_table_model.h"
#include "ui/parts/theme.h"

#include <QApplication>
#include <QPainter>

namespace seonchak {

namespace {
constexpr int margin = 6;
constexpr int dot = 8;
} // namespace

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const QVariant tone = index.data(CouponTableModel::toneRole);
    if (!tone.isValid())
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString words = std::exchange(row.text, {});
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme::colour(option.palette, theme::Tone(tone.toInt())));
    const QRect &cell = option.rect;
    painter->drawEllipse(QRect(cell.left() + margin, cell.center().y() - dot / 2 + 1, dot, dot));
    painter->setPen(option.palette.color(QPalette::Active, QPalette::Text));
    const QRect room = cell.adjusted(margin + dot + margin, 0, -2, 0);
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(words, Qt::ElideRight, room.width()));
    painter->restore();
}

} // namespace seonchak
