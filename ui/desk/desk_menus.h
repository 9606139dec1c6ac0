// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/about_dialog.h"

#include <QMenuBar>

#include <functional>
#include <vector>

class QActionGroup;

namespace seonchak {

class DeskView;
class Looks;
struct Reading;

/// The menu bar: every action of the window with its shortcut. Entries for a page's button press that button,
/// so both are enabled at the same times. Global shortcuts work on every page; if the page has the same
/// shortcut, its own button gets it. Actions that fill the stock only work on the visible dashboard: on
/// another page the shortcut opens it, in case it was pressed by mistake.
class DeskMenus : public QMenuBar
{
    Q_OBJECT
public:
    using Libraries = std::function<QList<UsedLibrary>()>;

    /// All must outlive it; `libraries` is called on demand.
    DeskMenus(DeskView &view, Looks &looks, Libraries libraries, QWidget *parent = nullptr);
    /// Adds the entry that attaches to a remote sale.
    void addAttach(std::function<void()> attach);
    void show(const Reading &reading);
    void showEnding();
    /// Adds the entry that opens an old book.
    void addOldBooks(std::function<void()> open);
    /// Whether the books can be closed here, and why a new sale cannot begin; empty if it can.
    void offerBooks(bool possible, const QString &whyNoNewSale);

    using QWidget::show;

Q_SIGNALS:
    void quitAsked();
    void closeBooksAsked();
    void newSaleAsked();

private:
    enum class Keys {
        Global,
        ShownFirst, ///< global, but on other pages it opens the page
        OfPage,     ///< shown here, but handled by the page
    };
    /// A button or an entry of a page's own menu, by name.
    struct Press
    {
        QAction *action;
        QString page;
        QString part;
        bool shownFirst = false;
    };

    void makeFile();
    void makeStock();
    void makeCoupons();
    void makePageMenu();
    void makeView();
    void makePages(QMenu &menu);
    void makeLooks(QMenu &menu);
    void makeHelp();
    QMenu *addNamed(const char *name, const QString &title);
    QAction *add(QMenu &menu, const char *name, const QString &text, const char *keys, const QString &help,
                 std::function<void()> act);
    QAction *addPress(QMenu &menu, const char *name, const QString &text, const char *keys,
                      const QString &page, const char *part, Keys reach = Keys::Global);
    QAction *addChoice(QMenu &menu, QActionGroup &group, const QString &name, const QString &text,
                       std::function<void()> act);
    void press(const Press &press);
    void enablePresses(bool makePages);
    void enableTimes();
    void followPage();
    void followLooks();
    void find();
    void openDialog(QDialog *dialog);

    DeskView &m_view;
    Looks &m_looks;
    const Libraries m_libraries;
    std::vector<Press> m_presses;
    QList<QAction *> m_global; ///< shortcuts that a page may also have
    QList<QAction *> m_pages;
    QList<QAction *> m_choices; ///< for language and colours
    QAction *m_pause = nullptr;
    QAction *m_setTimes = nullptr;
    QAction *m_openNow = nullptr;
    QAction *m_closeNow = nullptr;
    QAction *m_closeBooks = nullptr;
    QAction *m_newSale = nullptr;
    QAction *m_back = nullptr;
    QAction *m_find = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_notifies = nullptr;
    QMenu *m_fileMenu = nullptr;
    QAction *m_quit = nullptr;
    bool m_hasNewSale = false;
    bool m_ending = false;
};

} // namespace seonchak
