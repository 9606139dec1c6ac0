// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/pages.h"

#include "ui/dashboard/dashboard_page.h"
#include "ui/parts/state_panel.h"

#include <QCoreApplication>

namespace seonchak {

/// Gives the titles their place among the texts.
class PageTitles
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::PageTitles)
};

namespace {

/// Joins a page to the others by whichever of the usual signals it has.
template <typename Page>
Page *joined(Page *page, const PageLinks &links)
{
    if constexpr (requires { &Page::biographyAsked; })
        QObject::connect(page, &Page::biographyAsked, page, links.openBiography);
    if constexpr (requires { &Page::userAsked; })
        QObject::connect(page, &Page::userAsked, page, links.openUser);
    return page;
}

/// A page made of the context alone.
template <typename Page>
PageEntry entry(const QString &key, const QString &title, const PageContext &context, const PageLinks &links)
{
    return {key, title, [context, links](QWidget *parent) -> QWidget * {
                return joined(new Page(context, parent), links);
            }};
}

PageEntry missing(const QString &key, const QString &title)
{
    return {key, title, [](QWidget *parent) -> QWidget * {
                auto *panel = new StatePanel(QStringLiteral("missingPage"), parent);
                panel->show(StatePanel::State::Empty, PageTitles::tr("Not here yet"),
                            PageTitles::tr("This page is being made."));
                return panel;
            }};
}

PageEntry dashboardEntry(const PageContext &context, const PageLinks &links)
{
    return {page::dashboard, PageTitles::tr("Dashboard"), [context, links](QWidget *parent) -> QWidget * {
                return joined(new DashboardPage(context, links.memory, parent), links);
            }};
}

} // namespace

QList<PageEntry> pagesOf(const PageContext &context, const PageLinks &links)
{
    return {
        dashboardEntry(context, links),
        missing(page::coupons, PageTitles::tr("Coupons")),
        missing(page::whyNot, PageTitles::tr("Why not?")),
        missing(page::doubts, PageTitles::tr("In doubt")),
        missing(page::audit, PageTitles::tr("Audit")),
        missing(page::settings, PageTitles::tr("Settings")),
        missing(page::biography, {}),
    };
}

} // namespace seonchak
