// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/refused_table.h"

#include "ui/coupons/list_words.h"
#include "ui/parts/table_style.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"

#include <QHeaderView>

namespace seonchak {

void RefusedModel::show(const QList<RefusedCode> &refused)
{
    beginResetModel();
    m_refused = refused.first(std::min(refused.size(), RefusedTable::most));
    endResetModel();
}

int RefusedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_refused.size());
}

int RefusedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QVariant RefusedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Line ? tr("Line") : section == Code ? tr("Code") : tr("Why not");
}

QVariant RefusedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const auto &refused = m_refused.at(index.row());
    const QString words = index.column() == Line   ? Words::number(refused.line)
                          : index.column() == Code ? ListWords::shown(refused.code)
                                                   : ListWords::why(refused);
    return role == Qt::ToolTipRole ? plainToolTip(words) : words;
}

RefusedTable::RefusedTable(const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_model(new RefusedModel(this))
{
    setObjectName(name);
    setAccessibleName(tr("Codes that are not taken"));
    setModel(m_model);
    styleTable(*this);
    setColumnWidth(RefusedModel::Line, 80);
    setColumnWidth(RefusedModel::Code, 200);
}

void RefusedTable::show(const QList<RefusedCode> &refused)
{
    m_model->show(refused);
    setVisible(!refused.isEmpty());
}

} // namespace seonchak
