// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the menus follow the window: what may be done now, and which page owns which keys.
#include "ui/desk/desk_menus.h"
#include "ui/desk/desk_view.h"
#include "ui/desk/looks.h"
#include "ui/desk/pages.h"
#include "ui/desk/sale_clock_strip.h"
#include "ui/port/pulse.h"

#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>

namespace seonchak {

namespace {

/// "생성(&G)" and "&Generate" without their letters.
QString plainWords(QString text)
{
    static const QRegularExpression letter(QStringLiteral("\\s*\\(&\\w\\)"));
    return text.remove(letter).remove(QLatin1Char('&'));
}

QString wordsOf(const QAbstractButton &button)
{
    const QString words = plainWords(button.text());
    static const QRegularExpression sign(QStringLiteral("^\\W*$"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    return sign.match(words).hasMatch() ? button.accessibleName() : words;
}

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

/// Whatever the page that is open offers: its buttons, in their order.
bool DeskMenus::isInOtherMenu(const QPushButton &button) const
{
    return std::ranges::any_of(m_presses, [&](const Press &press) {
        return press.page == m_view.currentPage() && press.part == button.objectName();
    });
}

void DeskMenus::fillPage(QMenu &menu)
{
    menu.clear();
    auto *page = m_view.madePage(m_view.currentPage());
    const auto buttons = page ? page->findChildren<QPushButton *>() : QList<QPushButton *>();
    for (auto *button : buttons) {
        const bool shown = button->isVisibleTo(page) && button->window() == window();
        if (!shown || wordsOf(*button).isEmpty() || isInOtherMenu(*button))
            continue;
        auto *action = menu.addAction(wordsOf(*button));
        action->setShortcutContext(Qt::WidgetShortcut); // The button has them.
        action->setShortcut(button->shortcut());
        action->setStatusTip(button->accessibleDescription());
        action->setEnabled(button->isEnabled());
        connect(action, &QAction::triggered, button, &QPushButton::click);
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nothing else to do on this page"))->setEnabled(false);
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

QList<KeyGroup> DeskMenus::keys()
{
    QList<KeyGroup> groups;
    const auto addGroup = [&groups](const KeyGroup &group) {
        if (!group.rows.isEmpty())
            groups << group;
    };
    const auto keysOf = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    for (const auto *title : actions()) {
        if (!title->menu() || title->menu()->objectName() == QLatin1String("pageMenu"))
            continue; // Its keys are the pages'.
        KeyGroup group{plainWords(title->text()), {}};
        for (const auto *action : title->menu()->actions()) {
            if (!action->shortcut().isEmpty())
                group.rows << qMakePair(plainWords(action->text()), keysOf(action->shortcut()));
        }
        addGroup(group);
    }
    for (const auto &[key, title] : m_view.pageTitles()) {
        KeyGroup group{title, {}};
        for (const auto *button : m_view.pageOf(key)->findChildren<QAbstractButton *>()) {
            if (!button->shortcut().isEmpty())
                group.rows << qMakePair(wordsOf(*button), keysOf(button->shortcut()));
        }
        addGroup(group);
    }
    return groups;
}

void DeskMenus::openDialog(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace seonchak
