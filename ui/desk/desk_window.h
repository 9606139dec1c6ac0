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

/// What the window stands on. All of it outlives the window.
struct DeskParts
{
    DeskPort &port;
    const Clock &clock;
    Asker &asker;
    Looks &looks;
    WorkPool &files;                  ///< reads and writes files
    SettingsPort *settings = nullptr; ///< none: the settings cannot be changed here
    Lab *lab = nullptr;               ///< none: there is no such page
    QStringList guide = {};           ///< the folders in which F1 looks for the guide, the likeliest first
    Notifier *notifier = nullptr;     ///< none: the desktop's tray and task bar
    std::function<QList<UsedLibrary>()> libraries = {}; ///< what the program runs on, for *About*
    BooksPort *books = nullptr;                         ///< none: the books cannot be closed from here
    /// Asks for a server elsewhere and opens a window there; none: there is no such entry in the menu.
    std::function<void(QWidget *parent)> attach = {};
    /// Opens a window on an old book, by its path or its name; none: there is no such entry in the menu.
    std::function<void(const QString &book)> openBook = {};
    QString oldBook = {}; ///< the name of the old book that this window shows; empty: a sale of now
};

/// The operator's window. It only looks and asks, by the port; it owns nothing of the sale. Follows a change
/// of language by building its inside anew, on the same page, with the same history.
class DeskWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit DeskWindow(const DeskParts &parts, QWidget *parent = nullptr);
    ~DeskWindow() override;

    [[nodiscard]] DeskView &view() { return *m_view; }
    [[nodiscard]] DashboardMemory &memory() { return *m_memory; }
    /// Shows the window, also when it is minimised or behind others. `token`: the right to do so, as the
    /// desktop gave it to a second start (xdg-activation); where it is missing the window may only blink.
    void comeToFront(const QByteArray &token);
    /// The server that the window is attached to says another thing of itself, or is another.
    void followPlace();
    /// As closing it, with the same questions; the program is to start again afterwards.
    void restart();
    [[nodiscard]] bool isToRestart() const;
    /// What the old book is to be called once the program has ended, before it starts again; empty: nobody
    /// has asked for a new sale.
    [[nodiscard]] const QString &newSale() const { return m_newSale; }

Q_SIGNALS:
    /// The operator closed the window, once, and agreed to what that cuts off. It stays on the screen and
    /// says so until the program has ended.
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
    QString m_lastPage; ///< that was open before the ending took its place
    bool m_rebuildDue = false;
    QString m_newSale;
    bool m_ending = false;
};

} // namespace seonchak
