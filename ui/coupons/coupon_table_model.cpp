// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/coupon_table_model.h"

#include "core/coupon/code_text.h"
#include "ui/parts/coupon_words.h"
#include "ui/parts/moment.h"
#include "ui/parts/tone_label.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace seonchak {

namespace {

struct ColumnRow
{
    const char *title;
    QString (*text)(const Coupon &);
    book::Order order = book::Order::Id; ///< by the column itself where the book can sort so
};

/// A new column is a new row at the end.
constexpr ColumnRow columnRows[] = {
    {QT_TRANSLATE_NOOP("seonchak::CouponTableModel", "No."),
     [](const Coupon &coupon) { return QString::number(coupon.id); }, book::Order::Id},
    {QT_TRANSLATE_NOOP("seonchak::CouponTableModel", "Code"),
     [](const Coupon &coupon) { return QString::fromUtf8(coupon.code); }, book::Order::Code},
    {QT_TRANSLATE_NOOP("seonchak::CouponTableModel", "Status"),
     [](const Coupon &coupon) { return CouponWords::status(coupon.status); }, book::Order::Status},
    {QT_TRANSLATE_NOOP("seonchak::CouponTableModel", "User"),
     [](const Coupon &coupon) { return coupon.userId ? QString::number(*coupon.userId) : QString(); },
     book::Order::User},
    {QT_TRANSLATE_NOOP("seonchak::CouponTableModel", "Created"),
     [](const Coupon &coupon) { return moment::full(coupon.createdAt); }, book::Order::Created},
    {QT_TRANSLATE_NOOP("seonchak::CouponTableModel", "Issued at"),
     [](const Coupon &coupon) { return coupon.issuedAt ? moment::full(*coupon.issuedAt) : QString(); },
     book::Order::Issued},
};
constexpr int columns = int(std::size(columnRows));

} // namespace

CouponTableModel::CouponTableModel(DeskPort &port, QObject *parent)
    : QAbstractTableModel(parent)
    , m_pages(new CouponPages(port, this))
{
    connect(m_pages, &CouponPages::counted, this, &CouponTableModel::takeCount);
    connect(m_pages, &CouponPages::came, this, &CouponTableModel::takeRows);
}

int CouponTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(std::min<qint64>(m_count.value_or(0), std::numeric_limits<int>::max()));
}

int CouponTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

void CouponTableModel::takeCount(qint64 count, bool anew)
{
    if (anew) {
        beginResetModel();
        m_count = count;
        endResetModel();
        return;
    }
    // The scroll bar and the selection stay where they are.
    const int before = rowCount();
    const int after = int(std::min<qint64>(count, std::numeric_limits<int>::max()));
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_count = count;
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_count = count;
        endRemoveRows();
    }
    if (after > 0)
        Q_EMIT dataChanged(index(0, 0), index(after - 1, columns - 1));
}

void CouponTableModel::takeRows(qint64 first, qint64 last)
{
    const int end = int(std::min<qint64>(last, rowCount() - 1));
    if (first <= end)
        Q_EMIT dataChanged(index(int(first), 0), index(end, columns - 1));
}

std::optional<Coupon> CouponTableModel::coupon(int row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    const Coupon *found = m_pages->at(row);
    return found ? std::optional(*found) : std::nullopt;
}

bool CouponTableModel::isOpen(const Coupon &coupon)
{
    return coupon.status == CouponStatus::Staged || coupon.status == CouponStatus::Available;
}

QVariant CouponTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section < columns ? tr(columnRows[section].title) : QString();
}

QString CouponTableModel::text(const Coupon &coupon, int column) const
{
    if (const auto edit = m_edits.constFind(coupon.id); column == Code && edit != m_edits.constEnd())
        return QString::fromUtf8(*edit);
    return columnRows[column].text(coupon);
}

book::Order CouponTableModel::order(int column)
{
    return columnRows[std::clamp(column, 0, columns - 1)].order;
}

QVariant CouponTableModel::data(const QModelIndex &index, int role) const
{
    const bool wanted = role == Qt::DisplayRole || role == Qt::EditRole || role == Qt::ToolTipRole ||
                        role == Qt::AccessibleTextRole || (role == toneRole && index.column() == Status);
    if (!wanted || !index.isValid())
        return {};
    const Coupon *coupon = m_pages->at(index.row());
    if (!coupon) {
        const bool waits = role == Qt::DisplayRole && !m_pages->isKnown(index.row());
        return waits ? QVariant(QStringLiteral("…")) : QVariant();
    }
    if (role == toneRole)
        return int(CouponWords::tone(coupon->status));
    const QString words = text(*coupon, index.column());
    if (role == Qt::ToolTipRole)
        return index.column() == Code ? plainToolTip(words) : QVariant();
    return words;
}

Qt::ItemFlags CouponTableModel::flags(const QModelIndex &index) const
{
    const auto usual = QAbstractTableModel::flags(index);
    if (index.column() != Code)
        return usual;
    const Coupon *found = m_pages->known(index.row()); // Asked about every row that is selected.
    return found && isOpen(*found) && !m_edits.contains(found->id) ? usual | Qt::ItemIsEditable : usual;
}

bool CouponTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto found = coupon(index.row());
    const QByteArray code = trimmedCode(value.toString());
    if (role != Qt::EditRole || index.column() != Code || !found || code == found->code)
        return false;
    m_edits.insert(found->id, code);
    Q_EMIT dataChanged(index, index);
    Q_EMIT editAsked(*found, code);
    return true;
}

void CouponTableModel::endEdit(CouponId id)
{
    m_edits.remove(id);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Code), index(rowCount() - 1, Code));
}

} // namespace seonchak
