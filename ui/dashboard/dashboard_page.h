// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/page_context.h"

#include <QWidget>

namespace seonchak {

class ConservationLight;
class DashboardMemory;
class SellOutCard;
class StockPanel;
class Tile;
class TrendPanel;
struct Reading;

/// The sale at a glance: six numbers, the conservation light, the charts, what the operator does to the
/// stock, and what happened last.
class DashboardPage : public QWidget
{
    Q_OBJECT
public:
    /// The memory outlives the page, and takes each reading before the page does.
    DashboardPage(const PageContext &context, DashboardMemory &memory, QWidget *parent = nullptr);
    /// Puts the keyboard where the work begins.
    void takeFocus();
    void showEnding();

public Q_SLOTS:
    void show(const seonchak::Reading &reading);

Q_SIGNALS:
    void biographyAsked(const QByteArray &code);
    void userAsked(qint64 user);

private:
    void makeTiles();
    void layOut();
    void showTiles(const Reading &reading);
    /// What stands below a number, where there is one.
    static QString hintOf(const Reading &reading, const QString &hint);
    void showRequests(const Reading &reading);
    void showFailures(const Reading &reading);
    void showDoubts(const Reading &reading);

    const Clock &m_clock;
    DashboardMemory &m_memory;
    Tile *m_stock = nullptr;
    Tile *m_users = nullptr;
    Tile *m_failures = nullptr;
    Tile *m_compensations = nullptr;
    Tile *m_doubts = nullptr;
    Tile *m_requests = nullptr;
    ConservationLight *m_light;
    TrendPanel *m_trends;
    SellOutCard *m_sellOut;
    StockPanel *m_panel;
};

} // namespace seonchak
