// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/about_dialog.h"
#include "ui/desk/keys_dialog.h"

#include <QMenuBar>

#include <functional>
#include <vector>

class QActionGroup;

namespace seonchak {

class DeskView;
class Looks;
struct Reading;

/// The menu bar: every act of the window with its keys. What a page's button does is done by that button, so
/// both are allowed at the same times. Keys that are global work on every page; where the page has the same
/// keys, the page's own button gets them. What fills the stock acts only before the eyes of who asks for it:
/// from another page, a key that was hit by mistake opens the dashboard.
class DeskMenus : public QMenuBar
{
    Q_OBJECT
public:
    using Libraries = std::function<QList<UsedLibrary>()>;

    /// All of them outlive it; `libraries` is asked when somebody wants to know.
    DeskMenus(DeskView &view, Looks &looks, Libraries libraries, QWidget *parent = nullptr);
    /// The entry that attaches to a sale elsewhere.
    void addAttach(std::function<void()> attach);
    void show(const Reading &reading);
    void showEnding();
    /// The entry that opens an old book.
    void addOldBooks(std::function<void()> open);
    /// Whether the books can be closed from here, and a new sale begun: empty, or why not.
    void offerBooks(bool possible, const QString &whyNoNewSale);
    /// Of the menus, then of each page.
    [[nodiscard]] QList<KeyGroup> keys();

    using QWidget::show;

Q_SIGNALS:
    void quitAsked();
    void closeBooksAsked();
    void newSaleAsked();

private:
    enum class Keys {
        Global,
        ShownFirst, ///< global, but act only where the page is open: elsewhere they open it
        OfPage,     ///< shown here, and worked by the page alone
    };
    /// A button or an entry of a page's own menu, by its name.
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
    void fillPage(QMenu &menu);
    [[nodiscard]] bool isInOtherMenu(const QPushButton &button) const;
    void followPage();
    void followLooks();
    void find();
    void openDialog(QDialog *dialog);

    DeskView &m_view;
    Looks &m_looks;
    const Libraries m_libraries;
    std::vector<Press> m_presses;
    QList<QAction *> m_global; ///< whose keys a page may have too
    QList<QAction *> m_pages;
    QList<QAction *> m_choices; ///< of language and colours
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
