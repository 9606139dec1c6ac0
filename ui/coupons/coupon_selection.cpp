// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/coupon_selection.h"

#include <QItemSelectionModel>
#include <QTableView>

#include <algorithm>

namespace seonchak {

CouponSelection::CouponSelection(QTableView &table, CouponTableModel &model, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_model(model)
{
    connect(table.selectionModel(), &QItemSelectionModel::selectionChanged, this, &CouponSelection::update);
    connect(&model, &QAbstractItemModel::modelReset, this, &CouponSelection::update);
}

/// Ranges, not rows: of a million that are selected each would cost time.
void CouponSelection::update()
{
    m_count = 0;
    const QItemSelection ranges = m_table.selectionModel()->selection();
    for (const auto &range : ranges)
        m_count += range.height();
    QSet<qint64> pages;
    if (m_count <= most) {
        for (const auto &range : ranges) {
            for (qint64 page = range.top() / CouponPages::pageRows;
                 page <= range.bottom() / CouponPages::pageRows; ++page)
                pages.insert(page);
        }
    }
    m_model.pages().keep(pages);
    // Later: the model may be in the middle of a change.
    QMetaObject::invokeMethod(this, [this] { m_model.pages().setHeld(m_count > 0); }, Qt::QueuedConnection);
    if (m_count > 0)
        m_model.pages().setHeld(true);
    Q_EMIT changed();
}

QList<int> CouponSelection::rows() const
{
    QList<int> rows;
    const QItemSelection ranges = m_table.selectionModel()->selection();
    for (const auto &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::ranges::sort(rows);
    return rows;
}

bool CouponSelection::isWhole() const
{
    return m_count > 0 && m_count <= most &&
           std::ranges::all_of(rows(), [this](int row) { return m_model.pages().isKnown(row); });
}

QList<Coupon> CouponSelection::coupons() const
{
    QList<Coupon> found;
    if (m_count > most)
        return found;
    QSet<CouponId> seen;
    const QList<int> selected = rows();
    for (const int row : selected) {
        const Coupon *coupon = m_model.pages().known(row);
        if (!coupon || seen.contains(coupon->id))
            continue;
        seen.insert(coupon->id);
        found.append(*coupon);
    }
    return found;
}

std::optional<Coupon> CouponSelection::one() const
{
    const auto found = m_count == 1 ? coupons() : QList<Coupon>();
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

void CouponSelection::clear()
{
    m_table.clearSelection();
}

} // namespace seonchak
