// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/doubts/doubt_model.h"
#include "ui/doubts/doubts_page.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/told_line.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"

#include <QStackedLayout>

/// What the page says of its list.
namespace seonchak {

void DoubtsPage::showState()
{
    const bool empty = m_model->doubts().isEmpty();
    const QString many = Words::number(qint64(m_newest.size()));
    m_count->setText(
        !m_known ? QString()
        : m_held
            ? tr("In doubt: %1 · the list stands still while rows are selected (Esc lets it go)").arg(many)
            : tr("In doubt: %1").arg(many));
    m_stack->setCurrentIndex(empty ? 0 : 1);
    if (empty)
        showNoRows();
    showLine(empty);
}

void DoubtsPage::showNoRows()
{
    using State = StatePanel::State;
    if (m_away)
        m_state->show(
            State::Disconnected, tr("The database does not answer"),
            tr("What is in doubt cannot be read now. It is kept; the list comes back by itself when "
               "the database light is green."));
    else if (m_silent)
        m_state->show(State::Disconnected, tr("Waiting for new numbers"),
                      tr("Redis or the database is slow. What is in doubt is kept; the list comes back by "
                         "itself."));
    else if (m_failed)
        m_state->show(State::Error, tr("The list could not be read"), Words::advice(m_error),
                      tr("Read again"));
    else if (!m_known)
        m_state->showLoading();
    else if (m_redisAway)
        m_state->show(
            State::Disconnected, tr("Redis does not answer"),
            tr("The database has no open doubt. What Redis has reserved cannot be read now; what became "
               "of it is seen when its light is green."));
    else
        m_state->show(State::Empty, tr("Nothing is in doubt"),
                      tr("When the store does not say whether it took a coupon, the coupon waits here. The "
                         "server asks again by itself; you can step in."));
}

void DoubtsPage::showLine(bool empty)
{
    if (!empty && !m_work->isAtWork() && m_away)
        say(theme::Tone::Waiting,
            tr("The list is the last one known: the database does not answer. Wait for its light."));
    else if (!empty && !m_work->isAtWork() && m_silent)
        say(theme::Tone::Waiting, tr("The list is the last one known. Waiting for new numbers."));
    else if (!empty && !m_work->isAtWork() && m_failed)
        say(theme::Tone::Waiting, tr("The list is the last one known. %1").arg(Words::advice(m_error)));
    else if (!empty && m_line->text().isEmpty())
        say(theme::Tone::Muted,
            tr("The store has not said whether it took these coupons. The server asks about each of them "
               "every %1. Select one to read what to do.")
                .arg(DoubtModel::age(m_model->period())));
    else if (m_line->tone() == theme::Tone::Waiting)
        say(theme::Tone::Muted, QString());
}

} // namespace seonchak
