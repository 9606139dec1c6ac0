// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/stock_panel.h"

#include "ui/dashboard/stock_work.h"
#include "ui/parts/action_button.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"
#include "ui/port/pulse.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

#include <limits>

namespace seonchak {

namespace {
/// A progress bar counts in int.
int barValue(qint64 value)
{
    return int(std::min<qint64>(value, std::numeric_limits<int>::max()));
}
} // namespace

StockPanel::StockPanel(DeskPort &port, QWidget *parent)
    : Card(QStringLiteral("stockPanel"), parent)
    , m_work(new StockWork(port, this))
    , m_generate(new ActionButton(
          QStringLiteral("generateButton"), tr("&Generate %1").arg(Words::number(couponsPerClick)),
          QKeySequence(QStringLiteral("Alt+G")), tr("Makes new coupons, which wait to be pushed"),
          ActionButton::Weight::Main, this))
    , m_push(new ActionButton(
          QStringLiteral("pushButton"), tr("&Push inventory"), QKeySequence(QStringLiteral("Alt+P")),
          tr("Puts every waiting coupon into the stock in Redis"), ActionButton::Weight::Main, this))
    , m_waiting(new ToneLabel(QStringLiteral("waitingLabel"), this))
    , m_progress(new QProgressBar(this))
    , m_line(new ToneLabel(QStringLiteral("statusLine"), this))
{
    m_progress->setObjectName(QStringLiteral("workProgress"));
    layOut();
    m_line->setText(tr("Generate coupons, then push them into the stock."));
    connect(m_generate, &ActionButton::clicked, m_work, [this] { m_work->generate(couponsPerClick); });
    connect(m_push, &ActionButton::clicked, m_work, [this] { m_work->push(m_staged); });
    connect(m_work, &StockWork::started, this, &StockPanel::showStarted);
    connect(m_work, &StockWork::progressed, this, &StockPanel::showProgress);
    connect(m_work, &StockWork::ended, this, &StockPanel::showEnd);
}

void StockPanel::layOut()
{
    m_waiting->setTone(theme::Tone::Muted);
    m_line->setTone(theme::Tone::Muted);
    m_line->setWordWrap(true);
    m_line->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_line->setMinimumHeight(m_line->fontMetrics().lineSpacing() * 2 + 4);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    auto kept = m_progress->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // Nothing jumps when it comes and goes.
    m_progress->setSizePolicy(kept);
    m_progress->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_generate);
    row->addWidget(m_push);
    row->addStretch(1);
    row->addWidget(m_waiting);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 10);
    layout->setSpacing(10);
    layout->addLayout(row);
    layout->addWidget(m_progress);
    layout->addWidget(m_line, 1);
}

void StockPanel::show(const Reading &reading)
{
    m_staged = reading.status.stock.staged;
    m_waiting->setText(reading.answered ? tr("Waiting to be pushed: %1").arg(Words::number(m_staged))
                                        : QString());
}

void StockPanel::takeFocus()
{
    m_generate->setFocus();
}

void StockPanel::enableButtons(bool on)
{
    m_generate->setEnabled(on && !m_ending);
    m_push->setEnabled(on && !m_ending);
}

void StockPanel::showStarted(const QString &sentence, qint64 total)
{
    m_focusBefore = window()->focusWidget();
    enableButtons(false);
    m_focusMeanwhile = window()->focusWidget();
    m_line->setTone(theme::Tone::Plain);
    m_line->setText(sentence);
    m_line->setToolTip(QString());
    m_progress->setRange(0, barValue(total)); // 0 of 0: at work, nobody knows how long
    m_progress->setValue(0);
    m_progress->show();
}

void StockPanel::showProgress(qint64 done)
{
    // The number that was waiting may have grown since it was read.
    if (m_progress->maximum() > 0 && done > m_progress->maximum())
        m_progress->setMaximum(barValue(done));
    m_progress->setValue(barValue(done));
}

void StockPanel::showEnd(bool fine, const QString &sentence, const QString &detail)
{
    m_progress->hide();
    enableButtons(true);
    if (m_ending)
        return;
    if (m_focusBefore && m_focusMeanwhile == window()->focusWidget())
        m_focusBefore->setFocus();
    m_line->setTone(fine ? theme::Tone::Plain : theme::Tone::Bad);
    m_line->setText(sentence);
    m_line->setToolTip(plainToolTip(detail));
}

void StockPanel::showEnding()
{
    m_ending = true;
    enableButtons(false);
    m_line->setTone(theme::Tone::Plain);
    m_line->setText(tr("Ending: what is under way is being finished."));
}

} // namespace seonchak
