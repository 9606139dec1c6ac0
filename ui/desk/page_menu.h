// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

#include <functional>

class QPushButton;

namespace seonchak {

class DeskView;

/// The menu of whatever the page that is open offers: its buttons, in their order, made when the menu is
/// shown.
class PageMenu : public QMenu
{
    Q_OBJECT
public:
    /// The view must outlive it. `isElsewhere`: whether another menu has the button already.
    PageMenu(DeskView &view, std::function<bool(const QPushButton &)> isElsewhere, QWidget *parent);

private:
    void fill();

    DeskView &m_view;
    const std::function<bool(const QPushButton &)> m_isElsewhere;
};

} // namespace seonchak
