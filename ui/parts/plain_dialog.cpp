// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/plain_dialog.h"

#include "ui/parts/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace seonchak {

PlainDialog::PlainDialog(QWidget *parent, Ground ground)
    : QDialog(parent)
    , m_ground(ground)
{
}

void PlainDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_ground == Ground::Card ? theme::card(palette()) : theme::desk(palette()));
}

QVBoxLayout *PlainDialog::makeLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 18);
    return layout;
}

} // namespace seonchak
