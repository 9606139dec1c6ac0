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

/// The sale at a glance: six numbers, the conservation light, the charts, the actions on the stock, and the
/// latest events.
class DashboardPage : public QWidget
{
    Q_OBJECT
public:
    /// The memory must outlive the page, and take each reading before the page does.
    DashboardPage(const PageContext &context, DashboardMemory &memory, QWidget *parent = nullptr);
    /// Focuses the first widget.
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
    /// The hint below a number, if any.
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
