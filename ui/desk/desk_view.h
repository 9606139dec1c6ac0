// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/page_place.h"
#include "ui/desk/pages.h"

#include <QHash>
#include <QWidget>

class QStackedWidget;

namespace seonchak {

class ApprovalOffer;
class BackStrip;
class Banner;
class CutOffer;
class ForeignActs;
class HeaderStrip;
class RoleGuard;
class SaleClockStrip;
class Sidebar;
struct Reading;

/// A page as it was opened: for a biography with the code, for "why not" with the user, if another page
/// requested it.
struct Visit
{
    QString page;
    QByteArray code;
    qint64 user = 0;
};

/// The current page, and the pages that led to it.
struct DeskPlace
{
    Visit now;
    QList<Visit> trail; ///< the pages that led here, oldest first; empty: opened directly
    QHash<QString, PagePlace> pages;
};

/// The window's content in one language: header, banner, sidebar, pages. The window creates a new one when
/// the language changes; state that must survive this lives outside, in the links.
class DeskView : public QWidget
{
    Q_OBJECT
public:
    /// The objects in the links must outlive the view. It sets their two functions itself.
    DeskView(const PageContext &context, PageLinks links, QWidget *parent = nullptr);
    ~DeskView() override;

    [[nodiscard]] QString currentPage() const { return m_now.page; }
    /// The code of the displayed coupon.
    [[nodiscard]] QByteArray biographyCode() const { return m_now.code; }
    /// For the view that replaces this one.
    [[nodiscard]] DeskPlace place() const;
    void resume(const DeskPlace &place);
    /// Opens a page directly: without a way back.
    void open(const QString &key);
    /// Opens a page that can be opened directly. Returns false if there is no such page.
    bool openAgain(const QString &key);
    void openBiography(const QByteArray &code);
    void openUser(qint64 user);
    [[nodiscard]] bool hasWayBack() const { return !m_trail.isEmpty(); }
    void goBack();
    void refresh();
    void openGuide();
    [[nodiscard]] SaleClockStrip &saleClock() { return *m_times; }
    /// Key and title of the pages in the sidebar, in its order.
    [[nodiscard]] QList<std::pair<QString, QString>> pageTitles() const;
    /// Null if there is no such page. The second creates the page if it was never opened.
    [[nodiscard]] QWidget *madePage(const QString &key) const { return m_pages.value(key); }
    QWidget *pageOf(const QString &key);
    void show(const Reading &reading);
    void showEnding();

Q_SIGNALS:
    /// The current page or the way back has changed.
    void moved();

protected:
    /// Handles the mouse's back button over any widget of the window.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void openFrom(const Visit &visit);
    void go(const Visit &visit);
    void showWay();
    [[nodiscard]] QString titleOf(const Visit &visit) const;
    void showReach(const Reading &reading);
    static bool isLocal(const QString &key);
    void takeDropped(const QList<QUrl> &urls);

    Asker &m_asker;
    QList<PageEntry> m_entries;
    QHash<QString, QWidget *> m_pages;
    HeaderStrip *m_header;
    SaleClockStrip *m_times;
    Banner *m_banner;
    ForeignActs *m_foreign;
    CutOffer *m_cut;
    ApprovalOffer *m_approvals;
    Sidebar *m_sidebar;
    BackStrip *m_back;
    QStackedWidget *m_stack;
    const QStringList m_guide; ///< the folders to search for it
    const QString m_oldBook;   ///< its name; empty: the current sale
    Looks &m_looks;
    Pulse &m_pulse;
    Visit m_now;
    QList<Visit> m_trail;
    qint64 m_asked = 0;                 ///< the user in the last "why not" query from another page
    QHash<QString, PagePlace> m_places; ///< of pages of the previous view that are not created yet
    RoleGuard *m_roles = nullptr;
    bool m_lost = false; ///< for an attached window: its server is lost
    bool m_ending = false;
};

} // namespace seonchak
