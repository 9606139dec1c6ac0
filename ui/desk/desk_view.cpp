// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desk_view.h"

#include "ui/coupons/coupons_page.h"
#include "ui/dashboard/dashboard_page.h"
#include "ui/desk/approval_offer.h"
#include "ui/desk/back_strip.h"
#include "ui/desk/banner.h"
#include "ui/desk/columns.h"
#include "ui/desk/cut_offer.h"
#include "ui/desk/foreign_acts.h"
#include "ui/desk/guide.h"
#include "ui/desk/header_strip.h"
#include "ui/desk/role_guard.h"
#include "ui/desk/sale_clock_strip.h"
#include "ui/desk/sidebar.h"
#include "ui/parts/asker.h"
#include "ui/parts/file_drop.h"
#include "ui/people/biography_page.h"
#include "ui/people/why_not_page.h"
#include "ui/port/pulse.h"

#include <QApplication>
#include <QDesktopServices>
#include <QMouseEvent>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace seonchak {

namespace {
constexpr QSize smallest(1120, 612); ///< with the menu and status bars 1120x660
constexpr int sidebarWidth = 158;
} // namespace

DeskView::DeskView(const PageContext &context, PageLinks links, QWidget *parent)
    : QWidget(parent)
    , m_asker(context.asker)
    , m_header(new HeaderStrip(context.port, context.clock, links.oldBook, this))
    , m_times(new SaleClockStrip(context, this))
    , m_banner(new Banner(this))
    , m_foreign(new ForeignActs(context, m_banner))
    , m_cut(new CutOffer(context, this))
    , m_approvals(new ApprovalOffer(context, this))
    , m_sidebar(new Sidebar(this))
    , m_back(new BackStrip(this))
    , m_stack(new QStackedWidget(this))
    , m_guide(links.guide)
    , m_oldBook(links.oldBook)
    , m_looks(links.looks)
    , m_pulse(context.pulse)
{
    setObjectName(QStringLiteral("deskView"));
    links.openBiography = [this](const QByteArray &code) { openBiography(code); };
    links.openUser = [this](qint64 user) { openUser(user); };
    m_entries = pagesOf(context, links);
    for (const auto &entry : m_entries) {
        if (!entry.title.isEmpty())
            m_sidebar->add(entry.key, entry.title);
    }
    m_banner->addActs(m_foreign);
    layOut();
    connect(m_back, &BackStrip::backAsked, this, &DeskView::goBack);
    connect(m_sidebar, &Sidebar::chosen, this, &DeskView::open);
    connect(&m_pulse, &Pulse::read, this, &DeskView::show);
    connect(new FileDrop(this), &FileDrop::dropped, this, &DeskView::takeDropped);
    qApp->installEventFilter(this);
    m_roles = new RoleGuard(context.port, *this);
    show(m_pulse.last());
}

DeskView::~DeskView()
{
    for (auto *made : std::as_const(m_pages))
        keepColumns(*made, m_looks);
}

void DeskView::layOut()
{
    m_stack->setObjectName(QStringLiteral("pages"));
    m_sidebar->setMinimumWidth(sidebarWidth);
    m_sidebar->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_sidebar);
    auto *pages = new QVBoxLayout;
    pages->setSpacing(0);
    pages->addWidget(m_back);
    pages->addWidget(m_stack, 1);
    body->addLayout(pages, 1);
    // The struts hold the smallest size, and long texts may still ask for more: a minimum size would forbid
    // them to.
    auto *high = new QHBoxLayout(this);
    high->setContentsMargins(0, 0, 0, 0);
    high->addStrut(smallest.height());
    auto *wide = new QVBoxLayout;
    wide->setSpacing(0);
    wide->addStrut(smallest.width());
    wide->addWidget(m_header);
    wide->addWidget(m_times);
    wide->addWidget(m_banner);
    wide->addWidget(m_cut);
    wide->addWidget(m_approvals);
    wide->addLayout(body, 1);
    high->addLayout(wide);
}

bool DeskView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonPress)
        return QWidget::eventFilter(watched, event);
    const auto *widget = qobject_cast<QWidget *>(watched);
    const bool back = static_cast<QMouseEvent *>(event)->button() == Qt::BackButton;
    if (!back || !widget || !isAncestorOf(widget) || !hasWayBack())
        return QWidget::eventFilter(watched, event);
    goBack();
    return true;
}

QWidget *DeskView::pageOf(const QString &key)
{
    if (auto *made = m_pages.value(key))
        return made;
    for (const auto &entry : m_entries) {
        if (entry.key != key)
            continue;
        QWidget *made = entry.make(m_stack);
        m_pages.insert(key, made);
        m_stack->addWidget(made);
        restoreColumns(*made, m_looks);
        m_roles->apply(); // At once: what is barred is not seen enabled.
        if (m_places.contains(key))
            m_places.take(key).restore(*made);
        if (m_ending || (m_lost && !isLocal(key)))
            made->setEnabled(false);
        if (auto *dashboard = qobject_cast<DashboardPage *>(made)) {
            dashboard->show(m_pulse.last());
            if (m_ending)
                dashboard->showEnding();
        }
        return made;
    }
    return nullptr;
}

namespace {

/// Restores the page's former focus, else focuses its first field.
void focusInto(QWidget &page)
{
    if (auto *before = page.focusWidget())
        return before->setFocus();
    for (auto *next = page.nextInFocusChain(); next != &page; next = next->nextInFocusChain()) {
        const bool takes =
            next->isEnabled() && next->isVisibleTo(&page) && (next->focusPolicy() & Qt::TabFocus);
        if (takes && page.isAncestorOf(next))
            return next->setFocus();
    }
}

} // namespace

void DeskView::open(const QString &key)
{
    m_trail.clear();
    go({key, {}, 0});
}

void DeskView::openFrom(const Visit &visit)
{
    const bool same = m_now.page == visit.page && m_now.code == visit.code && m_now.user == visit.user;
    if (!same && !m_now.page.isEmpty())
        m_trail << m_now;
    go(visit);
}

void DeskView::go(const Visit &visit)
{
    QWidget *page = pageOf(visit.page);
    if (!page)
        return;
    m_now = visit;
    m_stack->setCurrentWidget(page);
    if (auto *biography = qobject_cast<BiographyPage *>(page); biography && !visit.code.isEmpty())
        biography->show(visit.code);
    if (auto *why = qobject_cast<WhyNotPage *>(page); why && visit.user != 0 && visit.user != m_asked)
        why->ask(m_asked = visit.user);
    showWay();
    // Moving in the sidebar with the arrow keys keeps the focus there.
    if (m_sidebar->isAncestorOf(window()->focusWidget()))
        return;
    if (auto *dashboard = qobject_cast<DashboardPage *>(page))
        dashboard->takeFocus();
    else
        focusInto(*page);
}

/// A biography has no place in the sidebar: the page that led to it is marked there.
void DeskView::showWay()
{
    QString marked = m_now.page;
    for (const Visit &visit : m_trail) {
        if (marked == page::biography)
            marked = visit.page;
    }
    m_sidebar->setCurrent(marked);
    m_back->lead(m_trail.isEmpty() ? QString() : titleOf(m_trail.constLast()));
    Q_EMIT moved();
}

QString DeskView::titleOf(const Visit &visit) const
{
    if (visit.page == page::biography)
        return tr("Biography of %1").arg(QString::fromUtf8(visit.code));
    for (const auto &entry : m_entries) {
        if (entry.key == visit.page)
            return entry.title;
    }
    return {};
}

bool DeskView::openAgain(const QString &key)
{
    const bool standsAlone = std::ranges::any_of(
        m_entries, [&](const PageEntry &entry) { return entry.key == key && !entry.title.isEmpty(); });
    if (standsAlone)
        open(key);
    return standsAlone;
}

void DeskView::openBiography(const QByteArray &code)
{
    openFrom({page::biography, code, 0});
}

void DeskView::openUser(qint64 user)
{
    m_asked = 0; // Asks again, whatever was typed there meanwhile.
    openFrom({page::whyNot, {}, user});
}

void DeskView::goBack()
{
    if (!m_trail.isEmpty())
        go(m_trail.takeLast());
}

DeskPlace DeskView::place() const
{
    DeskPlace place{m_now, m_trail, m_places};
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page)
        place.pages.insert(page.key(), PagePlace::of(**page));
    return place;
}

void DeskView::resume(const DeskPlace &place)
{
    m_places = place.pages;
    m_trail = place.trail;
    go(place.now);
    // After a change of language the position is restored.
    if (auto *page = madePage(m_now.page))
        place.pages.value(m_now.page).restore(*page);
}

QList<std::pair<QString, QString>> DeskView::pageTitles() const
{
    QList<std::pair<QString, QString>> titles;
    for (const auto &entry : m_entries) {
        if (!entry.title.isEmpty())
            titles.append({entry.key, entry.title});
    }
    return titles;
}

void DeskView::refresh()
{
    if (auto *current = m_pages.value(m_now.page))
        QMetaObject::invokeMethod(current, "refresh");
}

void DeskView::openGuide()
{
    const QString file = guideFile(m_guide, m_now.page);
    if (!file.isEmpty() && QDesktopServices::openUrl(QUrl::fromLocalFile(file)))
        return;
    const QString where = file.isEmpty()
                              ? tr("The guide comes with the package seonchak. In the sources it lies in "
                                   "the folder resources/docs.")
                              : tr("No browser opened it. The guide lies here: %1").arg(file);
    const Question told{tr("The guide could not be opened"), where, tr("OK"), {}, false};
    m_asker.ask(this, told, [](bool) {});
}

/// Wherever in the window a file of codes is dropped, it is imported.
void DeskView::takeDropped(const QList<QUrl> &urls)
{
    if (m_ending || !m_oldBook.isEmpty())
        return;
    open(page::coupons);
    if (auto *coupons = qobject_cast<CouponsPage *>(pageOf(page::coupons)))
        coupons->takeDropped(urls);
}

void DeskView::show(const Reading &reading)
{
    m_header->show(reading);
    if (m_oldBook.isEmpty()) // Its times have passed.
        m_times->show(reading);
    m_banner->show(reading);
    m_foreign->show(reading);
    m_cut->show(reading);
    m_approvals->show(reading);
    showReach(reading);
    m_roles->apply();
    if (reading.answered) // What cannot be known is not none.
        m_sidebar->setCount(page::doubts, reading.status.stockKnown ? reading.status.stock.inDoubt : -1);
    if (auto *dashboard = qobject_cast<DashboardPage *>(m_pages.value(page::dashboard)))
        dashboard->show(reading);
}

/// Disables all actions of an attached window while its server is lost: they would run later, or never. Lab
/// and settings stay enabled, because they are local.
void DeskView::showReach(const Reading &reading)
{
    constexpr qint64 lostNs = 5'000'000'000;
    if (!reading.attachment || m_ending)
        return;
    const bool lost = !reading.attachment->connected || reading.silentNs > lostNs;
    if (lost == std::exchange(m_lost, lost))
        return;
    for (QWidget *acts : {static_cast<QWidget *>(m_cut), static_cast<QWidget *>(m_foreign),
                          static_cast<QWidget *>(m_times), static_cast<QWidget *>(m_approvals)})
        acts->setEnabled(!lost);
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page)
        page.value()->setEnabled(!lost || isLocal(page.key()));
}

bool DeskView::isLocal(const QString &key)
{
    return key == page::lab || key == page::settings;
}

void DeskView::showEnding()
{
    m_ending = true;
    for (QWidget *acts : {static_cast<QWidget *>(m_cut), static_cast<QWidget *>(m_foreign),
                          static_cast<QWidget *>(m_times), static_cast<QWidget *>(m_approvals)})
        acts->setEnabled(false); // Nothing new is begun.
    open(page::dashboard);       // It says how the ending goes.
    for (auto *made : std::as_const(m_pages)) {
        if (auto *dashboard = qobject_cast<DashboardPage *>(made))
            dashboard->showEnding();
        else
            made->setEnabled(false);
    }
}

} // namespace seonchak
