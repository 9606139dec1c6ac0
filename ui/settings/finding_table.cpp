// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/finding_table.h"

#include "ui/parts/table_style.h"
#include "ui/settings/finding_delegate.h"
#include "ui/settings/finding_model.h"

#include <QHeaderView>
#include <QTableView>

namespace seonchak {

void setUpFindings(QTableView &table, FindingModel &model)
{
    table.setModel(&model);
    table.setItemDelegate(new FindingDelegate(&table));
    styleTable(table);
    table.setWordWrap(true);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *header = table.horizontalHeader();
    header->setStretchLastSection(false);
    // Wide enough for every word: the columns must not move while findings arrive.
    for (const int column : {FindingModel::State, FindingModel::Name}) {
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        header->resizeSection(column, FindingDelegate::widthOf(column, table.fontMetrics()));
    }
    for (const int column : {FindingModel::Found, FindingModel::Cure})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
}

} // namespace seonchak
