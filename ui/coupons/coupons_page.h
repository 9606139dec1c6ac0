// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/book/book_reads.h"
#include "ui/port/page_context.h"

#include <QUrl>
#include <QWidget>

namespace seonchak {

class CouponActs;
class CouponFiles;
class CouponSelection;
class CouponTableModel;
class CouponVoids;
class CouponsView;
class ExportWork;
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
    void connectButtons();
    void connectTable();
    void connectFiles();
    void connectVoids();
    void connectEdits();
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
    void askToVoid();
    void openAdd();
    void write(const QString &path, const book::Filter &filter, qint64 count);
    void showWork(bool atWork, const QString &help = {});
    void showSoundness();
    void enableExport();
    void tellAdded(qint64 count, qint64 pushed);
    void replace(const Coupon &coupon);
    void tellFailure(const QString &sentence);

    const PageContext m_context;
    CouponTableModel *m_model;
    CouponActs *m_acts;
    CouponVoids *m_voids;
    ExportWork *m_export;
    CouponFiles *m_files;
    CouponsView *m_view;
    CouponSelection *m_selection;
    qint64 m_found = -1; ///< number of matches; negative: not counted yet
    bool m_away = false;
    bool m_stale = false; ///< the list may be outdated, and the line says so
};

} // namespace seonchak
