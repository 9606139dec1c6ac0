// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/columns.h"

#include "ui/desk/looks.h"

#include <QHeaderView>
#include <QTableView>

namespace seonchak {

namespace {
/// Includes the number of columns, so that a later version with other columns starts from its defaults.
QString nameOf(const QTableView &table)
{
    return QStringLiteral("%1-%2").arg(table.objectName()).arg(table.horizontalHeader()->count());
}
} // namespace

void restoreColumns(QWidget &page, const Looks &looks)
{
    for (auto *table : page.findChildren<QTableView *>()) {
        const QByteArray kept = table->objectName().isEmpty() ? QByteArray() : looks.columns(nameOf(*table));
        if (!kept.isEmpty())
            table->horizontalHeader()->restoreState(kept);
    }
}

void keepColumns(const QWidget &page, Looks &looks)
{
    for (const auto *table : page.findChildren<QTableView *>()) {
        if (!table->objectName().isEmpty())
            looks.keepColumns(nameOf(*table), table->horizontalHeader()->saveState());
    }
}

} // namespace seonchak
