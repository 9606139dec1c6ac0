// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/sale_clock_strip.h"

#include "core/coupon/utc_text.h"
#include "ui/desk/sale_times_dialog.h"
#include "ui/desk/sale_times_words.h"
#include "ui/parts/action_button.h"
#include "ui/parts/asker.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"
#include "ui/port/opening_guard.h"

#include <QHBoxLayout>
#include <QPainter>

namespace seonchak {

using State = SaleView::State;
using Weight = ActionButton::Weight;
using theme::Tone;

namespace {

constexpr int tickMs = 200; ///< a second is never shown longer than this beyond its end
constexpr WallMs toldMs = 10'000;
constexpr WallMs failureToldMs = 600'000;

} // namespace

SaleClockStrip::SaleClockStrip(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_line(new ToneLabel(QStringLiteral("timesLine"), this))
    , m_preflight(new ToneLabel(QStringLiteral("timesPreflight"), this))
    , m_told(new ToneLabel(QStringLiteral("timesTold"), this))
    , m_open(new ActionButton(QStringLiteral("timesOpenNow"), tr("Open now"), {},
                              tr("Sets the opening to this moment"), Weight::Quiet, this))
    , m_close(new ActionButton(QStringLiteral("timesCloseNow"), tr("Close now"), {},
                               tr("Sets the end to this moment: nobody gets a coupon any more"),
                               Weight::Quiet, this))
    , m_reopen(new ActionButton(QStringLiteral("timesReopen"), tr("Reopen"), {},
                                tr("Takes the end away: coupons are issued again at once"), Weight::Quiet,
                                this))
    , m_set(new ActionButton(QStringLiteral("timesSet"), tr("Set the times…"), {},
                             tr("When the sale opens and when it closes"), Weight::Quiet, this))
{
    setObjectName(QStringLiteral("saleClock"));
    layOut();
    connect(m_open, &QPushButton::clicked, this, &SaleClockStrip::openNow);
    connect(m_close, &QPushButton::clicked, this, &SaleClockStrip::closeNow);
    connect(m_reopen, &QPushButton::clicked, this, &SaleClockStrip::reopen);
    connect(m_set, &QPushButton::clicked, this, &SaleClockStrip::setTimes);
    connect(&m_second, &QTimer::timeout, this, &SaleClockStrip::showTime);
    m_second.setInterval(tickMs);
    hide();
}

void SaleClockStrip::layOut()
{
    m_line->setScale(1.0, true);
    m_line->setWordWrap(true);
    for (auto *label : {m_preflight, m_told}) {
        label->setWordWrap(true);
        label->hide();
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_line);
    words->addWidget(m_preflight);
    words->addWidget(m_told);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 6, 16, 6);
    row->setSpacing(10);
    row->addLayout(words, 1);
    for (auto *button : {m_open, m_close, m_reopen, m_set})
        row->addWidget(button);
}

WallMs SaleClockStrip::now() const
{
    return m_context.clock.wallMs() + m_status.sale.offsetMs;
}

bool SaleClockStrip::mayOpenNow() const
{
    const SaleTimes times{0, m_status.sale.opensAt, m_status.sale.closesAt};
    return m_known && !m_atWork && isEnabled() && times.stageAt(now()) == SaleTimes::Stage::Before;
}

/// Not before the sale has opened: until then its times can be removed instead.
bool SaleClockStrip::mayCloseNow() const
{
    const State state = m_status.sale.state;
    return m_known && !m_atWork && isEnabled() &&
           (state == State::Open || state == State::Paused || state == State::SoldOut);
}

bool SaleClockStrip::mayReopen() const
{
    return m_known && !m_atWork && isEnabled() && m_status.sale.state == State::Closed;
}

bool SaleClockStrip::isToBeSeen() const
{
    return m_known && (!SaleTimesWords::line(m_status, now()).isEmpty() || m_toldAt > 0);
}

void SaleClockStrip::show(const Reading &reading)
{
    if (!reading.answered)
        return;
    m_known = true;
    m_status = reading.status;
    m_status.stockKnown = reading.isCurrent();
    showTime();
    Q_EMIT changed();
}

Tone SaleClockStrip::toneOf() const
{
    switch (m_status.sale.state) {
    case State::Planned:
        return m_status.stockKnown && m_status.stock.available == 0 ? Tone::Waiting : Tone::Good;
    case State::Open:
    case State::SoldOut:
        return Tone::Good;
    case State::Paused:
        return Tone::Waiting;
    case State::Preparing:
        return m_status.sale.opensAt > 0 ? Tone::Bad : Tone::Stale;
    case State::Closed:
        break;
    }
    return Tone::Stale;
}

void SaleClockStrip::showTime()
{
    const WallMs at = m_context.clock.wallMs();
    if (m_toldAt > 0 && at - m_toldAt > (m_failed ? failureToldMs : toldMs)) {
        m_toldAt = 0;
        m_told->hide();
    }
    const bool seen = isToBeSeen();
    if (seen != m_second.isActive())
        seen ? m_second.start() : m_second.stop();
    if (const QString line = SaleTimesWords::line(m_status, now()); line != m_line->text())
        m_line->setText(line);
    m_line->setVisible(!m_line->text().isEmpty());
    m_preflight->setVisible(!m_preflight->text().isEmpty() && m_status.sale.state == State::Planned);
    m_open->setVisible(mayOpenNow());
    m_reopen->setVisible(mayReopen());
    m_close->setVisible(mayCloseNow() && m_status.sale.closesAt > 0);
    m_set->setEnabled(m_known && !m_atWork);
    setVisible(seen);
    update();
}

void SaleClockStrip::openNow()
{
    if (mayOpenNow())
        guard({.opensAt = SaleTimesChange::atOnce, .closesAt = {}});
}

void SaleClockStrip::closeNow()
{
    if (mayCloseNow())
        ask({.opensAt = {}, .closesAt = SaleTimesChange::atOnce});
}

void SaleClockStrip::reopen()
{
    if (mayReopen())
        ask({.opensAt = {}, .closesAt = 0});
}

void SaleClockStrip::setTimes()
{
    if (!m_known || m_atWork || !isEnabled())
        return;
    auto *dialog = new SaleTimesDialog(m_status.sale, m_context.clock, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SaleTimesDialog::chosen, this, &SaleClockStrip::guard);
    dialog->open();
}

/// An opening of the real sale has its surroundings examined first.
void SaleClockStrip::guard(const SaleTimesChange &change)
{
    if (!m_context.guard || change.opensAt.value_or(0) == 0)
        return ask(change);
    const QString act =
        change.opensAt == SaleTimesChange::atOnce
            ? QStringLiteral("before opening at once")
            : QStringLiteral("before opening at %1").arg(QString::fromLatin1(utcText(*change.opensAt)));
    m_context.guard->ask(
        window(), act,
        [self = QPointer(this), change] {
            if (self)
                self->ask(change);
        },
        [self = QPointer(this)] {
            if (self)
                self->tell(Tone::Plain, tr("The times were not changed."));
        });
}

void SaleClockStrip::showPreflight(const QString &line, Tone tone)
{
    m_preflight->setTone(tone);
    m_preflight->setText(line);
    m_preflight->setVisible(!line.isEmpty() && m_status.sale.state == State::Planned);
}

void SaleClockStrip::ask(const SaleTimesChange &change)
{
    const SaleSign sale = m_context.port.sale();
    const bool ending = SaleTimesWords::isEnding(change, m_status, now());
    if (!sale.live && !ending)
        return begin(change);
    Question question;
    question.title = change.closesAt == SaleTimesChange::atOnce  ? tr("Close the sale now?")
                     : change.opensAt == SaleTimesChange::atOnce ? tr("Open the sale now?")
                                                                 : tr("Set the times of the sale?");
    question.consequence = SaleTimesWords::consequence(change, m_status, now());
    question.action = change.closesAt == SaleTimesChange::atOnce  ? tr("Close now")
                      : change.opensAt == SaleTimesChange::atOnce ? tr("Open now")
                                                                  : tr("Set the times");
    question.destructive = ending;
    if (ending)
        question.typed = sale.typed();
    m_context.asker.ask(window(), question, [self = QPointer(this), change](bool yes) {
        if (self && yes)
            self->begin(change);
        else if (self)
            self->tell(Tone::Plain, tr("The times were not changed."));
    });
}

void SaleClockStrip::begin(const SaleTimesChange &change)
{
    if (std::exchange(m_atWork, true))
        return;
    showTime();
    run(this, m_context.port, change);
}

QCoro::Task<> SaleClockStrip::run(QPointer<SaleClockStrip> self, DeskPort &port, SaleTimesChange change)
{
    auto task = port.setTimes(change);
    const auto times = co_await task;
    if (self)
        self->end(times);
}

void SaleClockStrip::end(const Result<SaleTimes> &times)
{
    m_atWork = false;
    if (times) {
        m_status.sale.opensAt = times->opensAt;
        m_status.sale.closesAt = times->closesAt;
        return tell(Tone::Plain, tr("Set: %1.").arg(SaleTimesWords::told(*times, now())));
    }
    qWarning("the times of the sale were not set: %s", qUtf8Printable(times.error().detail));
    tell(Tone::Bad,
         times.error().trouble == Trouble::BadInput
             ? tr("The times were not set: the end has to be later than the opening, and not over.")
             : tr("The times were not set. %1").arg(Words::advice(times.error())));
}

void SaleClockStrip::tell(Tone tone, const QString &sentence)
{
    m_toldAt = m_context.clock.wallMs();
    m_failed = tone == Tone::Bad;
    m_told->setTone(tone);
    m_told->setText(sentence);
    m_told->show();
    showTime();
    Q_EMIT changed();
}

void SaleClockStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor fill = theme::colour(palette(), toneOf());
    fill.setAlpha(18);
    painter.fillRect(rect(), fill);
    fill.setAlpha(255);
    painter.fillRect(QRect(0, 0, 4, height()), fill);
}

} // namespace seonchak
