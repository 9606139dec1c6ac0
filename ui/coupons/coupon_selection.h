// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/coupons/coupon_table_model.h"

class QTableView;

namespace seonchak {

/// The coupons whose rows are selected. The list stands still while there are any, and rows that were
/// selected unseen are fetched at once: so a selection is of coupons, never of places.
class CouponSelection : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 most = Administration::mostChosen; ///< on which an act works

    /// Both outlive it; the table shows the model.
    CouponSelection(QTableView &table, CouponTableModel &model, QObject *parent = nullptr);

    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    /// Whether an act may have them: not too many, and each is known.
    [[nodiscard]] bool isWhole() const;
    /// As the list has them; of too many, none.
    [[nodiscard]] QList<Coupon> coupons() const;
    /// Nothing unless exactly one is selected.
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
