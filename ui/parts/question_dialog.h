// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/asker.h"

#include <QDialog>

class QLineEdit;

namespace seonchak {

class ActionButton;

/// Asks one question: what will happen, the verb, and Cancel. Of a destructive act Cancel is the default, and
/// Esc is Cancel always. Every text is plain. Parts: `questionTitle`, `questionConsequence`, `questionTyped`,
/// `questionAction`, `questionCancel`.
class QuestionDialog : public QDialog
{
    Q_OBJECT
public:
    explicit QuestionDialog(const Question &question, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *typing();
    QWidget *buttons();
    void compare(const QString &typed);

    const Question m_question;
    ActionButton *m_action = nullptr;
    ActionButton *m_cancel = nullptr;
    QLineEdit *m_typed = nullptr;
};

} // namespace seonchak
