// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/coupon_menu.h"

#include "ui/parts/words.h"

#include <QAbstractButton>
#include <QActionGroup>
#include <QHeaderView>

#include <algorithm>

namespace seonchak {

CouponMenu::CouponMenu(const QList<Coupon> &chosen, const Buttons &buttons, QHeaderView &header,
                       QWidget *parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("couponMenu"));
    setAttribute(Qt::WA_DeleteOnClose);
    const bool many = chosen.size() > 1;
    const QString number = Words::number(qint64(chosen.size()));
    const auto hasUser = [](const Coupon &coupon) { return coupon.userId.has_value(); };
    const bool users = std::ranges::any_of(chosen, hasUser);
    addPressing("menuBiography", tr("Open its biography"), *buttons.biography);
    auto *user = add("menuUser", tr("Look up its user"));
    user->setEnabled(!many && users);
    if (user->isEnabled())
        connect(user, &QAction::triggered, this,
                [this, asked = *chosen.first().userId] { Q_EMIT userAsked(asked); });
    addSeparator();
    addPressing("menuEdit", tr("Edit code"), *buttons.edit);
    addPressing("menuCopy", many ? tr("Copy %1 codes").arg(number) : tr("Copy code"), *buttons.copy);
    auto *rows = add("menuCopyRows", many ? tr("Copy %1 rows").arg(number) : tr("Copy row"));
    rows->setEnabled(!chosen.isEmpty());
    connect(rows, &QAction::triggered, this, &CouponMenu::copyRowsAsked);
    auto *ids = add("menuCopyUsers", many ? tr("Copy user IDs") : tr("Copy user ID"));
    ids->setEnabled(users);
    connect(ids, &QAction::triggered, this, &CouponMenu::copyUsersAsked);
    addSeparator();
    addPressing("menuVoid", many ? tr("Void %1 coupons…").arg(number) : tr("Void…"), *buttons.voids);
    addSeparator();
    addSorting(header);
}

QAction *CouponMenu::add(const char *name, const QString &text, const char *keys)
{
    // Shown, and not bound: the page's buttons have the keys.
    const QString shown =
        keys ? text + QLatin1Char('\t') + QKeySequence(QLatin1String(keys)).toString(QKeySequence::NativeText)
             : text;
    auto *action = addAction(shown);
    action->setObjectName(QLatin1String(name));
    return action;
}

void CouponMenu::addPressing(const char *name, const QString &text, QAbstractButton &button)
{
    const QByteArray keys = button.shortcut().toString(QKeySequence::PortableText).toLatin1();
    auto *action = add(name, text, keys.isEmpty() ? nullptr : keys.constData());
    action->setEnabled(button.isEnabled());
    connect(action, &QAction::triggered, &button, &QAbstractButton::click);
}

void CouponMenu::addSorting(QHeaderView &header)
{
    auto *menu = addMenu(tr("Sort by"));
    menu->setObjectName(QStringLiteral("menuSort"));
    auto *columns = new QActionGroup(menu);
    const auto *model = header.model();
    for (int column = 0; column < header.count(); ++column) {
        auto *action = menu->addAction(model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(column == header.sortIndicatorSection());
        columns->addAction(action);
        connect(action, &QAction::triggered, &header,
                [&header, column] { header.setSortIndicator(column, header.sortIndicatorOrder()); });
    }
    menu->addSeparator();
    auto *directions = new QActionGroup(menu);
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        auto *action = menu->addAction(order == Qt::AscendingOrder ? tr("Ascending") : tr("Descending"));
        action->setCheckable(true);
        action->setChecked(order == header.sortIndicatorOrder());
        directions->addAction(action);
        connect(action, &QAction::triggered, &header,
                [&header, order] { header.setSortIndicator(header.sortIndicatorSection(), order); });
    }
}

} // namespace seonchak
