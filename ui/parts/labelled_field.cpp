// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/labelled_field.h"

#include <QVBoxLayout>

namespace seonchak {

LabelledField::LabelledField(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_line(new ToneLabel(field->objectName() + QStringLiteral("Hint"), this))
{
    // A plain QLabel: it knows mnemonics and buddies.
    auto *words = new QLabel(label, this);
    words->setObjectName(field->objectName() + QStringLiteral("Label"));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setBuddy(field);
    field->setParent(this);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    m_line->setWordWrap(true);
    m_line->setScale(0.92);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(words);
    layout->addWidget(field);
    layout->addWidget(m_line);
    showLine();
}

void LabelledField::setHint(const QString &hint)
{
    m_hint = hint;
    showLine();
}

void LabelledField::setError(const QString &error)
{
    m_error = error;
    showLine();
}

void LabelledField::showLine()
{
    m_line->setTone(m_error.isEmpty() ? theme::Tone::Muted : theme::Tone::Bad);
    m_line->setText(m_error.isEmpty() ? m_hint : m_error);
    m_line->setVisible(!m_line->text().isEmpty());
}

} // namespace seonchak
