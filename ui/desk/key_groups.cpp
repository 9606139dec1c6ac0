// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/key_groups.h"

#include "ui/desk/button_words.h"
#include "ui/desk/desk_view.h"
#include "ui/desk/pages.h"

#include <QAbstractButton>
#include <QMenu>
#include <QMenuBar>

namespace seonchak {

QList<KeyGroup> keyGroups(const QMenuBar &menus, DeskView &view)
{
    QList<KeyGroup> groups;
    const auto addGroup = [&groups](const KeyGroup &group) {
        if (!group.rows.isEmpty())
            groups << group;
    };
    const auto keysOf = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    for (const auto *title : menus.actions()) {
        if (!title->menu() || title->menu()->objectName() == QLatin1String("pageMenu"))
            continue; // Its keys are the pages'.
        KeyGroup group{buttonwords::plain(title->text()), {}};
        for (const auto *action : title->menu()->actions()) {
            if (!action->shortcut().isEmpty())
                group.rows << qMakePair(buttonwords::plain(action->text()), keysOf(action->shortcut()));
        }
        addGroup(group);
    }
    for (const auto &[key, title] : view.pageTitles()) {
        KeyGroup group{title, {}};
        for (const auto *button : view.pageOf(key)->findChildren<QAbstractButton *>()) {
            if (!button->shortcut().isEmpty())
                group.rows << qMakePair(buttonwords::of(*button), keysOf(button->shortcut()));
        }
        addGroup(group);
    }
    return groups;
}

} // namespace seonchak
