// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/coupons/coupon_pages.h"

#include <QAbstractTableModel>

namespace seonchak {

/// The coupons of a filter as a table. Rows that are not loaded show a mark and load by themselves.
class CouponTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// The first columns, which others name. The table in the .cpp has them all.
    enum Column { Id, Code, Status, User, Created, Issued };
    static constexpr int toneRole = Qt::UserRole; ///< theme::Tone of the status; empty for other cells

    explicit CouponTableModel(DeskPort &port, QObject *parent = nullptr);

    [[nodiscard]] CouponPages &pages() { return *m_pages; }
    /// The coupon of a loaded row.
    [[nodiscard]] std::optional<Coupon> coupon(int row) const;
    /// The text of a coupon's cell.
    [[nodiscard]] QString text(const Coupon &coupon, int column) const;
    /// The number of coupons; nullopt until they are counted.
    [[nodiscard]] std::optional<qint64> count() const { return m_count; }
    /// What the list is sorted by under a column's header: its own values, or the numbers if they cannot be.
    [[nodiscard]] static book::Order order(int column);
    /// Whether the code can still be changed.
    [[nodiscard]] static bool isOpen(const Coupon &coupon);
    /// The edit of this coupon has ended: show the book's code again.
    void endEdit(CouponId id);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Shows the new code and requests the edit; the receiver must call endEdit().
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void editAsked(const seonchak::Coupon &coupon, const QByteArray &code);

private:
    void takeCount(qint64 count, bool anew);
    void takeRows(qint64 first, qint64 last);

    CouponPages *m_pages;
    std::optional<qint64> m_count;
    QHash<CouponId, QByteArray> m_edits; ///< pending edits
};

} // namespace seonchak
