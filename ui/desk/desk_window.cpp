// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desk_window.h"

#include "ui/dashboard/dashboard_memory.h"
#include "ui/desk/books_dialog.h"
#include "ui/desk/closing.h"
#include "ui/desk/desk_menus.h"
#include "ui/desk/desk_view.h"
#include "ui/desk/looks.h"
#include "ui/desk/new_sale_dialog.h"
#include "ui/desk/notices.h"
#include "ui/desk/old_book_dialog.h"
#include "ui/desk/preflight.h"
#include "ui/desk/sale_clock_strip.h"
#include "ui/desk/status_strip.h"
#include "ui/desk/tray_notifier.h"
#include "ui/parts/theme.h"
#include "ui/port/books_port.h"
#include "ui/port/desk_port.h"
#include "ui/port/pulse.h"

#include <QApplication>
#include <QCloseEvent>
#include <QIcon>
#include <QPainter>
#include <QScreen>

namespace seonchak {

namespace {
constexpr QSize usual(1280, 800);
constexpr QSize frame(8, 48); ///< what window managers put around a window, and a little

/// The default size if the screen is large enough.
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
    , m_closing(new Closing(m_parts, *m_memory, *m_pulse, *this))
    , m_notices(std::make_unique<Notices>())
    , m_preflight(new Preflight(parts.port, parts.settings, parts.clock, this))
{
    setObjectName(QStringLiteral("deskWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/seonchak.png")));
    // Connected before any page is: what a page shows has been remembered by then.
    connect(m_pulse, &Pulse::read, m_memory, &DashboardMemory::take);
    connect(&m_memory->underWay, &UnderWay::emptied, this, &DeskWindow::rebuildSoon);
    makeNotifier();
    connect(m_preflight, &Preflight::noticed, this, &DeskWindow::tell);
    build();
    if (!m_view->openAgain(parts.looks.page()))
        m_view->open(page::dashboard);
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

void DeskWindow::makeNotifier()
{
    m_notifier = m_parts.notifier;
    if (m_notifier)
        return;
    auto *tray = new TrayNotifier(*this);
    connect(tray, &TrayNotifier::windowAsked, this, [this] { comeToFront({}); });
    m_notifier = tray;
}

PageContext DeskWindow::context() const
{
    return {m_parts.port,  m_parts.asker,       *m_pulse,   m_parts.clock,
            m_parts.files, &m_memory->underWay, m_preflight};
}

/// One at a time: a second call shows the first.
void DeskWindow::closeBooks()
{
    if (!m_parts.books || m_ending)
        return;
    auto *dialog = findChild<BooksDialog *>();
    if (!dialog) {
        dialog = new BooksDialog(*m_parts.books, context(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->open();
}

QString DeskWindow::whyNoNewSale() const
{
    if (!m_parts.oldBook.isEmpty())
        return tr("An old book is shown here. A new sale is begun in the window of the sale of now.");
    if (m_parts.port.attachment())
        return tr("This window is attached to a server elsewhere. There, end the server, then call "
                  "seonchakd new-sale.");
    return m_parts.books && m_parts.books->hasNewSale() ? QString()
                                                        : tr("A new sale cannot be begun from here.");
}

void DeskWindow::startNewSale()
{
    if (!whyNoNewSale().isEmpty() || m_ending)
        return;
    auto *dialog = findChild<NewSaleDialog *>();
    if (!dialog) {
        dialog = new NewSaleDialog(*m_parts.books, context(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &NewSaleDialog::closeBooksAsked, this, &DeskWindow::closeBooks);
        connect(dialog, &NewSaleDialog::agreed, this, [this](const QString &name) {
            m_newSale = name;
            end();
        });
    }
    dialog->open();
}

void DeskWindow::openOldBook()
{
    auto *dialog = new OldBookDialog(m_parts.books, m_parts.asker, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OldBookDialog::chosen, this, [this](const QString &book) { m_parts.openBook(book); });
    dialog->open();
}

void DeskWindow::build()
{
    const PageLinks links{
        {}, {}, *m_memory, m_parts.looks, m_parts.settings, m_parts.lab, m_parts.guide, m_parts.oldBook};
    m_view = new DeskView(context(), links, this);
    setCentralWidget(m_view);
    const auto showPreflight = [this, clock = &m_view->saleClock()] {
        clock->showPreflight(m_preflight->line(), m_preflight->tone());
    };
    connect(m_preflight, &Preflight::changed, m_view, showPreflight);
    showPreflight();
    buildBars();
    // After the view: the menus ask its buttons.
    disconnect(m_pulse, &Pulse::read, this, &DeskWindow::follow);
    connect(m_pulse, &Pulse::read, this, &DeskWindow::follow);
    follow(m_pulse->last());
    if (m_ending) {
        m_view->showEnding();
        m_menus->showEnding();
    }
}

void DeskWindow::buildBars()
{
    m_menus = new DeskMenus(*m_view, m_parts.looks, m_parts.libraries, this);
    if (m_parts.attach)
        m_menus->addAttach([this] { m_parts.attach(this); });
    connect(m_menus, &DeskMenus::quitAsked, this, &QWidget::close);
    connect(m_menus, &DeskMenus::closeBooksAsked, this, &DeskWindow::closeBooks);
    connect(m_menus, &DeskMenus::newSaleAsked, this, &DeskWindow::startNewSale);
    if (m_parts.openBook)
        m_menus->addOldBooks([this] { openOldBook(); });
    m_menus->offerBooks(m_parts.books != nullptr, whyNoNewSale());
    setMenuBar(m_menus); // The one before goes.
    m_strip = new StatusStrip(m_parts.looks, *m_memory, m_parts.clock, this);
    setStatusBar(m_strip);
}

void DeskWindow::follow(const Reading &reading)
{
    const QString title = SalePhases::title(reading, m_parts.port.sale());
    setWindowTitle(title);
    m_notifier->setState(title);
    m_menus->show(reading);
    m_strip->show(reading);
    for (const Notice &notice : m_notices->take(reading))
        tell(notice);
    if (!m_ending)
        m_preflight->follow(reading);
}

void DeskWindow::tell(const Notice &notice)
{
    if (m_parts.looks.notifies() && !m_ending)
        m_notifier->tell(notice);
}

/// Several translators are replaced at once, and one of our pages may have requested it.
void DeskWindow::rebuildSoon()
{
    if (m_rebuildDue)
        QMetaObject::invokeMethod(this, &DeskWindow::rebuild, Qt::QueuedConnection);
}

/// Not while a page is working: the receiver of its result would be lost.
void DeskWindow::rebuild()
{
    if (!m_rebuildDue)
        return;
    if (!m_memory->underWay.isEmpty()) {
        constexpr int readMs = 10'000;
        m_strip->showMessage(tr("The language changes when this has ended: %1")
                                 .arg(m_memory->underWay.sentences().join(QLatin1Char(' '))),
                             readMs);
        return;
    }
    m_rebuildDue = false;
    const DeskPlace place = m_view->place();
    delete takeCentralWidget();
    build();
    m_view->resume(place);
}

void DeskWindow::followPlace()
{
    m_rebuildDue = true;
    if (m_memory->underWay.isEmpty()) // Else when that has ended.
        rebuildSoon();
}

void DeskWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_view && !std::exchange(m_rebuildDue, true))
        rebuildSoon();
    QMainWindow::changeEvent(event);
}

void DeskWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    if (!m_ending)
        m_closing->begin();
}

void DeskWindow::restart()
{
    if (!m_ending)
        m_closing->begin(Closing::Then::Restart);
}

bool DeskWindow::isToRestart() const
{
    return m_ending && m_closing->then() == Closing::Then::Restart;
}

void DeskWindow::end()
{
    if (std::exchange(m_ending, true))
        return;
    m_lastPage = m_view->currentPage();
    m_view->showEnding();
    m_menus->showEnding();
    Q_EMIT closeAsked();
}

void DeskWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::desk(palette()));
}

} // namespace seonchak
