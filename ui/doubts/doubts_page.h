// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/book/book_doubts.h"
#include "ui/doubts/doubt_work.h"
#include "ui/doubts/doubts_words.h"
#include "ui/parts/theme.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLayout;
class QStackedLayout;
class QTableView;

namespace seonchak {

class ActionButton;
class Card;
class Clock;
class DeskPort;
class DoubtModel;
class StatePanel;
class ToldLine;
class ToneLabel;
struct PageContext;
struct Reading;

/// Every coupon whose outcome at the partner is unknown, and the possible actions. Reads the list again every
/// few seconds while it is visible.
class DoubtsPage : public QWidget
{
    Q_OBJECT
public:
    static constexpr int periodMs = 3000;

    explicit DoubtsPage(const PageContext &context, QWidget *parent = nullptr);

public Q_SLOTS:
    void refresh();

Q_SIGNALS:
    void biographyAsked(const QByteArray &code);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    static QCoro::Task<> load(QPointer<DoubtsPage> self, DeskPort &port);
    QWidget *toolBar();
    QWidget *tableCard();
    QLayout *bottomRow();
    void connectParts();
    void connectWork();
    void take(const Result<QList<OpenDoubt>> &doubts);
    void showNewest();
    void showSettled();
    void letGo();
    void takeReading(const Reading &reading);
    void showState();
    [[nodiscard]] DoubtsWords::Known known() const;
    void showLine(bool empty);
    void advise();
    void enableButtons();
    void say(theme::Tone tone, const QString &sentence);
    void act(DoubtOrder order);
    void tellOpened();
    [[nodiscard]] QList<OpenDoubt> openAmong(QList<OpenDoubt> doubts) const;
    [[nodiscard]] QList<OpenDoubt> selected() const;

    DeskPort &m_port;
    const Clock &m_clock;
    DoubtModel *m_model;
    DoubtWork *m_work;
    QTableView *m_table;
    StatePanel *m_state;
    QStackedLayout *m_stack = nullptr;
    ToneLabel *m_count;
    ToneLabel *m_line;
    ToldLine *m_told;
    ActionButton *m_ask;
    ActionButton *m_issued;
    ActionButton *m_restore;
    ActionButton *m_life;
    ActionButton *m_stop;
    QTimer m_timer;
    QTimer m_ageTimer;
    bool m_loading = false;
    bool m_again = false;
    bool m_known = false;  ///< a list has arrived
    bool m_away = false;   ///< the database does not answer
    bool m_silent = false; ///< nothing has answered for a while
    bool m_redisAway = false;
    bool m_held = false;       ///< `m_newest` waits until nothing is selected
    QList<OpenDoubt> m_newest; ///< the last list read
    qint64 m_inDoubt = -1;
    Error m_error;
    bool m_failed = false;
};

} // namespace seonchak
