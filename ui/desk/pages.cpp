// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/pages.h"

#include "ui/audit/audit_trail_page.h"
#include "ui/coupons/coupons_page.h"
#include "ui/dashboard/dashboard_page.h"
#include "ui/desk/desk_window.h"
#include "ui/desk/looks.h"
#include "ui/doubts/doubts_page.h"
#include "ui/lab/lab_desk.h"
#include "ui/parts/state_panel.h"
#include "ui/people/biography_page.h"
#include "ui/people/why_not_page.h"
#include "ui/port/desk_port.h"
#include "ui/settings/settings_page.h"
#include "ui/webhooks/webhooks_page.h"

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

PageEntry dashboardEntry(const PageContext &context, const PageLinks &links)
{
    return {page::dashboard, PageTitles::tr("Dashboard"), [context, links](QWidget *parent) -> QWidget * {
                return joined(new DashboardPage(context, links.memory, parent), links);
            }};
}

QWidget *makeSettings(const PageContext &context, const PageLinks &links, QWidget *parent)
{
    if (!links.settings) {
        auto *panel = new StatePanel(QStringLiteral("noSettings"), parent);
        const QString toDo =
            !links.oldBook.isEmpty()
                ? PageTitles::tr("An old book has none. Those of the sale of now are in its own window.")
            : context.port.attachment()
                ? PageTitles::tr("This window is attached to a server elsewhere. Its settings are in "
                                 "its config file there: /etc/seonchak/seonchakd.conf as the "
                                 "package installs it.")
                : PageTitles::tr("Change the config file or the command line of this program, "
                                 "then start it again.");
        panel->show(StatePanel::State::Empty, PageTitles::tr("The settings cannot be changed here"), toDo);
        return panel;
    }
    static const QString system = QStringLiteral("system");
    Looks &looks = links.looks;
    auto *page = new SettingsPage(*links.settings, context, parent);
    page->setLanguage(looks.language().isEmpty() ? system : looks.language());
    page->setTheme(Looks::nameOf(looks.theme()));
    // The menu and the status bar switch them too. A change of the language makes another page.
    QObject::connect(&looks, &Looks::changed, page,
                     [&looks, page] { page->setTheme(Looks::nameOf(looks.theme())); });
    QObject::connect(page, &SettingsPage::languageChosen, &looks, &Looks::setLanguage);
    QObject::connect(page, &SettingsPage::themeChosen, &looks,
                     [&looks](const QString &name) { looks.setTheme(Looks::themeOf(name)); });
    QObject::connect(page, &SettingsPage::restartAsked, page, [page] {
        if (auto *window = qobject_cast<DeskWindow *>(page->window()))
            window->restart();
    });
    return page;
}

PageEntry settingsEntry(const PageContext &context, const PageLinks &links)
{
    return {page::settings, PageTitles::tr("Settings"),
            [context, links](QWidget *parent) { return makeSettings(context, links, parent); }};
}

} // namespace

QList<PageEntry> pagesOf(const PageContext &context, const PageLinks &links)
{
    QList<PageEntry> pages{
        dashboardEntry(context, links),
        entry<CouponsPage>(page::coupons, PageTitles::tr("Coupons"), context, links),
        entry<WhyNotPage>(page::whyNot, PageTitles::tr("Why did I get none?"), context, links),
        entry<DoubtsPage>(page::doubts, PageTitles::tr("In doubt"), context, links),
    };
    if (links.lab) {
        pages.append(
            {page::lab, PageTitles::tr("Lab"), [context, lab = links.lab](QWidget *parent) -> QWidget * {
                 return new LabDesk(*lab, context, parent);
             }});
    }
    pages += {
        entry<AuditTrailPage>(page::audit, PageTitles::tr("Audit"), context, links),
        entry<WebhooksPage>(page::webhooks, PageTitles::tr("Webhooks"), context, links),
        settingsEntry(context, links),
        entry<BiographyPage>(page::biography, {}, context, links),
    };
    return pages;
}

} // namespace seonchak
