// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/code_model.h"

#include "ui/coupons/coupon_table_model.h"
#include "ui/coupons/list_words.h"
#include "ui/parts/theme.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"

namespace seonchak {

void CodeModel::show(const QList<JudgedCode> &codes)
{
    beginResetModel();
    m_codes = codes;
    endResetModel();
}

int CodeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_codes.size());
}

int CodeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QVariant CodeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Line ? tr("Line") : section == Code ? tr("Code") : tr("Verdict");
}

QVariant CodeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &one = m_codes.at(index.row());
    if (role == CouponTableModel::toneRole && index.column() == Verdict)
        return int(one.refused       ? theme::Tone::Bad
                   : one.isNotable() ? theme::Tone::Waiting
                                     : theme::Tone::Good);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString words = index.column() == Line   ? Words::number(one.line)
                          : index.column() == Code ? ListWords::shown(one.code)
                          : one.refused            ? ListWords::why(*one.refused)
                          : one.isNotable()        ? ListWords::why(one.oddity)
                                                   : tr("Can be added");
    return role == Qt::ToolTipRole ? plainToolTip(words) : words;
}

} // namespace seonchak
