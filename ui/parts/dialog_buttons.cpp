// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/dialog_buttons.h"

#include "ui/parts/action_button.h"

#include <QDialog>
#include <QHBoxLayout>

namespace seonchak {

DialogButtons::DialogButtons(const QString &name, const QString &verb, QDialog *dialog)
    : QWidget(dialog)
    , m_action(
          new ActionButton(name + QStringLiteral("Action"), verb, {}, {}, ActionButton::Weight::Main, this))
{
    m_action->setDefault(true);
    auto *cancel = new ActionButton(name + QStringLiteral("Cancel"), tr("Cancel"), {}, {},
                                    ActionButton::Weight::Quiet, this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->addStretch(1);
    layout->addWidget(cancel);
    layout->addWidget(m_action);
    connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    connect(m_action, &QPushButton::clicked, this, &DialogButtons::chosen);
}

/// Concerns the action button only; Cancel always stays enabled.
void DialogButtons::setPossible(bool possible)
{
    m_action->setEnabled(possible);
}

} // namespace seonchak
