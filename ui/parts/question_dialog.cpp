// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/question_dialog.h"

#include "ui/parts/action_button.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/tone_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace seonchak {

namespace {
constexpr int textWidth = 420;
} // namespace

QuestionDialog::QuestionDialog(const Question &question, QWidget *parent)
    : PlainDialog(parent)
    , m_question(question)
{
    setObjectName(QStringLiteral("questionDialog"));
    setWindowTitle(question.title);
    setAccessibleName(question.title);
    setAccessibleDescription(question.consequence);
    auto *title = ToneLabel::wrapped("questionTitle", question.title, this, textWidth);
    title->setScale(1.2, true);
    auto *layout = makeLayout();
    layout->setSpacing(14);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    layout->addWidget(title);
    layout->addWidget(ToneLabel::wrapped("questionConsequence", question.consequence, this, textWidth));
    if (!question.typed.isEmpty())
        layout->addWidget(typing());
    layout->addWidget(buttons());
}

QWidget *QuestionDialog::typing()
{
    m_typed = new QLineEdit;
    m_typed->setObjectName(QStringLiteral("questionTyped"));
    connect(m_typed, &QLineEdit::textChanged, this, &QuestionDialog::compare);
    auto *field = new LabelledField(tr("To go on, type: %1").arg(m_question.typed), m_typed, this);
    field->setHint(tr("This is the real sale, and this cannot be taken back."));
    return field;
}

QWidget *QuestionDialog::buttons()
{
    auto *row = new QWidget(this);
    m_action = new ActionButton(
        QStringLiteral("questionAction"), m_question.action, {}, m_question.action,
        m_question.destructive ? ActionButton::Weight::Danger : ActionButton::Weight::Main, row);
    m_cancel = new ActionButton(QStringLiteral("questionCancel"),
                                m_question.cancel.isEmpty() ? tr("Cancel") : m_question.cancel, {},
                                tr("Changes nothing (Esc)"), ActionButton::Weight::Quiet, row);
    if (!m_question.milder.isEmpty())
        m_milder = new ActionButton(QStringLiteral("questionMilder"), m_question.milder, {},
                                    m_question.milder, ActionButton::Weight::Quiet, row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(10);
    layout->addStretch(1);
    layout->addWidget(m_cancel);
    if (m_milder)
        layout->addWidget(m_milder);
    layout->addWidget(m_action);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_action, &QPushButton::clicked, this, [this] { answerWith(Decision::Yes); });
    if (m_milder)
        connect(m_milder, &QPushButton::clicked, this, [this] { answerWith(Decision::Milder); });
    // Enter is for the button that has the keyboard, whichever that is.
    for (auto *button : {m_cancel, m_action, m_milder}) {
        if (button)
            button->setAutoDefault(true);
    }
    m_action->setVisible(!m_question.action.isEmpty()); // Without an action it is a message, not a question.
    auto *first = m_question.destructive || m_question.action.isEmpty() ? m_cancel : m_action;
    first->setDefault(true);
    if (m_typed)
        compare({});
    (m_typed ? static_cast<QWidget *>(m_typed) : first)->setFocus();
    return row;
}

void QuestionDialog::answerWith(Decision decision)
{
    m_answer = decision;
    accept();
}

void QuestionDialog::compare(const QString &typed)
{
    const bool right = typed.trimmed() == m_question.typed.trimmed();
    m_action->setEnabled(right);
    if (m_milder)
        m_milder->setEnabled(right);
    // Typing the name counts as the decision: from then on Enter continues, before that it cancels.
    (right ? m_action : m_cancel)->setDefault(true);
}

} // namespace seonchak
