// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/sidebar.h"

#include "ui/desk/nav_button.h"
#include "ui/parts/theme.h"
#include "ui/parts/tone_label.h"

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

namespace seonchak {

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("sidebar"));
    setAccessibleName(tr("Pages"));
    m_layout->setContentsMargins(0, 10, 1, 10);
    m_layout->setSpacing(1);
    m_layout->addStretch(1);
}

void Sidebar::add(const QString &key, const QString &title)
{
    auto *button = new NavButton(key, title, this);
    m_group->addButton(button);
    m_layout->insertWidget(m_layout->count() - 1, button);
    const auto keys = QKeySequence(QStringLiteral("Ctrl+%1").arg(m_group->buttons().size()));
    button->setToolTip(plainToolTip(keys.toString(QKeySequence::NativeText)));
    connect(button, &NavButton::clicked, this, [this, key] { Q_EMIT chosen(key); });
}

void Sidebar::setCurrent(const QString &key)
{
    if (auto *button = findChild<NavButton *>(QStringLiteral("nav-") + key))
        button->setChecked(true);
}

void Sidebar::setCount(const QString &key, qint64 count)
{
    if (auto *button = findChild<NavButton *>(QStringLiteral("nav-") + key))
        button->setCount(count);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::card(palette()));
    painter.fillRect(width() - 1, 0, 1, height(), theme::edge(palette()));
}

} // namespace seonchak
