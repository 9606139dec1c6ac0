// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desk_window.h"

#include "ui/dashboard/dashboard_page.h"
#include "ui/desk/header_strip.h"
#include "ui/parts/theme.h"
#include "ui/port/pulse.h"

#include <QCloseEvent>
#include <QIcon>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace seonchak {

namespace {
constexpr QSize smallest(900, 480);
constexpr QSize usual(1060, 520);
} // namespace

DeskWindow::DeskWindow(DeskPort &port, const Clock &clock, QWidget *parent)
    : QMainWindow(parent)
    , m_header(new HeaderStrip(port, this))
    , m_dashboard(new DashboardPage(port, this))
{
    setObjectName(QStringLiteral("deskWindow"));
    setWindowTitle(tr("Seonchak"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/seonchak.png")));
    layOut();
    m_dashboard->takeFocus();
    auto *quit = new QShortcut(QKeySequence(QStringLiteral("Ctrl+Q")), this);
    connect(quit, &QShortcut::activated, this, &QWidget::close);
    auto *pulse = new Pulse(port, clock, this);
    connect(pulse, &Pulse::read, m_header, &HeaderStrip::show);
    connect(pulse, &Pulse::read, m_dashboard, &DashboardPage::show);
}

void DeskWindow::layOut()
{
    auto *middle = new QWidget(this);
    middle->setObjectName(QStringLiteral("middle"));
    // The struts hold the smallest size, and long texts may still ask for more: a minimum size would forbid
    // them to.
    auto *high = new QHBoxLayout(middle);
    high->setContentsMargins(0, 0, 0, 0);
    high->addStrut(smallest.height());
    auto *wide = new QVBoxLayout;
    wide->setSpacing(0);
    wide->addStrut(smallest.width());
    wide->addWidget(m_header);
    wide->addWidget(m_dashboard, 1);
    high->addLayout(wide);
    setCentralWidget(middle);
    resize(usual);
}

void DeskWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    if (std::exchange(m_ending, true))
        return;
    m_dashboard->showEnding();
    Q_EMIT closeAsked();
}

void DeskWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::desk(palette()));
}

} // namespace seonchak
