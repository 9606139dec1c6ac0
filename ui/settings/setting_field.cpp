// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/setting_field.h"

#include "ui/parts/action_button.h"
#include "ui/parts/field_look.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/reach_words.h"
#include "ui/parts/words.h"
#include "ui/settings/setting_units.h"
#include "ui/settings/setting_words.h"
#include "ui/settings/url_edit.h"

#include <QComboBox>
#include <QHBoxLayout>
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
    m_field = new LabelledField(SettingWords::label(row), editor(secretsFile), this);
    m_field->setHint(row.isFixed() ? SettingWords::fixed(row) : SettingWords::help(row));
    addLines();
    revert();
}

void SettingField::addLines()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_field);
    if (m_row.waitsForRestart()) {
        auto *running = new ToneLabel(QStringLiteral("setting-%1-running").arg(m_row.key), this);
        running->setTone(theme::Tone::Waiting);
        running->setScale(0.92);
        running->setWordWrap(true);
        running->setText(SettingWords::running(m_row));
        layout->addWidget(running);
    }
    if (m_row.testable) {
        m_result = new ToneLabel(QStringLiteral("setting-%1-result").arg(m_row.key), this);
        m_result->setWordWrap(true);
        m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_result->hide();
        layout->addWidget(m_result);
    }
}

QWidget *SettingField::editor(const QString &secretsFile)
{
    auto *box = new QWidget(this);
    box->setObjectName(QStringLiteral("setting-%1-box").arg(m_row.key));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    if (m_row.kind == Kind::Choice) {
        m_choice = new QComboBox(box);
        for (const auto &choice : m_row.choices)
            m_choice->addItem(SettingWords::choice(choice), choice.value);
        connect(m_choice, &QComboBox::currentIndexChanged, this, &SettingField::takeEdit);
    } else {
        makeLine(secretsFile, box);
    }
    QWidget *edit = m_choice ? static_cast<QWidget *>(m_choice) : m_line;
    edit->setObjectName(QStringLiteral("setting-") + m_row.key);
    edit->setAccessibleName(SettingWords::label(m_row));
    edit->setAccessibleDescription(SettingWords::help(m_row));
    edit->setEnabled(!m_row.isFixed());
    styleField(*edit);
    if (isShort(m_row))
        edit->setFixedWidth(narrow);
    box->setFocusProxy(edit);
    row->addWidget(edit, isShort(m_row) ? 0 : 1);
    addButtons(row);
    if (isShort(m_row))
        row->addStretch(1);
    return box;
}

void SettingField::makeLine(const QString &secretsFile, QWidget *box)
{
    if (m_row.kind == Kind::Url) {
        m_line = m_url = new UrlEdit(box);
        connect(m_url, &UrlEdit::meantChanged, this, &SettingField::takeEdit);
    } else {
        m_line = new QLineEdit(box);
        connect(m_line, &QLineEdit::textChanged, this, &SettingField::takeEdit);
    }
    m_line->setMaxLength(textMost);
    m_line->setPlaceholderText(SettingWords::placeholder(m_row, secretsFile));
    m_line->setEchoMode(m_row.kind == Kind::Secret ? QLineEdit::Password : QLineEdit::Normal);
    // Qt would cut it off and take the rest.
    connect(m_line, &QLineEdit::inputRejected, this, [this] {
        if (!std::exchange(m_tooLong, true))
            QMetaObject::invokeMethod(this, &SettingField::refuseTooLong, Qt::QueuedConnection);
    });
    if (m_row.kind == Kind::Share || SettingUnits::isTime(m_row))
        connect(m_line, &QLineEdit::editingFinished, this, &SettingField::tidy);
}

ActionButton *SettingField::addButton(const char *ending, const QString &text, const QString &help,
                                      QHBoxLayout *row)
{
    const QString name = QStringLiteral("setting-%1-%2").arg(m_row.key, QLatin1String(ending));
    auto *button = new ActionButton(name, text, {}, help, ActionButton::Weight::Quiet, this);
    button->setAccessibleName(
        tr("%1: %2", "a setting, and what a button does to it").arg(SettingWords::label(m_row), text));
    row->addWidget(button);
    return button;
}

void SettingField::addButtons(QHBoxLayout *row)
{
    if (m_url || m_row.kind == Kind::Secret)
        addShowButton(row);
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

/// Only while there is something to show: what is stored is never shown again.
void SettingField::addShowButton(QHBoxLayout *row)
{
    m_show = addButton("show", tr("Show"), tr("Shows the password while it is typed"), row);
    m_show->setCheckable(true);
    m_show->hide();
    connect(m_show, &QPushButton::toggled, this, [this](bool shown) {
        m_show->setWords(shown ? tr("Hide") : tr("Show"));
        if (m_url)
            m_url->setShown(shown);
        else
            m_line->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
}

QString SettingField::typed() const
{
    return m_choice ? m_choice->currentData().toString() : m_url ? m_url->meant() : m_line->text();
}

QString SettingField::text() const
{
    return m_row.kind == Kind::Secret ? typed() : SettingUnits::meant(m_row, typed().trimmed());
}

bool SettingField::isChanged() const
{
    if (m_row.isFixed())
        return false;
    if (m_row.kind == Kind::Secret)
        return m_forget || !m_line->text().isEmpty();
    return typed().trimmed() != SettingUnits::shown(m_row, m_row.value) && text() != m_row.value;
}

void SettingField::revert()
{
    m_forget = false;
    setText(SettingUnits::shown(m_row, m_row.value));
    if (m_forgetButton)
        m_forgetButton->setEnabled(true);
    dropTest();
    showCheck({});
}

void SettingField::forget()
{
    m_line->clear();
    m_forget = true;
    if (m_forgetButton)
        m_forgetButton->setEnabled(false);
    m_field->setHint(tr("It is forgotten when you save."));
    Q_EMIT edited(m_row.key);
}

void SettingField::dropTest()
{
    m_notReached.clear();
    if (m_result)
        m_result->hide(); // It spoke of another text.
}

void SettingField::takeEdit()
{
    if (m_tooLong)
        return; // It is taken back in a moment.
    m_kept = typed();
    if (m_row.kind == Kind::Secret && m_forget && !m_line->text().isEmpty()) {
        m_forget = false; // another one is typed instead
        m_forgetButton->setEnabled(true);
        m_field->setHint(SettingWords::help(m_row));
    }
    if (m_show) {
        const bool hasPassword = m_url ? m_url->hasPassword() : !m_line->text().isEmpty();
        m_show->setVisible(hasPassword && !m_row.isFixed());
        if (!hasPassword)
            m_show->setChecked(false); // The next one is hidden again.
    }
    dropTest();
    Q_EMIT edited(m_row.key);
}

void SettingField::refuseTooLong()
{
    setText(m_kept); // m_tooLong stays: this is not the person's edit
    m_tooLong = false;
    m_field->setError(tr("Longer than %1 characters, so it was not taken. What stood here stays.")
                          .arg(Words::number(qint64(textMost))));
}

/// Adds the unit, so that it is clear how a bare number was understood.
void SettingField::tidy()
{
    if (!hasError() && !text().isEmpty())
        setText(SettingUnits::shown(m_row, text()));
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
    m_notReached.clear();
    m_test->setEnabled(false);
    m_result->setTone(theme::Tone::Waiting);
    m_result->setText(tr("Trying…"));
    m_result->show();
}

void SettingField::showTried(const Result<QString> &answer)
{
    m_test->setEnabled(m_error.isEmpty());
    if (m_result->isHidden())
        return; // Something else has been typed meanwhile.
    m_notReached = answer ? QString() : answer.error().detail;
    m_result->setTone(answer ? theme::Tone::Good : theme::Tone::Bad);
    m_result->setText(answer ? SettingWords::reached(m_row.key, text(), *answer)
                             : tr("Not connected: %1").arg(ReachWords::because(m_notReached)));
}

void SettingField::setText(const QString &typed)
{
    if (m_choice)
        m_choice->setCurrentIndex(std::max(0, m_choice->findData(typed)));
    else if (m_url)
        m_url->setMeant(typed);
    else
        m_line->setText(typed);
}

void SettingField::takeFocus()
{
    (m_choice ? static_cast<QWidget *>(m_choice) : m_line)->setFocus();
}

} // namespace seonchak
