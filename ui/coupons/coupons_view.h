// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "ui/parts/action_button.h"
#include "ui/parts/theme.h"

#include <QWidget>

class QProgressBar;
class QStackedLayout;
class QTableView;

namespace seonchak {

class Clock;
class CouponSearch;
class CouponTableModel;
class FolderButton;
class StatePanel;
class ToldLine;
class ToneLabel;

/// What the page of coupons is made of, laid out, with its texts. What the parts do is the page's.
class CouponsView : public QWidget
{
    Q_OBJECT
public:
    /// What is said of the list above it.
    struct Count
    {
        bool sound = true;   ///< false: something is typed that cannot be searched for
        qint64 found = -1;   ///< number of matches; negative: not counted yet
        bool narrow = false; ///< not all coupons are searched for
        qint64 chosen = 0;   ///< selected rows
        bool behind = false; ///< the list is held while rows are selected
    };

    /// Both must outlive it.
    CouponsView(CouponTableModel &model, const Clock &clock, QWidget *parent);

    void showList();
    void showEmpty(bool narrow);
    void showFailure(const Error &error);
    void showAway();
    void showCount(const Count &count);
    /// `help` says what stopping it means.
    void showWork(bool atWork, const QString &help);
    void showProgress(qint64 done, qint64 expected);
    /// Without a message, shows a hint that a person may not discover.
    void say(const QString &sentence, theme::Tone tone = theme::Tone::Plain);
    /// How an act ended.
    void tell(const QString &sentence, bool failed);

    CouponSearch *const search;
    QTableView *const table;
    StatePanel *const state;
    ToneLabel *const count;
    ToneLabel *const line;
    ToldLine *const told;
    QProgressBar *const progress;
    ActionButton *const add;
    ActionButton *const importFile;
    ActionButton *const exportFile;
    ActionButton *const refresh;
    ActionButton *const biography;
    ActionButton *const edit;
    ActionButton *const copy;
    ActionButton *const voids;
    ActionButton *const stop;
    ActionButton *const undo;
    FolderButton *const folder;

private:
    ActionButton *button(const char *name, const QString &text, const char *keys, const QString &help,
                         ActionButton::Weight weight = ActionButton::Weight::Quiet);
    void fillTable(CouponTableModel &model);
    QWidget *tableCard(CouponTableModel &model);
    void setLines();
    void layOut(CouponTableModel &model);
    void showHint();

    static constexpr int barSteps = 1000;
    QStackedLayout *m_stack = nullptr;
};

} // namespace seonchak
