// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/book/book_audit.h"
#include "ui/parts/theme.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <qcoro/qcorotask.h>

class QProgressBar;
class QStackedLayout;
class QTableView;

namespace seonchak {

class ActionButton;
class Asker;
class AuditExport;
class AuditFilterBar;
class AuditModel;
class Clock;
class DeskPort;
class FolderButton;
class StatePanel;
class ToneLabel;
struct PageContext;
struct Reading;

/// Who did what, when, with what result: searchable, loaded while scrolling, exported to a file. New entries
/// appear on top while the page is visible.
class AuditTrailPage : public QWidget
{
    Q_OBJECT
public:
    static constexpr int periodMs = 4000;

    explicit AuditTrailPage(const PageContext &context, QWidget *parent = nullptr);

public Q_SLOTS:
    void refresh();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Why { Anew, Newest, More };
    static QCoro::Task<> load(QPointer<AuditTrailPage> self, DeskPort &port, AuditFilter filter, Why why,
                              int round);
    void layOut();
    QWidget *tableCard();
    QWidget *exportRow();
    void connectParts();
    void searchAnew();
    void ask(Why why, qint64 before = 0);
    void take(const Result<AuditPage> &page, Why why);
    void takeReading(const Reading &reading);
    void showState();
    void showNoRows();
    void showDetail();
    void askWhere();
    void showExport(bool atWork);
    void tell(theme::Tone tone, const QString &sentence, const QString &detail = {});

    DeskPort &m_port;
    Asker &m_asker;
    const Clock &m_clock;
    AuditModel *m_model;
    AuditExport *m_exporter;
    AuditFilterBar *m_filters;
    QTableView *m_table = nullptr;
    StatePanel *m_state;
    QStackedLayout *m_stack = nullptr;
    ToneLabel *m_detail;
    ToneLabel *m_line;
    ToneLabel *m_count;
    ActionButton *m_export;
    ActionButton *m_cancel;
    FolderButton *m_folder;
    QProgressBar *m_progress;
    QTimer m_timer;
    int m_round = 0; ///< answers to an older search are ignored
    bool m_known = false;
    bool m_away = false;   ///< the database is unavailable
    bool m_silent = false; ///< nothing has answered for a while
    bool m_asking = false; ///< for the newest entries
    std::optional<Error> m_error;
};

} // namespace seonchak
