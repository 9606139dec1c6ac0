// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/closing.h"

#include "ui/dashboard/dashboard_memory.h"
#include "ui/desk/desk_window.h"
#include "ui/lab/lab.h"
#include "ui/parts/asker.h"
#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/pulse.h"
#include "ui/settings/settings_page.h"

#include <algorithm>

namespace seonchak {

Closing::Closing(const DeskParts &parts, const DashboardMemory &memory, const Pulse &pulse, QWidget &window)
    : QObject(&window)
    , m_parts(parts)
    , m_memory(memory)
    , m_pulse(pulse)
    , m_window(window)
{
}

void Closing::begin(Then then)
{
    if (m_asking)
        return;
    if (m_pausing) {
        ++m_pauses; // From here on the answer to this question decides, not the late one about the pause.
        return askWithoutPause(
            tr("Issuing is not paused yet"),
            tr("The database has not confirmed the pause. Wait a moment, or close as it is."));
    }
    m_then = then; // Not while pausing: the action after the pause is already chosen.
    const QStringList cutOff = underWay();
    const bool endsServer = !m_parts.port.attachment();
    if (cutOff.isEmpty() && !(endsServer && m_parts.port.sale().live))
        Q_EMIT agreed();
    else
        ask(cutOff);
}

QStringList Closing::underWay() const
{
    QStringList sentences;
    const bool labWorks = m_parts.lab && m_parts.lab->isAtWork();
    if (m_parts.port.attachment()) // The server keeps running.
        return labWorks ? QStringList(tr("The lab is at work.")) : sentences;
    for (const StockWork *work : m_memory.works) {
        if (work->state().atWork)
            sentences << work->state().sentence;
    }
    sentences << m_memory.underWay.sentences();
    if (labWorks)
        sentences << tr("The lab is at work.");
    if (const double rate = m_pulse.last().requestsPerSecond; rate > 0 && m_pulse.last().isHeard())
        sentences << tr("Coupons are being asked for, %1 requests a second.")
                         .arg(Words::number(std::max<qint64>(1, qRound64(rate))));
    if (hasUnsavedSettings())
        sentences << tr("Settings are changed and not saved.");
    return sentences;
}

/// They are in the page, or in what a page left that was not made again yet.
bool Closing::hasUnsavedSettings() const
{
    if (const auto *page = m_window.findChild<SettingsPage *>())
        return page->hasChanges();
    const SettingsPort *settings = m_parts.settings;
    return settings && !(settings->draft.typed.isEmpty() && settings->draft.forgotten.isEmpty());
}

/// A sale that is closed or paused has nothing to pause.
bool Closing::canPause() const
{
    const Status &status = m_pulse.last().status;
    return !status.paused && status.sale.state != SaleView::State::Closed;
}

QString Closing::liveWords(const SaleSign &sale) const
{
    if (!canPause())
        return (m_then == Then::Restart
                    ? tr("This is the real sale “%1”. A restart ends its server: who asks cannot connect, "
                         "until it serves again.")
                    : tr("This is the real sale “%1”. Closing ends its server: who asks cannot connect."))
            .arg(sale.name);
    const QString words =
        m_then == Then::Restart
            ? tr("This is the real sale “%1”. A restart ends its server: nobody gets a coupon, and who asks "
                 "cannot connect, until it serves again. After a pause the sale stays paused, until it is "
                 "resumed.")
            : tr("This is the real sale “%1”. Closing ends its server: from then on nobody gets a coupon "
                 "from it, and who asks cannot connect. After a pause the sale stays paused at the next "
                 "start, until it is resumed.");
    return words.arg(sale.name);
}

void Closing::ask(const QStringList &cutOff)
{
    const bool endsServer = !m_parts.port.attachment();
    const SaleSign sale = endsServer ? m_parts.port.sale() : SaleSign();
    QStringList lines;
    if (sale.live)
        lines << liveWords(sale);
    if (!cutOff.isEmpty())
        lines << tr("This is under way and would be cut off; what is done by then stays:") << cutOff;
    Question question;
    const bool restart = m_then == Then::Restart;
    question.title = restart ? tr("Restart Seonchak?") : tr("Close Seonchak?");
    question.consequence = lines.join(QLatin1Char('\n'));
    question.action = restart ? tr("Restart") : tr("Close");
    if (endsServer && canPause())
        question.milder = restart ? tr("Pause and restart") : tr("Pause and close");
    question.cancel = tr("Stay");
    question.typed = sale.typed();
    m_asking = true;
    const QPointer<Closing> self(this);
    m_parts.asker.choose(&m_window, question, [self](Decision decision) {
        if (!self)
            return;
        self->m_asking = false;
        if (decision == Decision::Milder)
            pauseAndClose(self, self->m_parts.port, ++self->m_pauses);
        else if (decision == Decision::Yes)
            Q_EMIT self->agreed();
    });
}

QCoro::Task<> Closing::pauseAndClose(QPointer<Closing> self, DeskPort &port, int number)
{
    self->m_pausing = true;
    auto task = port.setPaused(true);
    const auto result = co_await task;
    // A late answer must not override a decision made meanwhile.
    if (!self || !self->m_pausing || self->m_pauses != number)
        co_return;
    self->m_pausing = false;
    if (result)
        Q_EMIT self->agreed();
    else
        self->askWithoutPause(tr("Issuing was not paused"), Words::advice(result.error()));
}

void Closing::askWithoutPause(const QString &title, const QString &consequence)
{
    Question question;
    question.title = title;
    question.consequence = consequence;
    question.action = m_then == Then::Restart ? tr("Restart without a pause") : tr("Close without a pause");
    question.cancel = tr("Stay");
    m_asking = true;
    const QPointer<Closing> self(this);
    m_parts.asker.ask(&m_window, question, [self](bool yes) {
        if (!self)
            return;
        self->m_asking = self->m_pausing = false;
        if (yes)
            Q_EMIT self->agreed();
    });
}

} // namespace seonchak
