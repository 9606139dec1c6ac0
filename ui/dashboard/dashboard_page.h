// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace seonchak {

class ConservationLight;
class DeskPort;
class StockPanel;
class Tile;
struct Reading;

/// The sale at a glance: six numbers, the conservation light, and what the operator does to the stock.
class DashboardPage : public QWidget
{
    Q_OBJECT
public:
    explicit DashboardPage(DeskPort &port, QWidget *parent = nullptr);
    void show(const Reading &reading);
    /// Puts the keyboard where the work begins.
    void takeFocus();
    void showEnding();

private:
    void showFailures(const Reading &reading);
    void showConservation(const Reading &reading);

    Tile *m_stock;
    Tile *m_users;
    Tile *m_failures;
    Tile *m_compensations;
    Tile *m_requests;
    Tile *m_conservation;
    ConservationLight *m_light;
    StockPanel *m_panel;
};

} // namespace seonchak
