// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/asker.h"

#include <QDialog>

class QLineEdit;

namespace seonchak {

class ActionButton;

/// Asks one question: what will happen, the verb, perhaps a milder one, and Cancel. Enter presses the button
/// that has the keyboard; of a destructive act Cancel has it first, and Esc is Cancel always. Every text is
/// plain. Parts: `questionTitle`, `questionConsequence`, `questionTyped`, `questionAction`, `questionMilder`,
/// `questionCancel`.
class QuestionDialog : public QDialog
{
    Q_OBJECT
public:
    explicit QuestionDialog(const Question &question, QWidget *parent = nullptr);

    [[nodiscard]] Decision answer() const { return m_answer; }

protected:
    void paintEvent(QPaintEvent *event) override;

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
