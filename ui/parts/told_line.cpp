// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/told_line.h"

#include "core/async/clock.h"
#include "ui/parts/moment.h"
#include "ui/parts/tone_label.h"

#include <QEvent>

namespace seonchak {

namespace {
constexpr int lookMs = 1000;
constexpr qint64 nsPerMs = 1'000'000;
} // namespace

ToldLine::ToldLine(ToneLabel &label, const Clock &clock, QWidget &page)
    : QObject(&page)
    , m_label(label)
    , m_clock(clock)
    , m_timer(this)
{
    m_timer.setInterval(lookMs);
    connect(&m_timer, &QTimer::timeout, this, &ToldLine::look);
    page.installEventFilter(this);
}

void ToldLine::tell(theme::Tone tone, const QString &sentence, const QString &detail)
{
    m_label.tell(tone, QStringLiteral("%1 · %2").arg(moment::second(m_clock.wallMs()), sentence), detail);
    m_lasts = tone == theme::Tone::Bad ? failedMs : fineMs;
    m_seenNs.reset();
    m_timer.start();
    look();
}

void ToldLine::show(theme::Tone tone, const QString &sentence, const QString &detail)
{
    m_lasts = 0;
    m_timer.stop();
    m_label.tell(tone, sentence, detail);
}

void ToldLine::forget()
{
    if (m_lasts == 0)
        return;
    show(theme::Tone::Muted, {});
    Q_EMIT left();
}

/// A result shown while the page was hidden is kept until it is visible.
void ToldLine::look()
{
    if (!m_seenNs && m_label.isVisible())
        m_seenNs = m_clock.steadyNs();
    if (m_seenNs && m_clock.steadyNs() - *m_seenNs >= m_lasts * nsPerMs)
        forget();
}

/// A window that is only minimised is not left.
bool ToldLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide && !event->spontaneous())
        forget();
    return QObject::eventFilter(watched, event);
}

} // namespace seonchak
