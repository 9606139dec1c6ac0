// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/finding_delegate.h"

#include "ui/parts/theme.h"
#include "ui/port/doctor_words.h"
#include "ui/settings/finding_model.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace seonchak {

namespace {

using Grade = doctor::Status;

constexpr int sign = 16;
constexpr int beforeText = 3; ///< as the words of the header
constexpr int behindText = 12;
constexpr int behindSign = 8;
constexpr int aboveText = 6;

/// A disc for what is fine, a triangle for a warning, a square on its corner for a fault, a ring for nothing.
QPainterPath body(Grade status)
{
    QPainterPath path;
    switch (status) {
    case Grade::Ok:
    case Grade::Skipped:
        path.addEllipse(QRectF(1, 1, 14, 14));
        break;
    case Grade::Warning:
        path.addPolygon(QPolygonF({{8, 0.5}, {15.8, 15}, {0.2, 15}}));
        break;
    case Grade::Failed:
        path.addPolygon(QPolygonF({{8, -0.5}, {16.5, 8}, {8, 16.5}, {-0.5, 8}}));
        break;
    }
    path.closeSubpath();
    return path;
}

QPainterPath stroke(Grade status)
{
    QPainterPath path;
    switch (status) {
    case Grade::Ok:
        path.moveTo(4.6, 8.2);
        path.lineTo(7.2, 10.8);
        path.lineTo(11.6, 5.6);
        break;
    case Grade::Warning:
        path.moveTo(8, 5.6);
        path.lineTo(8, 9.6);
        path.moveTo(8, 12.4);
        path.lineTo(8, 12.5);
        break;
    case Grade::Failed:
        path.moveTo(5.4, 5.4);
        path.lineTo(10.6, 10.6);
        path.moveTo(10.6, 5.4);
        path.lineTo(5.4, 10.6);
        break;
    case Grade::Skipped:
        path.moveTo(5, 8);
        path.lineTo(11, 8);
        break;
    }
    return path;
}

void paintSign(QPainter &painter, const QPointF &at, Grade status, const QPalette &palette)
{
    const QColor colour = theme::colour(palette, DoctorWords::tone(status));
    const bool hollow = status == Grade::Skipped;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(at);
    painter.setPen(hollow ? QPen(colour, 1.4) : QPen(Qt::NoPen));
    painter.setBrush(hollow ? QBrush(Qt::NoBrush) : QBrush(colour));
    painter.drawPath(body(status));
    painter.setPen(QPen(hollow ? colour : theme::card(palette), 1.9, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(stroke(status));
    painter.restore();
}

} // namespace

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    QRect room = option.rect.adjusted(beforeText, aboveText, -behindText, -aboveText);
    if (index.column() == FindingModel::State) {
        const auto status = Grade(index.data(FindingModel::StatusRole).toInt());
        const int down = (option.fontMetrics.height() - sign) / 2;
        paintSign(*painter, QPointF(room.left(), room.top() + down), status, option.palette);
        room.setLeft(room.left() + sign + behindSign);
    }
    const bool plain = index.column() != FindingModel::Name;
    painter->setFont(option.font);
    painter->setPen(theme::colour(option.palette, plain ? theme::Tone::Plain : theme::Tone::Muted));
    painter->drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                      index.data(Qt::DisplayRole).toString());
}

int FindingDelegate::widthOf(int column, const QFontMetrics &metrics)
{
    const bool isState = column == FindingModel::State;
    QStringList words;
    if (isState) {
        for (const auto grade : {Grade::Ok, Grade::Warning, Grade::Failed, Grade::Skipped})
            words << DoctorWords::state(grade);
    } else {
        words = DoctorWords::names();
    }
    int widest = 0;
    for (const auto &word : words)
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return widest + beforeText + behindText + (isState ? sign + behindSign : 0);
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() < FindingModel::Found)
        return {widthOf(index.column(), option.fontMetrics), option.fontMetrics.height() + 2 * aboveText};
    const QString text = index.data(Qt::DisplayRole).toString();
    const int width = std::max(60, option.rect.width() - beforeText - behindText);
    const QRect needed = option.fontMetrics.boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, text);
    return {option.rect.width(), std::max(option.fontMetrics.height(), needed.height()) + 2 * aboveText};
}

} // namespace seonchak
