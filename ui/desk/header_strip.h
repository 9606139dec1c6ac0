// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/watch/outage.h"

#include <QWidget>

class QLabel;

namespace seonchak {

class ActionButton;
class DeskPort;
class Pill;
class ToneLabel;
struct Reading;

/// The strip at the top: the sale, the server's address, the state of its services, the time and the uptime.
class HeaderStrip : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive it. `oldBook`: the name of the displayed old book; empty: the current sale.
    HeaderStrip(const DeskPort &port, const Clock &clock, const QString &oldBook, QWidget *parent = nullptr);
    void show(const Reading &reading);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut(QWidget *sign);
    struct Part
    {
        Outage::Service service;
        QString name;
        bool connected;
        QString where; ///< may be empty
    };
    static void showPart(Pill &pill, const Reading &reading, const Part &part);
    void showWho(const Reading &reading);
    void showOthers(const Reading &reading);
    void showTime();

    const Clock &m_clock;
    const bool m_isOldBook;
    QLabel *m_url;
    ActionButton *m_copy;
    Pill *m_who;    ///< for an attached window: the user's name there, or the age of the numbers
    Pill *m_others; ///< how many others are attached there; the tool tip says who
    Pill *m_redis;
    Pill *m_database;
    Pill *m_partner;
    ToneLabel *m_time;
    double m_uptimeSeconds = -1; ///< from the last reading; negative: unknown
};

} // namespace seonchak
