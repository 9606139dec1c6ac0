// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QList>
#include <QMenu>

class QAbstractButton;
class QHeaderView;

namespace seonchak {

/// The context menu of the selected coupons. Destroyed when it closes. Entries that have a button on the page
/// press it, so both do the same.
class CouponMenu : public QMenu
{
    Q_OBJECT
public:
    struct Buttons
    {
        QAbstractButton *biography;
        QAbstractButton *edit;
        QAbstractButton *copy;
        QAbstractButton *voids;
    };
    /// `header` knows the sort columns. Both must outlive it.
    CouponMenu(const QList<Coupon> &chosen, const Buttons &buttons, QHeaderView &header, QWidget *parent);

Q_SIGNALS:
    void copyRowsAsked();
    void copyUsersAsked();
    void userAsked(qint64 user);

private:
    QAction *add(const char *name, const QString &text, const char *keys = nullptr);
    void addPressing(const char *name, const QString &text, QAbstractButton &button);
    void addSorting(QHeaderView &header);
};

} // namespace seonchak
