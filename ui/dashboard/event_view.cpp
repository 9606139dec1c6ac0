// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/event_view.h"

#include "ui/dashboard/event_filter.h"
#include "ui/dashboard/event_list.h"
#include "ui/parts/theme.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace seonchak {

namespace {

constexpr int margin = 4;
constexpr int dotRoom = 20;
constexpr double dot = 7;

/// Digits of one width, so that the sentences stand under each other.
QFont timeFont(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(base.pointSizeF() > 0 ? base.pointSizeF() : font.pointSizeF());
    return font;
}

class EventLine : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, option.fontMetrics.lineSpacing() + 6};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QPalette &palette = option.palette;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect room = option.rect.adjusted(margin, 0, -margin, 0);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme::mix(theme::accent(palette), theme::card(palette), 0.2));
            painter->drawRoundedRect(option.rect, 3, 3);
        }
        const QFont mono = timeFont(option.font);
        const QString time = index.data(EventList::TimeRole).toString();
        const int timeWidth = QFontMetrics(mono).horizontalAdvance(time);
        painter->setFont(mono);
        painter->setPen(theme::colour(palette, theme::Tone::Muted));
        painter->drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter), time);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme::colour(palette, theme::Tone(index.data(EventList::ToneRole).toInt())));
        painter->drawEllipse(QPointF(room.left() + timeWidth + dotRoom / 2.0 + 1, room.center().y() + 1),
                             dot / 2, dot / 2);
        painter->setFont(option.font);
        painter->setPen(theme::colour(palette, theme::Tone::Plain));
        const QRect words = room.adjusted(timeWidth + dotRoom + 2, 0, 0, 0);
        painter->drawText(
            words, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }
};

} // namespace

EventView::EventView(EventList &events, QWidget *parent)
    : QListView(parent)
    , m_filter(new EventFilter(this))
    , m_copy(new QAction(tr("Copy"), this))
    , m_open(new QAction(tr("Open"), this))
{
    setObjectName(QStringLiteral("eventView"));
    setAccessibleName(tr("Latest events"));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ExtendedSelection);
    setItemDelegate(new EventLine(this));
    m_filter->setSourceModel(&events);
    setModel(m_filter);
    makeActions();
    connect(this, &QListView::activated, this, &EventView::open);
}

void EventView::makeActions()
{
    m_copy->setObjectName(QStringLiteral("copyEvents"));
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_open->setObjectName(QStringLiteral("openEvent"));
    addActions({m_open, m_copy});
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_copy, &QAction::triggered, this, &EventView::copyChosen);
    connect(m_open, &QAction::triggered, this, [this] { open(currentIndex()); });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &EventView::enableActions);
    enableActions();
}

void EventView::enableActions()
{
    const QModelIndexList chosen = selectionModel()->selectedIndexes();
    const QModelIndex one = chosen.size() == 1 ? chosen.first() : QModelIndex();
    m_copy->setEnabled(!chosen.isEmpty());
    m_open->setEnabled(!one.data(EventList::CodeRole).toByteArray().isEmpty() ||
                       one.data(EventList::UserRole).toLongLong() > 0);
}

void EventView::setRoom(int room)
{
    m_filter->setRoom(room);
    viewport()->update();
}

void EventView::open(const QModelIndex &index)
{
    const QByteArray code = index.data(EventList::CodeRole).toByteArray();
    const UserId user = index.data(EventList::UserRole).toLongLong();
    if (!code.isEmpty())
        Q_EMIT biographyAsked(code);
    else if (user > 0)
        Q_EMIT userAsked(user);
}

/// One line each, as they stand.
void EventView::copyChosen() const
{
    QModelIndexList chosen = selectionModel()->selectedIndexes();
    std::ranges::sort(chosen, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex &index : chosen)
        lines << index.data(Qt::AccessibleTextRole).toString();
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void EventView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copyChosen();
    QListView::keyPressEvent(event);
}

void EventView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(theme::colour(palette(), theme::Tone::Muted));
    painter.drawText(
        viewport()->rect().adjusted(margin, margin, -margin, -margin),
        int(Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap),
        m_filter->room() >= 0
            ? tr("None of these among the latest events.")
            : tr("Nothing has happened yet. Requests, pushes and pauses appear here as they happen."));
}

} // namespace seonchak
