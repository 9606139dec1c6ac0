// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/administration/records.h"
#include "ui/parts/theme.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLayout;
class QStackedLayout;
class QTableView;

namespace seonchak {

class ActionButton;
class Clock;
class DeskPort;
class HookModel;
class StatePanel;
class ToldLine;
class ToneLabel;
struct PageContext;
struct Reading;

/// The webhooks' past and pending deliveries, each with its answer and next try, and an action that sends one
/// again. Reads the list again every few seconds while it is visible.
class WebhooksPage : public QWidget
{
    Q_OBJECT
public:
    static constexpr int periodMs = 3000;
    static constexpr int pageRows = 200;
    static constexpr int mostRows = 1000;

    explicit WebhooksPage(const PageContext &context, QWidget *parent = nullptr);

public Q_SLOTS:
    void refresh();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    static QCoro::Task<> load(QPointer<WebhooksPage> self, DeskPort &port, HookFilter filter);
    static QCoro::Task<> send(QPointer<WebhooksPage> self, DeskPort &port, QList<qint64> ids);
    QWidget *toolBar();
    QWidget *tableCard();
    QLayout *bottomRow();
    void connectParts();
    void take(const Result<HookPage> &page);
    void takeSent(int sent, const std::optional<Error> &error);
    void takeReading(const Reading &reading);
    void showState();
    void showNoRows();
    void showReceivers();
    void sendAgain();
    [[nodiscard]] HookFilter filter() const;
    [[nodiscard]] QList<qint64> selected() const;

    DeskPort &m_port;
    HookModel *m_model;
    QTableView *m_table = nullptr;
    QStackedLayout *m_stack = nullptr;
    StatePanel *m_state;
    ToneLabel *m_receivers;
    ToneLabel *m_line;
    ToldLine *m_told;
    QComboBox *m_which = nullptr;
    ActionButton *m_send = nullptr;
    ActionButton *m_older = nullptr;
    QTimer m_timer;
    HookPage m_page;
    int m_rows = pageRows;
    bool m_loading = false;
    bool m_again = false;
    bool m_known = false; ///< a list has arrived
    bool m_away = false;  ///< the database does not answer
    bool m_sending = false;
    std::optional<Error> m_error;
};

} // namespace seonchak
