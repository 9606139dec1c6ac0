// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/page_context.h"

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QWidget>

#include <optional>

class QProgressBar;
class QStackedLayout;
class QTableView;

namespace seonchak {

class ActionButton;
class CouponActs;
class CouponSearch;
class CouponTableModel;
class ExportWork;
class StatePanel;
class ToneLabel;
struct Reading;

/// All coupons of the sale, searched, added, changed one by one, taken in from CSV and given out as CSV.
class CouponsPage : public QWidget
{
    Q_OBJECT
public:
    explicit CouponsPage(const PageContext &context, QWidget *parent = nullptr);

public Q_SLOTS:
    /// Looks at the database again; also when the page is shown.
    void refresh();

Q_SIGNALS:
    void biographyAsked(const QByteArray &code);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeTable();
    void makeButtons();
    void makeLines();
    void layOut();
    QWidget *tableCard();
    void connectAll();
    void connectTable();
    void search();
    void showCount(qint64 count);
    void showFailure(const Error &error);
    void follow(const Reading &reading);
    void showSelected();
    [[nodiscard]] std::optional<Coupon> selected() const;
    void openBiography();
    void editCode();
    void copyCode();
    void askToVoid();
    void openAdd();
    void importFile();
    void exportFile();
    void showExport(bool atWork);
    void say(const QString &sentence, bool failed);

    const PageContext m_context;
    CouponSearch *m_search;
    CouponTableModel *m_model;
    CouponActs *m_acts;
    ExportWork *m_export;
    QTableView *m_table;
    StatePanel *m_state;
    QStackedLayout *m_stack = nullptr;
    ActionButton *m_add;
    ActionButton *m_import;
    ActionButton *m_exportButton;
    ActionButton *m_refresh;
    ActionButton *m_biography;
    ActionButton *m_edit;
    ActionButton *m_copy;
    ActionButton *m_void;
    ActionButton *m_stop;
    ToneLabel *m_count;
    ToneLabel *m_line;
    static constexpr int barSteps = 1000;
    QProgressBar *m_progress;
    bool m_away = false;
    bool m_stale = false; ///< what is seen may be old, and the line says so
};

} // namespace seonchak
