// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/asker.h"
#include "ui/parts/plain_dialog.h"

class QLineEdit;

namespace seonchak {

class ActionButton;

/// Asks one question: the consequence, the action, perhaps a milder one, and Cancel. Enter presses the
/// focused button; with a destructive action that is Cancel at first. Esc always means Cancel. Every text is
/// plain. Parts: `questionTitle`, `questionConsequence`, `questionTyped`, `questionAction`, `questionMilder`,
/// `questionCancel`.
class QuestionDialog : public PlainDialog
{
    Q_OBJECT
public:
    explicit QuestionDialog(const Question &question, QWidget *parent = nullptr);

    [[nodiscard]] Decision answer() const { return m_answer; }

private:
    QWidget *typing();
    QWidget *buttons();
    void compare(const QString &typed);
    void answerWith(Decision decision);

    const Question m_question;
    Decision m_answer = Decision::No;
    ActionButton *m_action = nullptr;
    ActionButton *m_milder = nullptr;
    ActionButton *m_cancel = nullptr;
    QLineEdit *m_typed = nullptr;
};

} // namespace seonchak
