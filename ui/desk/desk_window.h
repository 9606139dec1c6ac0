// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"

#include <QMainWindow>

namespace seonchak {

class DashboardPage;
class DeskPort;
class HeaderStrip;

/// The operator's window. It only looks and asks, by the port; it owns nothing of the sale.
class DeskWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Both outlive the window.
    DeskWindow(DeskPort &port, const Clock &clock, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The operator closed the window, once. It stays on the screen and says so until the program has ended.
    void closeAsked();

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();

    HeaderStrip *m_header;
    DashboardPage *m_dashboard;
    bool m_ending = false;
};

} // namespace seonchak
