// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/page_place.h"

#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

namespace seonchak {

PagePlace PagePlace::of(QWidget &page)
{
    PagePlace place;
    for (const auto *list : page.findChildren<QListWidget *>()) {
        if (!list->objectName().isEmpty())
            place.m_rows.insert(list->objectName(), list->currentRow());
    }
    for (const auto *area : page.findChildren<QScrollArea *>()) {
        if (!area->objectName().isEmpty())
            place.m_scrolled.insert(area->objectName(), area->verticalScrollBar()->value());
    }
    if (const auto *focus = page.focusWidget())
        place.m_focus = focus->objectName();
    return place;
}

void PagePlace::restore(QWidget &page) const
{
    for (auto *list : page.findChildren<QListWidget *>()) {
        if (const auto row = m_rows.constFind(list->objectName()); row != m_rows.constEnd())
            list->setCurrentRow(*row);
    }
    auto *focus = m_focus.isEmpty() ? nullptr : page.findChild<QWidget *>(m_focus);
    if (focus && focus->isVisibleTo(&page))
        focus->setFocus();
    QTimer::singleShot(0, &page, [place = *this, &page] {
        for (auto *area : page.findChildren<QScrollArea *>())
            area->verticalScrollBar()->setValue(place.m_scrolled.value(area->objectName()));
    });
}

} // namespace seonchak
