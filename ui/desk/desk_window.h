// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "ui/port/page_context.h"

#include <QMainWindow>

#include <functional>
#include <memory>

namespace seonchak {

class BooksPort;
class Closing;
class DashboardMemory;
class DeskView;
class DeskMenus;
class Looks;
class Notices;
class Notifier;
class Preflight;
class SettingsPort;
class StatusStrip;
struct Notice;
struct Reading;
struct UsedLibrary;
struct Lab;

/// What the window needs. All of it must outlive the window.
struct DeskParts
{
    DeskPort &port;
    const Clock &clock;
    Asker &asker;
    Looks &looks;
    WorkPool &files;                  ///< reads and writes files
    SettingsPort *settings = nullptr; ///< null: the settings cannot be changed here
    Lab *lab = nullptr;               ///< null: there is no such page
    QStringList guide = {};           ///< the folders where F1 looks for the guide, most likely first
    Notifier *notifier = nullptr;     ///< null: the desktop's tray and task bar
    std::function<QList<UsedLibrary>()> libraries = {}; ///< the libraries for *About*
    BooksPort *books = nullptr;                         ///< null: the books cannot be closed here
    /// Asks for a remote server and opens a window on it; empty: no such menu entry.
    std::function<void(QWidget *parent)> attach = {};
    /// Opens a window on an old book, by its path or name; empty: no such menu entry.
    std::function<void(const QString &book)> openBook = {};
    QString oldBook = {}; ///< the name of the displayed old book; empty: the current sale
};

/// The operator's window. It acts only through the port and owns nothing of the sale. On a change of language
/// it rebuilds its content, on the same page, with the same history.
class DeskWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit DeskWindow(const DeskParts &parts, QWidget *parent = nullptr);
    ~DeskWindow() override;

    [[nodiscard]] DeskView &view() { return *m_view; }
    [[nodiscard]] DashboardMemory &memory() { return *m_memory; }
    /// Shows the window, even if it is minimised or hidden. `token`: the right to do so, given by the desktop
    /// to a second start (xdg-activation); without it the window may only blink.
    void comeToFront(const QByteArray &token);
    /// The server that the window is attached to has changed, or its description has.
    void followPlace();
    /// Like closing it, with the same questions; the program then starts again.
    void restart();
    [[nodiscard]] bool isToRestart() const;
    /// The future name of the old book, applied between the program's end and its restart; empty: no new sale
    /// was requested.
    [[nodiscard]] const QString &newSale() const { return m_newSale; }

Q_SIGNALS:
    /// The operator closed the window and confirmed; emitted once. The window stays visible and says so until
    /// the program has ended.
    void closeAsked();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void buildBars();
    void rebuildSoon();
    void rebuild();
    void follow(const Reading &reading);
    void tell(const Notice &notice);
    void closeBooks();
    void startNewSale();
    void openOldBook();
    [[nodiscard]] QString whyNoNewSale() const;
    [[nodiscard]] PageContext context() const;
    void makeNotifier();
    void end();

    const DeskParts m_parts;
    Pulse *m_pulse;
    DashboardMemory *m_memory;
    Closing *m_closing;
    DeskView *m_view = nullptr;
    DeskMenus *m_menus = nullptr;
    StatusStrip *m_strip = nullptr;
    const std::unique_ptr<Notices> m_notices;
    Preflight *m_preflight;
    Notifier *m_notifier = nullptr;
    QString m_lastPage; ///< the page before the ending replaced it
    bool m_rebuildDue = false;
    QString m_newSale;
    bool m_ending = false;
};

} // namespace seonchak
