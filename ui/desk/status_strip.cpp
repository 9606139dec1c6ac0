// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/status_strip.h"

#include "ui/dashboard/dashboard_memory.h"
#include "ui/dashboard/sale_state_words.h"
#include "ui/desk/cut_line.h"
#include "ui/desk/looks.h"
#include "ui/parts/moment.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"
#include "ui/port/pulse.h"

#include <QApplication>
#include <QLocale>
#include <QToolButton>

namespace seonchak {

StatusStrip::StatusStrip(Looks &looks, const DashboardMemory &memory, const Clock &clock, QWidget *parent)
    : QStatusBar(parent)
    , m_looks(looks)
    , m_memory(memory)
    , m_clock(clock)
    , m_line(new CutLine(QStringLiteral("statusStripLine"), this))
    , m_colours(switchButton("coloursButton", {}, tr("Switches between light and dark colours")))
{
    setObjectName(QStringLiteral("statusStrip"));
    setSizeGripEnabled(false);
    // The other language by its own name, for people who cannot read the present one.
    const bool korean = QLocale().language() == QLocale::Korean;
    auto *language =
        switchButton("languageButton", korean ? QStringLiteral("English") : QString::fromUtf8("한국어"),
                     tr("Switches between English and Korean"));
    auto *version = new ToneLabel(QStringLiteral("versionLabel"), this);
    version->setTone(theme::Tone::Muted);
    version->setText(QCoreApplication::applicationVersion());
    version->setAccessibleName(tr("Version %1").arg(version->text()));
    version->setContentsMargins(8, 0, 10, 0);
    addWidget(m_line, 1);
    for (QWidget *widget : {static_cast<QWidget *>(language), static_cast<QWidget *>(m_colours),
                            static_cast<QWidget *>(version)})
        addPermanentWidget(widget);
    connect(language, &QToolButton::clicked, this,
            [this, korean] { m_looks.setLanguage(korean ? QStringLiteral("en") : QStringLiteral("ko")); });
    connect(m_colours, &QToolButton::clicked, this, [this] {
        m_looks.setTheme(theme::isDark(palette()) ? Looks::Theme::Light : Looks::Theme::Dark);
    });
    connect(&m_looks, &Looks::changed, this, &StatusStrip::showColours);
    showColours();
}

QToolButton *StatusStrip::switchButton(const char *name, const QString &text, const QString &help)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setAutoRaise(true);
    button->setText(text);
    button->setToolTip(plainToolTip(help));
    button->setStatusTip(help);
    button->setFocusPolicy(Qt::TabFocus); // A click keeps the focus where it is.
    return button;
}

/// The button names what a click brings.
void StatusStrip::showColours()
{
    m_colours->setText(theme::isDark(QApplication::palette()) ? tr("Light") : tr("Dark"));
}

/// Work that another client runs on the server, or this person ran before the window was closed.
QString StatusStrip::sentenceOf(const Job &job)
{
    const QString made = Words::number(job.made);
    const QString far = job.total > 0 ? tr("%1 of %2").arg(made, Words::number(job.total)) : made;
    const QString words = job.action == QLatin1String("generate") ? tr("%1 is generating coupons: %2")
                          : job.action == QLatin1String("push")
                              ? tr("%1 is pushing coupons into the stock: %2")
                          : job.action == QLatin1String("void") ? tr("%1 is voiding coupons: %2")
                                                                : tr("%1 is adding coupons: %2");
    return words.arg(job.actor, far);
}

void StatusStrip::show(const Reading &reading)
{
    const auto &act = m_memory.foremost().state();
    if (act.atWork)
        m_line->show(act.sentence, theme::Tone::Plain);
    else if (act.endedAt > 0 && act.isFresh(m_clock.wallMs()) &&
             !act.isOverBy(reading.status, m_clock.wallMs()))
        m_line->show(moment::second(act.endedAt) + QStringLiteral("  ") + act.sentence,
                     act.failed ? theme::Tone::Bad : theme::Tone::Plain);
    else if (reading.attachment && !reading.attachment->jobs.isEmpty())
        m_line->show(sentenceOf(reading.attachment->jobs.first()), theme::Tone::Plain);
    else
        m_line->show(SaleStateWords::sentence(reading), theme::Tone::Muted);
}

} // namespace seonchak
