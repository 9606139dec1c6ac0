// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/sale_times_dialog.h"

#include "ui/parts/dialog_buttons.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/moment.h"
#include "ui/parts/words.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QTimeZone>
#include <QTimer>
#include <QVBoxLayout>

namespace seonchak {

namespace {

constexpr int fieldWidth = 420;
constexpr int secondMs = 1000;
constexpr int longestTyped = 40;
constexpr WallMs hourMs = 3'600'000;

/// The next full hour that leaves time to prepare.
WallMs proposedOpening(WallMs now)
{
    return (now / hourMs + 1) * hourMs;
}

/// The fields show seconds, and an untouched time must not change.
bool isSame(WallMs one, WallMs other)
{
    return one / secondMs == other / secondMs;
}

QString zoneName()
{
    const QDateTime now = QDateTime::currentDateTime();
    const int minutes = now.offsetFromUtc() / 60;
    return QStringLiteral("%1 (UTC%2%3:%4)")
        .arg(QString::fromLatin1(QTimeZone::systemTimeZoneId()), QLatin1String(minutes < 0 ? "-" : "+"))
        .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
        .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

SaleTimesDialog::SaleTimesDialog(const SaleView &sale, const Clock &clock, QWidget *parent)
    : PlainDialog(parent)
    , m_clock(clock)
    , m_offsetMs(sale.offsetMs)
    , m_opensAt(sale.opensAt)
    , m_closesAt(sale.closesAt)
{
    setObjectName(QStringLiteral("timesDialog"));
    setWindowTitle(tr("Times of the sale"));
    const WallMs opening = proposedOpening(now());
    m_opens =
        makePart("timesOpens", tr("The sale &opens at a fixed time"), tr("Opens at"), sale.opensAt, opening);
    m_closes = makePart("timesCloses", tr("The sale &closes at a fixed time"), tr("Closes at"), sale.closesAt,
                        std::max(sale.opensAt, opening) + hourMs);
    m_buttons = new DialogButtons(QStringLiteral("times"), tr("Set the times"), this);
    auto *layout = makeLayout();
    layout->setSpacing(10);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    layout->addStrut(fieldWidth);
    for (const Part *part : {&m_opens, &m_closes}) {
        layout->addWidget(part->has);
        layout->addWidget(part->field);
    }
    layout->addWidget(zoneLine());
    layout->addWidget(m_buttons);
    connect(m_buttons, &DialogButtons::chosen, this, &SaleTimesDialog::choose);
    auto *timer = new QTimer(this); // The hints count down.
    connect(timer, &QTimer::timeout, this, &SaleTimesDialog::check);
    timer->start(secondMs);
    check();
}

SaleTimesDialog::Part SaleTimesDialog::makePart(const char *name, const QString &has, const QString &label,
                                                WallMs known, WallMs proposed)
{
    Part part;
    part.has = new QCheckBox(has, this);
    part.has->setObjectName(QLatin1String(name));
    part.has->setChecked(known > 0);
    part.at = new QLineEdit(moment::full(known > 0 ? known : proposed), this);
    part.at->setObjectName(QLatin1String(name) + QStringLiteral("At"));
    part.at->setMaxLength(longestTyped);
    part.field = new LabelledField(label, part.at, this);
    connect(part.has, &QCheckBox::toggled, this, &SaleTimesDialog::check);
    connect(part.at, &QLineEdit::textChanged, this, &SaleTimesDialog::check);
    return part;
}

QWidget *SaleTimesDialog::zoneLine()
{
    constexpr qint64 worthTellingMs = 1000;
    QString text = tr("In the time zone of this computer: %1.").arg(zoneName());
    if (std::abs(m_offsetMs) >= worthTellingMs)
        text += QLatin1Char(' ') + (m_offsetMs > 0 ? tr("The clock of Redis decides; it is %1 ahead.")
                                                   : tr("The clock of Redis decides; it is %1 behind."))
                                       .arg(Words::duration(std::abs(m_offsetMs)));
    auto *line = new ToneLabel(QStringLiteral("timesZone"), this);
    line->setTone(theme::Tone::Muted);
    line->setWordWrap(true);
    line->setText(text);
    return line;
}

void SaleTimesDialog::choose()
{
    const auto opens = timeOf(m_opens);
    const auto closes = timeOf(m_closes);
    if (!opens || !closes)
        return;
    SaleTimesChange change;
    if (!isSame(*opens, m_opensAt))
        change.opensAt = *opens;
    if (!isSame(*closes, m_closesAt))
        change.closesAt = *closes;
    if (change != SaleTimesChange{})
        Q_EMIT chosen(change);
    accept();
}

std::optional<WallMs> SaleTimesDialog::timeOf(const Part &part) const
{
    return part.has->isChecked() ? moment::typed(part.at->text(), now()) : 0;
}

/// How far away it is, and in UTC: a day or a zone that was meant otherwise is seen here.
QString SaleTimesDialog::hint(WallMs at) const
{
    const QString utc =
        QDateTime::fromMSecsSinceEpoch(at).toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
    return at > now() ? tr("in %1 · %2").arg(Words::duration(at - now()), utc)
                      : tr("%1 ago · %2").arg(Words::duration(now() - at), utc);
}

QString SaleTimesDialog::openingHint(std::optional<WallMs> opens) const
{
    if (opens == 0)
        return tr("Opens as soon as coupons are in the stock");
    const WallMs at = opens.value_or(now());
    if (at > now())
        return hint(at);
    const auto closes = timeOf(m_closes);
    const bool over = closes && *closes > 0 && *closes <= now();
    return over ? hint(at) : tr("%1: the sale is open at once").arg(hint(at));
}

/// Of the end.
QString SaleTimesDialog::fault(std::optional<WallMs> opens, std::optional<WallMs> closes) const
{
    if (!closes)
        return tr("Type a time like %1 or 10:00.").arg(moment::full(now()));
    if (*closes > 0 && *closes <= now() && !isSame(*closes, m_closesAt))
        return tr("This time is over.");
    if (*closes > 0 && opens.value_or(0) > 0 && *closes <= *opens)
        return tr("The end has to be later than the opening.");
    return {};
}

void SaleTimesDialog::check()
{
    const auto opens = timeOf(m_opens);
    const auto closes = timeOf(m_closes);
    for (const Part *part : {&m_opens, &m_closes})
        part->at->setEnabled(part->has->isChecked());
    m_opens.field->setHint(openingHint(opens));
    m_opens.field->setError(opens ? QString() : tr("Type a time like %1 or 10:00.").arg(moment::full(now())));
    const bool over = closes && *closes > 0 && *closes <= now();
    m_closes.field->setHint(closes == 0 ? tr("Goes on until the stock is sold out")
                            : over      ? tr("%1: the sale stays closed").arg(hint(*closes))
                                        : hint(closes.value_or(now())));
    m_closes.field->setError(fault(opens, closes));
    m_buttons->setPossible(!m_opens.field->hasError() && !m_closes.field->hasError());
}

} // namespace seonchak
