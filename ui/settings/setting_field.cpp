// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/setting_field.h"

#include "ui/parts/action_button.h"
#include "ui/parts/field_look.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/words.h"
#include "ui/settings/setting_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace seonchak {

namespace {

using Kind = SettingRow::Kind;

constexpr int textMost = 2000;
constexpr int narrow = 220;

bool isShort(const SettingRow &row)
{
    return row.kind == Kind::Number || row.kind == Kind::Share || row.kind == Kind::Choice;
}

} // namespace

SettingField::SettingField(const SettingRow &row, const QString &secretsFile, QWidget *parent)
    : QWidget(parent)
    , m_row(row)
{
    QString label = SettingWords::label(row.key);
    if (row.needsRestart)
        label += tr("  · after a restart", "mark behind a setting's name");
    m_field = new LabelledField(label, editor(secretsFile), this);
    m_field->setHint(row.isFixed() ? SettingWords::fixed(row) : SettingWords::help(row));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_field);
    if (row.testable) {
        m_result = new ToneLabel(QStringLiteral("setting-%1-result").arg(row.key), this);
        m_result->setWordWrap(true);
        m_result->hide();
        layout->addWidget(m_result);
    }
    revert();
}

QWidget *SettingField::editor(const QString &secretsFile)
{
    auto *box = new QWidget(this);
    box->setObjectName(QStringLiteral("setting-%1-box").arg(m_row.key));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    QWidget *edit = nullptr;
    if (m_row.kind == Kind::Choice) {
        edit = m_choice = new QComboBox(box);
        for (const auto &choice : m_row.choices)
            m_choice->addItem(SettingWords::choice(m_row.key, choice), choice);
        connect(m_choice, &QComboBox::currentIndexChanged, this, &SettingField::takeEdit);
    } else {
        edit = m_line = new QLineEdit(box);
        m_line->setMaxLength(textMost);
        m_line->setPlaceholderText(SettingWords::placeholder(m_row, secretsFile));
        m_line->setEchoMode(m_row.kind == Kind::Secret ? QLineEdit::Password : QLineEdit::Normal);
        connect(m_line, &QLineEdit::textChanged, this, &SettingField::takeEdit);
    }
    edit->setObjectName(QStringLiteral("setting-") + m_row.key);
    edit->setAccessibleName(SettingWords::label(m_row.key));
    edit->setAccessibleDescription(SettingWords::help(m_row));
    edit->setEnabled(!m_row.isFixed());
    if (m_line)
        styleField(*m_line);
    if (isShort(m_row))
        edit->setFixedWidth(narrow);
    box->setFocusProxy(edit);
    row->addWidget(edit, isShort(m_row) ? 0 : 1);
    addButtons(row);
    if (isShort(m_row))
        row->addStretch(1);
    return box;
}

ActionButton *SettingField::addButton(const char *ending, const QString &text, const QString &help,
                                      QHBoxLayout *row)
{
    const QString name = QStringLiteral("setting-%1-%2").arg(m_row.key, QLatin1String(ending));
    auto *button = new ActionButton(name, text, {}, help, ActionButton::Weight::Quiet, this);
    button->setAccessibleName(
        tr("%1: %2", "a setting, and what a button does to it").arg(SettingWords::label(m_row.key), text));
    row->addWidget(button);
    return button;
}

void SettingField::addButtons(QHBoxLayout *row)
{
    if (m_row.testable) {
        m_test =
            addButton("test", tr("Test connection"), tr("Tries what is typed here, before it is saved"), row);
        connect(m_test, &QPushButton::clicked, this, [this] { Q_EMIT testAsked(m_row.key); });
    }
    if (m_row.kind == Kind::Path && m_row.key.endsWith(QLatin1String("-file")) && !m_row.isFixed()) {
        auto *browse = addButton("browse", tr("Choose…"), tr("Looks for the file"), row);
        connect(browse, &QPushButton::clicked, this, [this] { Q_EMIT browseAsked(m_row.key); });
    }
    if (m_row.kind == Kind::Secret && m_row.kept != SettingRow::Kept::Nowhere && !m_row.isFixed()) {
        m_forgetButton = addButton("forget", tr("Forget"), tr("Removes what is stored, when you save"), row);
        connect(m_forgetButton, &QPushButton::clicked, this, &SettingField::forget);
    }
}

QString SettingField::text() const
{
    return m_choice                     ? m_choice->currentData().toString()
           : m_row.kind == Kind::Secret ? m_line->text()
                                        : m_line->text().trimmed();
}

bool SettingField::isChanged() const
{
    if (m_row.isFixed())
        return false;
    return m_row.kind == Kind::Secret ? m_forget || !m_line->text().isEmpty() : text() != m_row.value;
}

void SettingField::revert()
{
    m_forget = false;
    if (m_choice)
        m_choice->setCurrentIndex(std::max(0, m_choice->findData(m_row.value)));
    else
        m_line->setText(m_row.value);
    if (m_forgetButton)
        m_forgetButton->setEnabled(true);
    if (m_result)
        m_result->hide();
    showCheck({});
}

void SettingField::forget()
{
    m_forget = true;
    m_line->clear();
    m_forgetButton->setEnabled(false);
    m_field->setHint(tr("It is forgotten when you save."));
    Q_EMIT edited(m_row.key);
}

void SettingField::takeEdit()
{
    if (m_row.kind == Kind::Secret && m_forget && !m_line->text().isEmpty()) {
        m_forget = false; // another one is typed instead
        m_forgetButton->setEnabled(true);
        m_field->setHint(SettingWords::help(m_row));
    }
    if (m_result)
        m_result->hide(); // It spoke of another text.
    Q_EMIT edited(m_row.key);
}

void SettingField::showCheck(const Result<void> &checked)
{
    m_error = checked ? QString() : SettingWords::reason(m_row, checked.error().detail);
    m_field->setError(m_error);
    if (checked && !m_forget && !m_row.isFixed())
        m_field->setHint(SettingWords::help(m_row));
    if (m_test)
        m_test->setEnabled(m_error.isEmpty());
}

void SettingField::showTrying()
{
    m_test->setEnabled(false);
    m_result->setTone(theme::Tone::Waiting);
    m_result->setText(tr("Trying…"));
    m_result->setToolTip(QString());
    m_result->show();
}

void SettingField::showTried(const Result<QString> &answer)
{
    m_test->setEnabled(m_error.isEmpty());
    if (m_result->isHidden())
        return; // Something else has been typed meanwhile.
    m_result->setTone(answer ? theme::Tone::Good : theme::Tone::Bad);
    m_result->setText(answer ? SettingWords::reached(m_row.key, text(), *answer)
                             : tr("Not connected: %1").arg(answer.error().detail));
    m_result->setToolTip(answer ? QString() : plainToolTip(answer.error().detail));
}

void SettingField::setText(const QString &text)
{
    if (m_line)
        m_line->setText(text);
}

void SettingField::takeFocus()
{
    (m_choice ? static_cast<QWidget *>(m_choice) : m_line)->setFocus();
}

} // namespace seonchak
