// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/card.h"

class QComboBox;

namespace seonchak {

class ActionButton;
class EventList;
class EventView;
class ToneLabel;

/// The latest events with the list's controls: filter by kind, hold.
class EventCard : public Card
{
    Q_OBJECT
public:
    /// The list must outlive it.
    explicit EventCard(EventList &events, QWidget *parent = nullptr);

Q_SIGNALS:
    void biographyAsked(const QByteArray &code);
    void userAsked(qint64 user);

private:
    void makeChoice();
    void showWaiting();

    EventList &m_events;
    EventView *m_view;
    QComboBox *m_choice;
    ActionButton *m_hold;
    ToneLabel *m_waiting;
};

} // namespace seonchak
