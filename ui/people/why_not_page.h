// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/page_context.h"

#include "core/coupon/error.h"
#include "core/database/book/book_refusals.h"

#include <QPointer>
#include <QWidget>

#include <qcoro/qcorotask.h>

class QLineEdit;
class QPlainTextEdit;
class QStackedLayout;

namespace seonchak {

class ActionButton;
class LabelledField;
class StatePanel;
class ToneLabel;

/// "Why did I get none?": takes a user's number and shows the answer, with a reply ready to send.
class WhyNotPage : public QWidget
{
    Q_OBJECT
public:
    explicit WhyNotPage(const PageContext &context, QWidget *parent = nullptr);

public Q_SLOTS:
    /// A later query replaces an earlier one.
    void ask(qint64 user);
    /// Asks about the present user again; ignored if there is none.
    void refresh();

Q_SIGNALS:
    void biographyAsked(const QByteArray &code);

private:
    static QCoro::Task<> run(QPointer<WhyNotPage> self, DeskPort &port, UserId user, int question);
    QWidget *searchCard();
    QWidget *verdictCard();
    QWidget *replyCard();
    QWidget *reply(const char *name, const QString &title, QPlainTextEdit *text);
    void search();
    /// Resets the page to no query.
    void clear();
    void take(const Result<WhyNot> &why);
    void showAnswer(const WhyNot &why);

    const PageContext m_context;
    UserId m_user = 0;
    int m_question = 0;
    QByteArray m_code;
    QLineEdit *m_field;
    LabelledField *m_fieldFrame = nullptr;
    StatePanel *m_state;
    QStackedLayout *m_stack = nullptr;
    ToneLabel *m_verdict;
    ToneLabel *m_facts;
    ActionButton *m_biography = nullptr;
    QWidget *m_replies = nullptr;
    QPlainTextEdit *m_korean;
    QPlainTextEdit *m_english;
};

} // namespace seonchak
