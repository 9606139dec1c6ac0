// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/theme.h"
#include "ui/port/page_context.h"

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QUrl>
#include <QWidget>

class QProgressBar;
class QStackedLayout;
class QTableView;

namespace seonchak {

class ActionButton;
class CouponActs;
class CouponSearch;
class CouponSelection;
class CouponTableModel;
class CouponVoids;
class ExportWork;
class FolderButton;
class StatePanel;
class ToldLine;
class ToneLabel;
struct Reading;

/// All coupons of the sale: search, sort, add, edit, void one or many, import and export as CSV.
class CouponsPage : public QWidget
{
    Q_OBJECT
public:
    explicit CouponsPage(const PageContext &context, QWidget *parent = nullptr);

public Q_SLOTS:
    /// Reads the database again; also called when the page is shown.
    void refresh();
    /// Files dropped on the window: a single one is imported, anything else is refused with a message.
    void takeDropped(const QList<QUrl> &urls);

Q_SIGNALS:
    void biographyAsked(const QByteArray &code);
    void userAsked(qint64 user);

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
    void connectActs();
    void makeShortcuts();
    void search();
    void takeCount(qint64 count);
    void showCount();
    void showFailure(const Error &error);
    void follow(const Reading &reading);
    void showSelected();
    void sortAsHeaded();
    void openMenu(const QPoint &place);
    void openBiography();
    void editCode();
    void copyCodes();
    void copyRows();
    void copyUsers();
    void askToVoid();
    void openAdd();
    void importFile();
    void importFrom(const QString &path);
    void exportFile();
    void showWork(bool atWork, const QString &help = {});
    void showSoundness();
    void enableExport();
    void tellAdded(qint64 count, qint64 pushed);
    void say(const QString &sentence, theme::Tone tone = theme::Tone::Plain);
    void showHint();
    void tell(const QString &sentence, bool failed);

    const PageContext m_context;
    CouponSearch *m_search;
    CouponTableModel *m_model;
    CouponActs *m_acts;
    CouponVoids *m_voids;
    ExportWork *m_export;
    QTableView *m_table;
    CouponSelection *m_selection;
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
    ActionButton *m_undo;
    ActionButton *m_stop;
    FolderButton *m_folder;
    ToneLabel *m_count;
    ToneLabel *m_line;
    ToldLine *m_told;
    static constexpr int barSteps = 1000;
    QProgressBar *m_progress;
    qint64 m_found = -1; ///< number of matches; negative: not counted yet
    bool m_away = false;
    bool m_stale = false; ///< the list may be outdated, and the line says so
};

} // namespace seonchak
