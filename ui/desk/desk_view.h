// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/pages.h"

#include <QHash>
#include <QWidget>

class QStackedWidget;

namespace seonchak {

class Banner;
class ForeignActs;
class HeaderStrip;
class Sidebar;
struct Reading;

/// Everything in the window, in one language: header, banner, sidebar, pages. The window makes a new one when
/// the language changes; what must not be forgotten meanwhile lives outside, in the links.
class DeskView : public QWidget
{
    Q_OBJECT
public:
    /// What the links name outlives the view. Their two functions are the view's own: give none.
    DeskView(const PageContext &context, PageLinks links, QWidget *parent = nullptr);
    ~DeskView() override;

    [[nodiscard]] QString currentPage() const { return m_current; }
    /// The code whose life was opened last.
    [[nodiscard]] QByteArray biographyCode() const { return m_code; }
    void open(const QString &key);
    /// Opens a page that can stand alone. False: there is no such page.
    bool openAgain(const QString &key);
    void openBiography(const QByteArray &code);
    void openUser(qint64 user);
    void show(const Reading &reading);
    void showEnding();

private:
    void layOut();
    void makeShortcuts();
    QWidget *pageOf(const QString &key);
    void goBack();
    void refresh();

    QList<PageEntry> m_entries;
    QHash<QString, QWidget *> m_pages;
    HeaderStrip *m_header;
    Banner *m_banner;
    ForeignActs *m_foreign;
    Sidebar *m_sidebar;
    QStackedWidget *m_stack;
    Looks &m_looks;
    Pulse &m_pulse;
    QString m_current;
    QString m_before; ///< where a biography was opened from
    QByteArray m_code;
    bool m_ending = false;
};

} // namespace seonchak
