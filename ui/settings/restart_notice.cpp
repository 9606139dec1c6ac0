// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/restart_notice.h"

#include "ui/parts/action_button.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"

#include <QHBoxLayout>

namespace seonchak {

RestartNotice::RestartNotice(QWidget *parent)
    : Card(QStringLiteral("settingsRestartCard"), parent)
    , m_words(new ToneLabel(QStringLiteral("settingsRestartNote"), this))
    , m_restart(new ActionButton(QStringLiteral("settingsRestart"), tr("Restart &now"),
                                 QKeySequence(QStringLiteral("Alt+N")),
                                 tr("Ends this program in order and starts it again in the same way"),
                                 ActionButton::Weight::Quiet, this))
{
    m_words->setTone(theme::Tone::Waiting);
    m_words->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 10, 14, 10);
    row->setSpacing(12);
    row->addWidget(m_words, 1);
    row->addWidget(m_restart);
    connect(m_restart, &QPushButton::clicked, this, &RestartNotice::restartAsked);
    hide();
}

void RestartNotice::setWaiting(const QStringList &names)
{
    const QString list = names.join(QStringLiteral(", "));
    m_words->setText(names.size() == 1 ? tr("1 saved change takes effect after a restart: %1").arg(list)
                                       : tr("%1 saved changes take effect after a restart: %2")
                                             .arg(Words::number(qint64(names.size())), list));
    setVisible(!names.isEmpty());
}

} // namespace seonchak
