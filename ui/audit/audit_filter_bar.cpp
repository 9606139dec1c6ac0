// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_filter_bar.h"

#include "ui/audit/audit_phrases.h"
#include "ui/audit/audit_words.h"
#include "ui/parts/field_look.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace seonchak {

namespace {

template <typename T>
T *named(T *widget, const char *name, const QString &accessible)
{
    widget->setObjectName(QLatin1String(name));
    widget->setAccessibleName(QString(accessible).remove(QLatin1Char('&')));
    return widget;
}

} // namespace

AuditFilterBar::AuditFilterBar(WallMs today, QWidget *parent)
    : QWidget(parent)
    , m_text(named(new QLineEdit(this), "auditSearch", tr("Search the audit trail")))
    , m_hint(new ToneLabel(QStringLiteral("auditSearchHint"), this))
    , m_action(named(new QComboBox(this), "auditAction", tr("What was done")))
    , m_hasFrom(named(new QCheckBox(tr("&From"), this), "auditHasFrom", tr("From this day on")))
    , m_from(named(new QDateEdit(this), "auditFrom", tr("First day")))
    , m_hasUntil(named(new QCheckBox(tr("&Until"), this), "auditHasUntil", tr("Until this day")))
    , m_until(named(new QDateEdit(this), "auditUntil", tr("Last day")))
{
    layOut(today);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    connect(&m_typing, &QTimer::timeout, this, &AuditFilterBar::changed);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_text, &QLineEdit::textChanged, this, &AuditFilterBar::tellLength);
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        m_typing.stop();
        Q_EMIT changed();
    });
    connect(m_action, &QComboBox::currentIndexChanged, this, &AuditFilterBar::changed);
    for (auto *check : {m_hasFrom, m_hasUntil})
        connect(check, &QCheckBox::toggled, this, &AuditFilterBar::changed);
    for (auto *date : {m_from, m_until})
        connect(date, &QDateEdit::dateChanged, &m_typing, qOverload<>(&QTimer::start));
}

void AuditFilterBar::layOut(WallMs today)
{
    m_text->setPlaceholderText(tr("Search who, details, result"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaxLength(longestText + 1); // One more than is used, so that too long a text is seen as such.
    for (QWidget *field : QList<QWidget *>{m_text, m_hasFrom, m_from, m_hasUntil, m_until})
        styleField(*field);
    m_text->setMinimumWidth(150);
    m_action->addItem(tr("Everything"), QString());
    for (const auto &action : AuditWords::actions())
        m_action->addItem(AuditWords::action(action), action);
    m_action->setMaxVisibleItems(20);
    // The longest name is long and seldom chosen: the list shows it whole.
    m_action->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_action->setMinimumContentsLength(12);
    m_action->view()->setMinimumWidth(m_action->view()->sizeHintForColumn(0) + 24);
    m_hint->setTone(theme::Tone::Waiting);
    m_hint->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(fields(today));
    layout->addWidget(m_hint);
}

QLayout *AuditFilterBar::fields(WallMs today)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(day(m_hasFrom, m_from, today));
    row->addWidget(day(m_hasUntil, m_until, today));
    return row;
}

void AuditFilterBar::tellLength()
{
    const bool tooLong = m_text->text().size() > longestText;
    m_hint->setText(
        tooLong ? tr("Only the first %1 letters are searched for.").arg(Words::number(qint64(longestText)))
                : QString());
    m_hint->setVisible(tooLong);
}

QWidget *AuditFilterBar::day(QCheckBox *check, QDateEdit *date, WallMs today)
{
    auto *pair = new QWidget(this);
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(check);
    row->addWidget(date);
    date->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    date->setCalendarPopup(true);
    date->setDate(QDateTime::fromMSecsSinceEpoch(today).date());
    date->setEnabled(false);
    connect(check, &QCheckBox::toggled, date, &QWidget::setEnabled);
    return pair;
}

AuditFilter AuditFilterBar::filter() const
{
    AuditFilter filter;
    filter.text = m_text->text().left(longestText).trimmed();
    if (!filter.text.isEmpty()) // The trail is in English, but a user may search in another language.
        filter.alike = AuditPhrases::storedLike(filter.text);
    filter.action = m_action->currentData().toString();
    if (m_hasFrom->isChecked())
        filter.from = m_from->date().startOfDay().toMSecsSinceEpoch();
    if (m_hasUntil->isChecked())
        filter.until = m_until->date().addDays(1).startOfDay().toMSecsSinceEpoch(); // that day included
    return filter;
}

bool AuditFilterBar::isNarrow() const
{
    const auto now = filter();
    return !now.text.isEmpty() || !now.action.isEmpty() || now.from || now.until;
}

void AuditFilterBar::clear()
{
    const QSignalBlocker quiet(this);
    m_text->clear();
    m_typing.stop();
    m_action->setCurrentIndex(0);
    m_hasFrom->setChecked(false);
    m_hasUntil->setChecked(false);
}

void AuditFilterBar::takeFocus()
{
    m_text->setFocus();
    m_text->selectAll();
}

} // namespace seonchak
