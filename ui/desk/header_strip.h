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

/// The strip on top: which sale this is, where the server is, whether what it stands on is there, what time
/// it is and how long it has been up.
class HeaderStrip : public QWidget
{
    Q_OBJECT
public:
    /// Both outlive it. `oldBook`: the name of the old book that is shown; empty: it is a sale of now.
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
    Pill *m_who; ///< of a window that is attached to a server elsewhere: as whom, or how old the numbers are
    Pill *m_others; ///< how many more are attached there; who, in its tool tip
    Pill *m_redis;
    Pill *m_database;
    Pill *m_store;
    ToneLabel *m_time;
    double m_uptimeSeconds = -1; ///< as the last reading said it; negative: not known
};

} // namespace seonchak
