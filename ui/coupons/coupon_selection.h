// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/coupons/coupon_table_model.h"

class QTableView;

namespace seonchak {

/// The selected coupons. The list is held while there are any, and selected rows that are not loaded are
/// fetched immediately: a selection is of coupons, not of row numbers.
class CouponSelection : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 most = Administration::mostChosen; ///< the limit of an act

    /// Both must outlive it; the table shows the model.
    CouponSelection(QTableView &table, CouponTableModel &model, QObject *parent = nullptr);

    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    /// Whether an act can use the selection: not too many, and all known.
    [[nodiscard]] bool isWhole() const;
    /// In the list's order; empty if there are too many.
    [[nodiscard]] QList<Coupon> coupons() const;
    /// Nullopt unless exactly one is selected.
    [[nodiscard]] std::optional<Coupon> one() const;
    void clear();

Q_SIGNALS:
    void changed();

private:
    void update();
    [[nodiscard]] QList<int> rows() const;

    QTableView &m_table;
    CouponTableModel &m_model;
    qint64 m_count = 0;
};

} // namespace seonchak
