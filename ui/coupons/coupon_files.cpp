// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/coupon_files.h"

#include "core/async/clock.h"
#include "ui/coupons/import_dialog.h"
#include "ui/parts/asker.h"
#include "ui/parts/file_drop.h"
#include "ui/parts/file_names.h"
#include "ui/port/desk_port.h"

#include <QPointer>

namespace seonchak {

CouponFiles::CouponFiles(const PageContext &context, QWidget &page)
    : QObject(&page)
    , m_context(context)
    , m_page(page)
{
}

void CouponFiles::openImport()
{
    const auto chosen = [self = QPointer(this)](const QString &path) {
        if (self && !path.isEmpty())
            self->importFrom(path);
    };
    m_context.asker.openFile(&m_page, tr("Import codes from CSV"), tr("CSV files (*.csv *.txt *.tsv)"),
                             chosen);
}

void CouponFiles::importFrom(const QString &path)
{
    auto *dialog = new ImportDialog(m_context, path, &m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::added, this, &CouponFiles::imported);
    Q_EMIT importBegan();
    dialog->open();
}

void CouponFiles::takeDropped(const QList<QUrl> &urls)
{
    if (const auto file = FileDrop::oneFile(urls))
        importFrom(*file);
    else
        Q_EMIT refused(file.error());
}

void CouponFiles::openExport(const book::Filter &filter, qint64 count)
{
    // Exports the list as shown when the button was pressed, even if the search changes meanwhile.
    const auto chosen = [self = QPointer(this), filter, count](const QString &path) {
        if (self && !path.isEmpty())
            Q_EMIT self->writeAsked(path, filter, count);
    };
    const QString name = proposedName(QStringLiteral("coupons"), m_context.port.sale().name,
                                      m_context.clock.wallMs(), QStringLiteral("times-utc"));
    m_context.asker.saveFile(&m_page, tr("Export these coupons as CSV (times in UTC)"), name,
                             tr("CSV files (*.csv *.txt *.tsv)"), chosen);
}

} // namespace seonchak
