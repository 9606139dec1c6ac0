// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/back_strip.h"

#include "ui/parts/action_button.h"

#include <QHBoxLayout>
#include <QShortcut>

namespace seonchak {

BackStrip::BackStrip(QWidget *parent)
    : QWidget(parent)
    , m_button(new ActionButton(QStringLiteral("backButton"), {}, {},
                                tr("Back to where this was opened (Esc, Alt+Left, the mouse's back button)"),
                                ActionButton::Weight::Quiet, this))
{
    setObjectName(QStringLiteral("backStrip"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 0);
    layout->addWidget(m_button);
    layout->addStretch(1);
    connect(m_button, &ActionButton::clicked, this, &BackStrip::backAsked);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(escape, &QShortcut::activated, this, &BackStrip::backAsked);
    hide();
}

void BackStrip::lead(const QString &where)
{
    m_button->setWords(tr("← %1").arg(QString(where).replace(QLatin1Char('&'), QStringLiteral("&&"))));
    setVisible(!where.isEmpty());
}

} // namespace seonchak
