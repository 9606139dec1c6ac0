// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/tile.h"

#include <QVBoxLayout>

namespace seonchak {

Tile::Tile(const QString &name, const QString &title, QWidget *parent)
    : Card(name + QStringLiteral("Tile"), parent)
    , m_number(new FitLabel(name + QStringLiteral("Number"), this))
    , m_hint(new ToneLabel(name + QStringLiteral("Hint"), this))
{
    auto *heading = new ToneLabel(name + QStringLiteral("Title"), this);
    heading->setText(title);
    heading->setTone(theme::Tone::Muted);
    m_hint->setTone(theme::Tone::Muted);
    m_hint->setScale(0.92);
    m_number->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_number->setAccessibleDescription(title);
    m_number->setText(QStringLiteral("–"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(4);
    layout->addWidget(heading);
    layout->addWidget(m_number, 1);
    layout->addWidget(m_hint);
}

void Tile::show(const QString &number, theme::Tone tone, const QString &hint)
{
    m_number->setText(number);
    m_number->setTone(tone);
    m_hint->setText(hint);
}

} // namespace seonchak
