// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/code_table.h"

#include "ui/coupons/code_model.h"
#include "ui/coupons/status_delegate.h"
#include "ui/parts/table_style.h"

namespace seonchak {

CodeTable::CodeTable(const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_model(new CodeModel(this))
{
    setObjectName(name);
    setAccessibleName(tr("Codes of the list"));
    setModel(m_model);
    setItemDelegateForColumn(CodeModel::Verdict, new StatusDelegate(this));
    styleTable(*this);
    setColumnWidth(CodeModel::Line, 80);
    setColumnWidth(CodeModel::Code, 200);
}

void CodeTable::show(const QList<JudgedCode> &codes)
{
    m_model->show(codes);
    setVisible(!codes.isEmpty());
}

} // namespace seonchak
