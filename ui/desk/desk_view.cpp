// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desk_view.h"

#include "ui/dashboard/dashboard_page.h"
#include "ui/desk/banner.h"
#include "ui/desk/columns.h"
#include "ui/desk/foreign_acts.h"
#include "ui/desk/header_strip.h"
#include "ui/desk/sidebar.h"
#include "ui/people/biography_page.h"
#include "ui/people/why_not_page.h"
#include "ui/port/pulse.h"

#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace seonchak {

namespace {
constexpr QSize smallest(1120, 660); ///< all of it
constexpr int sidebarWidth = 158;
} // namespace

DeskView::DeskView(const PageContext &context, PageLinks links, QWidget *parent)
    : QWidget(parent)
    , m_header(new HeaderStrip(context.port, context.clock, this))
    , m_banner(new Banner(this))
    , m_foreign(new ForeignActs(context, m_banner))
    , m_sidebar(new Sidebar(this))
    , m_stack(new QStackedWidget(this))
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
    makeShortcuts();
    connect(m_sidebar, &Sidebar::chosen, this, &DeskView::open);
    connect(&m_pulse, &Pulse::read, this, &DeskView::show);
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
    body->addWidget(m_stack, 1);
    // The struts hold the smallest size, and long texts may still ask for more: a minimum size would forbid
    // them to.
    auto *high = new QHBoxLayout(this);
    high->setContentsMargins(0, 0, 0, 0);
    high->addStrut(smallest.height());
    auto *wide = new QVBoxLayout;
    wide->setSpacing(0);
    wide->addStrut(smallest.width());
    wide->addWidget(m_header);
    wide->addWidget(m_banner);
    wide->addLayout(body, 1);
    high->addLayout(wide);
}

void DeskView::makeShortcuts()
{
    const auto add = [this](const char *keys, auto act) {
        auto *shortcut = new QShortcut(QKeySequence(QLatin1String(keys)), this);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add("F5", &DeskView::refresh);
    add("Alt+Left", &DeskView::goBack);
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
        if (m_ending)
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

/// The keyboard goes where it was on that page, else to the page's first field.
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
    QWidget *page = pageOf(key);
    if (!page)
        return;
    if (key == page::biography && m_current != key)
        m_before = m_current;
    m_current = key;
    m_sidebar->setCurrent(key == page::biography ? m_before : key);
    m_stack->setCurrentWidget(page);
    // Who moves in the sidebar by the arrows stays there.
    if (m_sidebar->isAncestorOf(window()->focusWidget()))
        return;
    if (auto *dashboard = qobject_cast<DashboardPage *>(page))
        dashboard->takeFocus();
    else
        focusInto(*page);
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
    m_code = code;
    open(page::biography);
    if (auto *biography = qobject_cast<BiographyPage *>(pageOf(page::biography)))
        biography->show(code);
}

void DeskView::openUser(qint64 user)
{
    open(page::whyNot);
    if (auto *why = qobject_cast<WhyNotPage *>(pageOf(page::whyNot)))
        why->ask(user);
}

void DeskView::goBack()
{
    if (m_current == page::biography)
        open(m_before.isEmpty() ? page::coupons : m_before);
}

void DeskView::refresh()
{
    if (auto *current = m_pages.value(m_current))
        QMetaObject::invokeMethod(current, "refresh");
}

void DeskView::show(const Reading &reading)
{
    m_header->show(reading);
    m_banner->show(reading);
    m_foreign->show(reading);
    m_sidebar->setCount(page::doubts, reading.answered ? reading.status.stock.inDoubt : 0);
    if (auto *dashboard = qobject_cast<DashboardPage *>(m_pages.value(page::dashboard)))
        dashboard->show(reading);
}

void DeskView::showEnding()
{
    m_ending = true;
    open(page::dashboard); // It says how the ending goes.
    for (auto *made : std::as_const(m_pages)) {
        if (auto *dashboard = qobject_cast<DashboardPage *>(made))
            dashboard->showEnding();
        else
            made->setEnabled(false);
    }
}

} // namespace seonchak
