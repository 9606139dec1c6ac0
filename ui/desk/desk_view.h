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

/// One page as it was opened: of a biography the code, of "why not" the user that another page asked about.
struct Visit
{
    QString page;
    QByteArray code;
    qint64 user = 0;
};

/// Where a person is in the window, and how they came there.
struct DeskPlace
{
    Visit now;
    QList<Visit> trail; ///< the pages that led here, the first first; empty: opened by itself
    QHash<QString, PagePlace> pages;
};

/// Everything in the window, in one language: header, banner, sidebar, pages. The window makes a new one when
/// the language changes; what must not be forgotten meanwhile lives outside, in the links.
class DeskView : public QWidget
{
    Q_OBJECT
public:
    /// What the links name outlives the view. Their two functions are the view's own: give none.
    DeskView(const PageContext &context, PageLinks links, QWidget *parent = nullptr);
    ~DeskView() override;

    [[nodiscard]] QString currentPage() const { return m_now.page; }
    /// Of the coupon whose life is seen.
    [[nodiscard]] QByteArray biographyCode() const { return m_now.code; }
    /// For the view that takes this one's place.
    [[nodiscard]] DeskPlace place() const;
    void resume(const DeskPlace &place);
    /// Opens a page by itself: there is no way back from it.
    void open(const QString &key);
    /// Opens a page that can stand alone. False: there is no such page.
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
    /// Null where there is no such page. The second makes it where it was never opened.
    [[nodiscard]] QWidget *madePage(const QString &key) const { return m_pages.value(key); }
    QWidget *pageOf(const QString &key);
    void show(const Reading &reading);
    void showEnding();

Q_SIGNALS:
    /// Another page is seen, or another way leads back from it.
    void moved();

protected:
    /// The mouse's back button, over any widget of the window.
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
    const QStringList m_guide; ///< the folders in which it may lie
    const QString m_oldBook;   ///< its name; empty: this is the sale of now
    Looks &m_looks;
    Pulse &m_pulse;
    Visit m_now;
    QList<Visit> m_trail;
    qint64 m_asked = 0;                 ///< the user that "why not" was last asked about by another page
    QHash<QString, PagePlace> m_places; ///< of pages that were made before this view, and not yet again
    RoleGuard *m_roles = nullptr;
    bool m_lost = false; ///< of an attached window: its server
    bool m_ending = false;
};

} // namespace seonchak
