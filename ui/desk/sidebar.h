// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace seonchak {

/// The list of pages at the left. The arrow keys move in it; Ctrl+1… is handled by the menu (DeskMenus).
class Sidebar : public QWidget
{
    Q_OBJECT
public:
    explicit Sidebar(QWidget *parent = nullptr);
    /// Adds a page below the others; its button is called `nav-<key>`.
    void add(const QString &key, const QString &title);
    void setCurrent(const QString &key);
    /// The number behind a page's title; 0: none; negative: unknown.
    void setCount(const QString &key, qint64 count);

Q_SIGNALS:
    void chosen(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    QVBoxLayout *m_layout;
};

} // namespace seonchak
