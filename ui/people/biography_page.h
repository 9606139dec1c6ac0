// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/page_context.h"

#include "core/coupon/error.h"
#include "core/database/book/book_life.h"
#include "core/issue/administration/records.h"

#include <QPointer>
#include <QWidget>

#include <qcoro/qcorotask.h>

class QLineEdit;
class QStackedLayout;

namespace seonchak {

class ActionButton;
class FitLabel;
class LabelledField;
class Pill;
class StatePanel;
class Timeline;
class ToneLabel;

/// One coupon's whole history.
class BiographyPage : public QWidget
{
    Q_OBJECT
public:
    explicit BiographyPage(const PageContext &context, QWidget *parent = nullptr);

    using QWidget::show;

public Q_SLOTS:
    /// Looks up this code, including former codes of a coupon. A later query replaces an earlier one.
    void show(const QByteArray &code);
    /// Looks up the present code again; ignored if there is none.
    void refresh();

Q_SIGNALS:
    void userAsked(qint64 user);

private:
    static QCoro::Task<> run(QPointer<BiographyPage> self, DeskPort &port, QByteArray code, int question);
    QWidget *searchCard();
    QWidget *lifeCard();
    QWidget *couponCard();
    void search();
    void clear();
    void showNone();
    void showFailure(const Error &error);
    void takeAlike(const Result<CouponPage> &found);
    static QCoro::Task<> runAlike(QPointer<BiographyPage> self, DeskPort &port, QByteArray code,
                                  int question);
    void take(const Result<std::optional<Biography>> &found);
    void showBiography(const Biography &biography);
    void showState(int state, const QString &title, const QString &sentence, const QString &action = {});

    const PageContext m_context;
    QByteArray m_code;
    bool m_alike = false; ///< the typed code differs in case
    int m_question = 0;
    QLineEdit *m_field;
    LabelledField *m_fieldFrame = nullptr;
    StatePanel *m_state;
    QStackedLayout *m_stack = nullptr;
    FitLabel *m_title;
    Pill *m_status;
    ToneLabel *m_facts;
    ToneLabel *m_note;
    ActionButton *m_user;
    ActionButton *m_copy;
    Timeline *m_timeline;
    std::optional<UserId> m_owner;
};

} // namespace seonchak
