// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desk_menus.h"

#include "ui/desk/desk_view.h"
#include "ui/desk/key_groups.h"
#include "ui/desk/looks.h"
#include "ui/desk/page_menu.h"
#include "ui/desk/pages.h"
#include "ui/desk/sale_clock_strip.h"
#include "ui/parts/words.h"
#include "ui/port/pulse.h"

#include <QActionGroup>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

namespace seonchak {

namespace {

bool isFind(const QShortcut &shortcut)
{
    return shortcut.key() == QKeySequence(QKeySequence::Find);
}

/// Whether a page's button, or an entry of its menus, can be chosen now.
bool mayBePressed(const QWidget &page, const QString &part)
{
    if (const auto *button = page.findChild<QAbstractButton *>(part))
        return button->isEnabled() && !button->isHidden();
    const auto *action = page.findChild<QAction *>(part);
    return action && action->isEnabled() && page.isEnabled();
}

} // namespace

DeskMenus::DeskMenus(DeskView &view, Looks &looks, Libraries libraries, QWidget *parent)
    : QMenuBar(parent)
    , m_view(view)
    , m_looks(looks)
    , m_libraries(std::move(libraries))
{
    setObjectName(QStringLiteral("deskMenus"));
    makeFile();
    makeStock();
    makeCoupons();
    makePageMenu();
    makeView();
    makeHelp();
    // No title has a letter for Alt: the pages need nearly all of them.
    auto *first = new QShortcut(QKeySequence(Qt::Key_F10), this);
    connect(first, &QShortcut::activated, this, [this] {
        setFocus(Qt::MenuBarFocusReason);
        setActiveAction(actions().constFirst());
    });
    connect(&m_view, &DeskView::moved, this, &DeskMenus::followPage);
    connect(&m_looks, &Looks::changed, this, &DeskMenus::followLooks);
    followPage();
    followLooks();
}

QMenu *DeskMenus::addNamed(const char *name, const QString &title)
{
    auto *menu = addMenu(title);
    menu->setObjectName(QLatin1String(name));
    return menu;
}

QAction *DeskMenus::add(QMenu &menu, const char *name, const QString &text, const char *keys,
                        const QString &help, std::function<void()> act)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(QKeySequence(QLatin1String(keys)));
    action->setAutoRepeat(false); // A key that is held generates once, and pauses without resuming.
    action->setStatusTip(help);
    menu.addAction(action);
    connect(action, &QAction::triggered, this, [act = std::move(act)] { act(); });
    return action;
}

QAction *DeskMenus::addPress(QMenu &menu, const char *name, const QString &text, const char *keys,
                             const QString &page, const char *part, Keys reach)
{
    const Press known{nullptr, page, QLatin1String(part), reach == Keys::ShownFirst};
    auto *action = add(menu, name, text, keys, {}, [this, known] { press(known); });
    m_presses.push_back({action, page, known.part, known.shownFirst});
    if (reach == Keys::OfPage)
        action->setShortcutContext(Qt::WidgetShortcut);
    else
        m_global << action;
    return action;
}

QAction *DeskMenus::addChoice(QMenu &menu, QActionGroup &group, const QString &name, const QString &text,
                              std::function<void()> act)
{
    auto *action = add(menu, "", text, "", {}, std::move(act));
    action->setObjectName(name);
    action->setCheckable(true);
    group.addAction(action);
    return action;
}

void DeskMenus::makeFile()
{
    auto *menu = m_fileMenu = addNamed("fileMenu", tr("File"));
    addPress(*menu, "actImport", tr("Import CSV…"), "Ctrl+I", page::coupons, "couponsImport");
    addPress(*menu, "actExport", tr("Export CSV…"), "Ctrl+E", page::coupons, "couponsExport");
    connect(menu, &QMenu::aboutToShow, this, [this] { enablePresses(true); });
    menu->addSeparator();
    add(*menu, "actSettings", tr("Settings…"), "Ctrl+,", tr("Opens the page of the settings"),
        [this] { m_view.open(page::settings); });
    menu->addSeparator();
    m_quit = add(*menu, "actQuit", tr("Quit"), "Ctrl+Q", tr("Closes the window and ends the server in it"),
                 [this] { Q_EMIT quitAsked(); });
    m_quit->setMenuRole(QAction::QuitRole);
}

void DeskMenus::addAttach(std::function<void()> attach)
{
    auto *action =
        add(*m_fileMenu, "actAttach", tr("Attach to a running sale…"), "Ctrl+Shift+O",
            tr("Opens a window on a server that runs elsewhere; this one stays as it is"), std::move(attach));
    m_fileMenu->removeAction(action);
    m_fileMenu->insertAction(m_quit, action);
    m_fileMenu->insertSeparator(m_quit);
}

void DeskMenus::addOldBooks(std::function<void()> open)
{
    auto *action = add(*m_fileMenu, "actOldBook", tr("Open an old book…"), "",
                       tr("Opens a window on a sale that is over; this one stays as it is"), std::move(open));
    m_fileMenu->removeAction(action);
    m_fileMenu->insertAction(m_quit, action);
    m_fileMenu->insertSeparator(m_quit);
}

void DeskMenus::makeStock()
{
    auto *menu = addNamed("stockMenu", tr("Stock"));
    addPress(*menu, "actGenerate", tr("Generate %1").arg(Words::number(qint64(1000))), "Ctrl+G",
             page::dashboard, "generateButton", Keys::ShownFirst);
    addPress(*menu, "actGenerateOther", tr("Generate another count…"), "Ctrl+Shift+G", page::dashboard,
             "generateOther");
    addPress(*menu, "actPush", tr("Push inventory"), "Ctrl+P", page::dashboard, "pushButton",
             Keys::ShownFirst);
    menu->addSeparator();
    m_pause =
        addPress(*menu, "actPause", tr("Pause issuing"), "Ctrl+Shift+P", page::dashboard, "pauseButton");
    addPress(*menu, "actVoid", tr("Void unissued…"), "Ctrl+Shift+V", page::dashboard, "voidButton");
    menu->addSeparator();
    m_setTimes = add(*menu, "actTimes", tr("Set the times of the sale…"), "Ctrl+T",
                     tr("When the sale opens and when it closes"), [this] { m_view.saleClock().setTimes(); });
    m_openNow = add(*menu, "actOpenNow", tr("Open the sale now"), "", tr("Sets the opening to this moment"),
                    [this] { m_view.saleClock().openNow(); });
    m_closeNow = add(*menu, "actCloseNow", tr("Close the sale now"), "",
                     tr("Sets the end to this moment: nobody gets a coupon any more"),
                     [this] { m_view.saleClock().closeNow(); });
    menu->addSeparator();
    m_closeBooks = add(*menu, "actCloseBooks", tr("Close the books…"), "",
                       tr("Writes what remains of the sale into a folder, and has it checked"),
                       [this] { Q_EMIT closeBooksAsked(); });
    m_newSale = add(*menu, "actNewSale", tr("Start a new sale…"), "",
                    tr("Keeps this book under a name, and begins with an empty one"),
                    [this] { Q_EMIT newSaleAsked(); });
    menu->setToolTipsVisible(true);
    menu->addSeparator();
    addPress(*menu, "actStop", tr("Stop the work under way"), "Alt+X", page::dashboard, "cancelButton",
             Keys::OfPage);
    connect(menu, &QMenu::aboutToShow, this, [this] { enablePresses(true); });
}

void DeskMenus::makeCoupons()
{
    auto *menu = addNamed("couponsMenu", tr("Coupons"));
    addPress(*menu, "actAdd", tr("Add…"), "Ctrl+N", page::coupons, "couponsAdd");
    menu->addSeparator();
    addPress(*menu, "actBiography", tr("Biography"), "Ctrl+B", page::coupons, "couponsBiography",
             Keys::OfPage);
    addPress(*menu, "actEdit", tr("Edit code"), "F2", page::coupons, "couponsEdit", Keys::OfPage);
    addPress(*menu, "actCopy", tr("Copy code"), "Ctrl+C", page::coupons, "couponsCopy", Keys::OfPage);
    addPress(*menu, "actVoidSelected", tr("Void…"), "Del", page::coupons, "couponsVoid", Keys::OfPage);
    connect(menu, &QMenu::aboutToShow, this, [this] { enablePresses(true); });
}

void DeskMenus::makePageMenu()
{
    const auto isElsewhere = [this](const QPushButton &button) {
        return std::ranges::any_of(m_presses, [&](const Press &press) {
            return press.page == m_view.currentPage() && press.part == button.objectName();
        });
    };
    auto *menu = new PageMenu(m_view, isElsewhere, this);
    menu->setObjectName(QStringLiteral("pageMenu"));
    menu->setTitle(tr("Page"));
    addMenu(menu);
}

void DeskMenus::makePages(QMenu &menu)
{
    auto *group = new QActionGroup(this);
    int number = 0;
    for (const auto &[key, title] : m_view.pageTitles()) {
        auto *action = addChoice(menu, *group, QStringLiteral("actPage-") + key, title,
                                 [this, key = key] { m_view.open(key); });
        action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(++number)));
        action->setData(key);
        m_pages << action;
    }
}

void DeskMenus::makeLooks(QMenu &menu)
{
    // In both languages, for people who cannot read the present one.
    auto *languages = menu.addMenu(QString::fromUtf8("Language · 언어"));
    languages->setObjectName(QStringLiteral("languageMenu"));
    auto *group = new QActionGroup(this);
    const std::pair<const char *, QString> known[] = {
        {"", tr("As the system")}, {"ko", QString::fromUtf8("한국어")}, {"en", QStringLiteral("English")}};
    for (const auto &[code, name] : known) {
        const QString language = QLatin1String(code);
        auto *action = addChoice(*languages, *group, QStringLiteral("actLanguage-") + language, name,
                                 [this, language] { m_looks.setLanguage(language); });
        action->setData(language);
        m_choices << action;
    }
    auto *colours = menu.addMenu(tr("Colours"));
    colours->setObjectName(QStringLiteral("coloursMenu"));
    auto *themes = new QActionGroup(this);
    const std::pair<Looks::Theme, QString> all[] = {{Looks::Theme::System, tr("As the system")},
                                                    {Looks::Theme::Light, tr("Light")},
                                                    {Looks::Theme::Dark, tr("Dark")}};
    for (const auto &[theme, name] : all) {
        auto *action = addChoice(*colours, *themes, QStringLiteral("actColours-") + Looks::nameOf(theme),
                                 name, [this, theme = theme] { m_looks.setTheme(theme); });
        action->setData(QVariant::fromValue(int(theme)));
        m_choices << action;
    }
}

void DeskMenus::makeView()
{
    auto *menu = addNamed("viewMenu", tr("View"));
    makePages(*menu);
    menu->addSeparator();
    m_back = add(*menu, "actBack", tr("Back"), "Alt+Left", tr("To the page that this one was opened from"),
                 [this] { m_view.goBack(); });
    m_find = add(*menu, "actFind", tr("Find on this page"), "Ctrl+F", {}, [this] { find(); });
    m_global << m_find;
    m_refresh = add(*menu, "actRefresh", tr("Refresh"), "F5", tr("Looks at the database again"),
                    [this] { m_view.refresh(); });
    m_global << m_refresh;
    menu->addSeparator();
    makeLooks(*menu);
    m_notifies = add(*menu, "actNotifies", tr("Notifications"), "",
                     tr("Tells outside of the window when the stock is sold out, Redis is away, or the "
                        "numbers do not add up"),
                     [this] { m_looks.setNotifies(m_notifies->isChecked()); });
    m_notifies->setCheckable(true);
}

void DeskMenus::makeHelp()
{
    auto *menu = addNamed("helpMenu", tr("Help"));
    add(*menu, "actGuide", tr("Guide to this page"), "F1", tr("Opens the guide in the browser"),
        [this] { m_view.openGuide(); });
    add(*menu, "actKeys", tr("Keyboard shortcuts"), "Ctrl+F1", {},
        [this] { openDialog(new KeysDialog(keyGroups(*this, m_view), window())); });
    menu->addSeparator();
    add(*menu, "actAbout", tr("About Seonchak"), "", {}, [this] {
        openDialog(new AboutDialog(m_libraries ? m_libraries() : QList<UsedLibrary>(), window()));
    })->setMenuRole(QAction::AboutRole);
}

void DeskMenus::press(const Press &press)
{
    const bool wasOpen = m_view.currentPage() == press.page;
    if (!wasOpen)
        m_view.open(press.page);
    auto *made = m_view.pageOf(press.page);
    if (!made || !mayBePressed(*made, press.part))
        return; // The page is open now, and says why not.
    auto *button = made->findChild<QAbstractButton *>(press.part);
    if (button && press.shownFirst && !wasOpen)
        button->setFocus(Qt::ShortcutFocusReason);
    else if (button)
        button->click();
    else if (auto *action = made->findChild<QAction *>(press.part))
        action->trigger();
}

void DeskMenus::enablePresses(bool makePages)
{
    for (const Press &each : m_presses) {
        const auto *made = makePages ? m_view.pageOf(each.page) : m_view.madePage(each.page);
        each.action->setEnabled(!m_ending && (!made || mayBePressed(*made, each.part)));
    }
}

void DeskMenus::show(const Reading &reading)
{
    m_pause->setText(reading.status.paused ? tr("Resume issuing") : tr("Pause issuing"));
    enablePresses(false);
    enableTimes();
    if (reading.attachment)
        m_quit->setStatusTip(tr("Closes this window; the server goes on"));
}

void DeskMenus::showEnding()
{
    m_ending = true;
    enablePresses(false);
    enableTimes();
}

void DeskMenus::offerBooks(bool possible, const QString &whyNoNewSale)
{
    m_closeBooks->setVisible(possible);
    m_hasNewSale = whyNoNewSale.isEmpty();
    if (!m_hasNewSale) {
        m_newSale->setToolTip(whyNoNewSale);
        m_newSale->setStatusTip(whyNoNewSale);
    }
    enableTimes();
}

void DeskMenus::enableTimes()
{
    const SaleClockStrip &clock = m_view.saleClock();
    m_setTimes->setEnabled(!m_ending && clock.isEnabled());
    m_closeBooks->setEnabled(!m_ending);
    m_newSale->setEnabled(!m_ending && m_hasNewSale);
    m_openNow->setEnabled(!m_ending && clock.mayOpenNow());
    m_closeNow->setEnabled(!m_ending && clock.mayCloseNow());
}

void DeskMenus::followPage()
{
    for (auto *action : m_pages)
        action->setChecked(action->data().toString() == m_view.currentPage());
    m_back->setEnabled(m_view.hasWayBack());
    auto *page = m_view.madePage(m_view.currentPage());
    if (!page)
        return;
    // What comes by itself, as on the dashboard, needs none.
    m_refresh->setEnabled(page->metaObject()->indexOfMethod("refresh()") >= 0);
    QList<QKeySequence> own;
    for (const auto *button : page->findChildren<QAbstractButton *>())
        own << button->shortcut();
    for (const auto *action : page->findChildren<QAction *>())
        own << action->shortcuts();
    for (auto *action : m_global)
        action->setShortcutContext(own.contains(action->shortcut()) ? Qt::WidgetShortcut
                                                                    : Qt::WindowShortcut);
    // The menu calls the page's search, wherever in the window the keyboard is.
    const auto shortcuts = page->findChildren<QShortcut *>();
    bool finds = own.contains(m_find->shortcut());
    for (auto *shortcut : shortcuts) {
        if (isFind(*shortcut)) {
            shortcut->setEnabled(false);
            finds = true;
        }
    }
    m_find->setEnabled(finds);
}

void DeskMenus::find()
{
    const auto *page = m_view.madePage(m_view.currentPage());
    const auto shortcuts = page ? page->findChildren<QShortcut *>() : QList<QShortcut *>();
    for (auto *shortcut : shortcuts) {
        const auto *place = qobject_cast<QWidget *>(shortcut->parent());
        if (isFind(*shortcut) && place && place->isVisible()) {
            QMetaObject::invokeMethod(shortcut, "activated");
            return;
        }
    }
}

void DeskMenus::followLooks()
{
    for (auto *action : m_choices) {
        const QVariant choice = action->data();
        action->setChecked(choice.typeId() == QMetaType::QString ? choice.toString() == m_looks.language()
                                                                 : choice.toInt() == int(m_looks.theme()));
    }
    m_notifies->setChecked(m_looks.notifies());
}

void DeskMenus::openDialog(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace seonchak
