// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/page_menu.h"

#include "ui/desk/button_words.h"
#include "ui/desk/desk_view.h"
#include "ui/desk/pages.h"

#include <QPushButton>

namespace seonchak {

PageMenu::PageMenu(DeskView &view, std::function<bool(const QPushButton &)> isElsewhere, QWidget *parent)
    : QMenu(parent)
    , m_view(view)
    , m_isElsewhere(std::move(isElsewhere))
{
    connect(this, &QMenu::aboutToShow, this, &PageMenu::fill);
}

void PageMenu::fill()
{
    clear();
    auto *page = m_view.madePage(m_view.currentPage());
    const auto buttons = page ? page->findChildren<QPushButton *>() : QList<QPushButton *>();
    for (auto *button : buttons) {
        const bool shown = button->isVisibleTo(page) && button->window() == m_view.window();
        if (!shown || buttonwords::of(*button).isEmpty() || m_isElsewhere(*button))
            continue;
        auto *action = addAction(buttonwords::of(*button));
        action->setShortcutContext(Qt::WidgetShortcut); // The button has them.
        action->setShortcut(button->shortcut());
        action->setStatusTip(button->accessibleDescription());
        action->setEnabled(button->isEnabled());
        connect(action, &QAction::triggered, button, &QPushButton::click);
    }
    if (isEmpty())
        addAction(tr("Nothing else to do on this page"))->setEnabled(false);
}

} // namespace seonchak
