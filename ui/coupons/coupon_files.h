// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_reads.h"
#include "ui/port/page_context.h"

#include <QObject>
#include <QUrl>

class QWidget;

namespace seonchak {

/// The files of the page of coupons: asks for them, reads them in and writes them.
class CouponFiles : public QObject
{
    Q_OBJECT
public:
    /// `page` owns it, and the dialogs open over it.
    CouponFiles(const PageContext &context, QWidget &page);

    /// Asks for a file, and shows what is in it before anything is added.
    void openImport();
    /// A single file is imported, anything else is refused with a message.
    void takeDropped(const QList<QUrl> &urls);
    /// Asks where to write the `count` coupons of a filter.
    void openExport(const book::Filter &filter, qint64 count);

Q_SIGNALS:
    void importBegan();
    void imported(qint64 count, qint64 pushed);
    void refused(const QString &sentence);
    /// A file was chosen to write these coupons into.
    void writeAsked(const QString &path, const seonchak::book::Filter &filter, qint64 count);

private:
    void importFrom(const QString &path);

    const PageContext m_context;
    QWidget &m_page;
};

} // namespace seonchak
