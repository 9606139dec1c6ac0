// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/event_card.h"

#include "ui/dashboard/event_list.h"
#include "ui/dashboard/event_view.h"
#include "ui/parts/action_button.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace seonchak {

namespace {
constexpr int heightLeast = 44; ///< two rows; the charts shrink less
}

EventCard::EventCard(EventList &events, QWidget *parent)
    : Card(QStringLiteral("eventCard"), parent)
    , m_events(events)
    , m_view(new EventView(events, this))
    , m_choice(new QComboBox(this))
    , m_hold(
          new ActionButton(QStringLiteral("holdEvents"), tr("Hold"), QKeySequence(QStringLiteral("Alt+K")),
                           tr("The list stands still until it is pressed again; nothing is lost meanwhile"),
                           ActionButton::Weight::Quiet, this))
    , m_waiting(new ToneLabel(QStringLiteral("waitingEvents"), this))
{
    auto *heading = new ToneLabel(QStringLiteral("eventTitle"), this);
    heading->setText(tr("Latest events"));
    heading->setScale(1.0, true);
    m_waiting->setTone(theme::Tone::Waiting);
    m_view->setMinimumHeight(heightLeast);
    makeChoice();
    m_hold->setCheckable(true);
    m_hold->setChecked(events.isHeld());
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(heading);
    head->addStretch(1);
    head->addWidget(m_waiting);
    head->addWidget(m_choice);
    head->addWidget(m_hold);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 5, 6, 6);
    layout->setSpacing(3);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    connect(m_hold, &QPushButton::toggled, &events, &EventList::setHeld);
    connect(&events, &EventList::waitingChanged, this, &EventCard::showWaiting);
    connect(m_view, &EventView::biographyAsked, this, &EventCard::biographyAsked);
    connect(m_view, &EventView::userAsked, this, &EventCard::userAsked);
    showWaiting();
}

void EventCard::makeChoice()
{
    using Room = EventList::Room;
    m_choice->setObjectName(QStringLiteral("eventChoice"));
    m_choice->setAccessibleName(tr("Which events"));
    m_choice->addItem(tr("All events"), -1);
    m_choice->addItem(tr("Issued"), int(Room::Issued));
    m_choice->addItem(tr("Got none"), int(Room::TurnedAway));
    m_choice->addItem(tr("In doubt and settled"), int(Room::Coupon));
    m_choice->addItem(tr("Sale and operator"), int(Room::Sale));
    connect(m_choice, &QComboBox::currentIndexChanged, this,
            [this] { m_view->setRoom(m_choice->currentData().toInt()); });
}

void EventCard::showWaiting()
{
    const qint64 waiting = m_events.waiting();
    m_waiting->setVisible(m_events.isHeld());
    m_waiting->setText(!m_events.isHeld() ? QString()
                       : waiting > 0      ? tr("On hold: %1 came meanwhile").arg(Words::number(waiting))
                                          : tr("On hold: nothing came meanwhile"));
}

} // namespace seonchak
