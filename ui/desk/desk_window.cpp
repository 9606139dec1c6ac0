// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desk_window.h"

#include "ui/dashboard/dashboard_memory.h"
#include "ui/desk/closing.h"
#include "ui/desk/desk_view.h"
#include "ui/desk/looks.h"
#include "ui/parts/theme.h"
#include "ui/port/pulse.h"

#include <QApplication>
#include <QCloseEvent>
#include <QIcon>
#include <QPainter>
#include <QScreen>
#include <QShortcut>

namespace seonchak {

namespace {
constexpr QSize usual(1280, 800);
constexpr QSize frame(8, 48); ///< what window managers put around a window, and a little

/// The usual size where the screen has room for it.
QSize firstSize(const QScreen *screen)
{
    const QSize room = screen ? screen->availableGeometry().size() : usual;
    return usual.boundedTo(room - frame);
}
} // namespace

DeskWindow::DeskWindow(const DeskParts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(parts)
    , m_pulse(new Pulse(parts.port, parts.clock, this))
    , m_memory(new DashboardMemory(parts.port, parts.clock, this))
    , m_closing(new Closing(m_parts, *m_memory, *this))
{
    setObjectName(QStringLiteral("deskWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/seonchak.png")));
    // Connected before any page is: what a page shows has been remembered by then.
    connect(m_pulse, &Pulse::read, m_memory, &DashboardMemory::take);
    build();
    if (!m_view->openAgain(parts.looks.page()))
        m_view->open(page::dashboard);
    auto *quit = new QShortcut(QKeySequence(QStringLiteral("Ctrl+Q")), this);
    connect(quit, &QShortcut::activated, this, &QWidget::close);
    connect(m_closing, &Closing::agreed, this, &DeskWindow::end);
    if (!restoreGeometry(parts.looks.geometry()))
        resize(firstSize(screen()));
}

DeskWindow::~DeskWindow()
{
    m_parts.looks.keepGeometry(saveGeometry());
    m_parts.looks.keepPage(m_lastPage.isEmpty() ? m_view->currentPage() : m_lastPage);
    delete m_view; // Before what it was shown from.
}

void DeskWindow::comeToFront(const QByteArray &token)
{
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token); // Qt on Wayland hands it to the compositor.
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    QApplication::alert(this);
}

void DeskWindow::build()
{
    setWindowTitle(tr("Seonchak"));
    const PageContext context{m_parts.port, m_parts.asker, *m_pulse, m_parts.clock};
    const PageLinks links{{}, {}, *m_memory, m_parts.looks, m_parts.settings, m_parts.lab, m_parts.guide};
    m_view = new DeskView(context, links, this);
    setCentralWidget(m_view);
    if (m_ending)
        m_view->showEnding();
}

void DeskWindow::rebuild()
{
    m_rebuildDue = false;
    const QString page = m_view->currentPage();
    const QByteArray code = m_view->biographyCode();
    delete takeCentralWidget();
    build();
    if (page == page::biography && !code.isEmpty())
        m_view->openBiography(code);
    else
        m_view->open(page);
}

void DeskWindow::changeEvent(QEvent *event)
{
    // Several texts are exchanged at once, and it may be a page of ours that asked for it.
    if (event->type() == QEvent::LanguageChange && m_view && !std::exchange(m_rebuildDue, true))
        QMetaObject::invokeMethod(this, &DeskWindow::rebuild, Qt::QueuedConnection);
    QMainWindow::changeEvent(event);
}

void DeskWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    if (!m_ending)
        m_closing->begin();
}

void DeskWindow::end()
{
    m_ending = true;
    m_lastPage = m_view->currentPage();
    m_view->showEnding();
    Q_EMIT closeAsked();
}

void DeskWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::desk(palette()));
}

} // namespace seonchak
