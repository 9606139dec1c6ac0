// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_port.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

namespace seonchak {

/// The coupons of one filter, page by page from the database, in bounded space: requested pages that are
/// missing are fetched, the last requested first, a few at a time; answers to a former filter are ignored.
class CouponPages : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 pageRows = 200;
    static constexpr qsizetype mostPages = 50; ///< kept in memory; the least recently used go first
    static constexpr int mostAsked = 2;        ///< pending queries
    static constexpr qsizetype mostWanted = 4; ///< waiting; older requests are dropped

    /// The port must outlive it.
    explicit CouponPages(DeskPort &port, QObject *parent = nullptr);

    /// Clears everything and counts again; rows are in the filter's order. `offset`, `limit` and `after` of
    /// the filter are ignored.
    void setFilter(const book::Filter &filter);
    [[nodiscard]] const book::Filter &filter() const { return m_filter; }
    /// Counts again and reloads the visible pages; shows the old content meanwhile.
    void refresh();
    /// The coupon of this row; null if it is not loaded yet (then it is fetched), or gone since the count.
    [[nodiscard]] const Coupon *at(qint64 row);
    /// The same without fetching.
    [[nodiscard]] const Coupon *known(qint64 row) const;
    /// Whether the row's page is loaded.
    [[nodiscard]] bool isKnown(qint64 row) const { return m_pages.contains(row / pageRows); }
    /// Updates a coupon that is known to have changed.
    void replace(const Coupon &coupon);
    /// Keeps these pages, and fetches missing ones: they have selected rows.
    void keep(const QSet<qint64> &pages);
    /// While held, no coupon changes its row: a refresh only updates coupons in their present rows. Not
    /// needed for lists that grow only at the end.
    void setHeld(bool held);
    /// Whether the list has changed beyond what is shown.
    [[nodiscard]] bool isBehind() const { return m_behind; }
    [[nodiscard]] int asked() const { return m_asked; }
    [[nodiscard]] qsizetype kept() const { return m_pages.size(); }

Q_SIGNALS:
    void counted(qint64 count, bool anew);
    void came(qint64 firstRow, qint64 lastRow);
    /// Nothing more is fetched until refresh() or setFilter().
    void failed(const seonchak::Error &error);

private:
    struct Page
    {
        QList<Coupon> items;
        qint64 used = 0;
        bool stale = false;
    };
    static QCoro::Task<> runCount(QPointer<CouponPages> self, DeskPort &port, book::Filter filter,
                                  int generation);
    static QCoro::Task<> runReserved(QPointer<CouponPages> self, DeskPort &port, book::Filter filter,
                                     int generation);
    static QCoro::Task<> runPage(QPointer<CouponPages> self, DeskPort &port, book::Filter filter, qint64 page,
                                 int generation);
    void count(bool anew);
    void takeCount(qint64 count);
    [[nodiscard]] bool standsStill() const;
    void takeStandingStill(qint64 page, const QList<Coupon> &items);
    void want(qint64 page);
    void fetchNext();
    void take(qint64 page, const QList<Coupon> &items);
    void fail(const Error &error);

    DeskPort &m_port;
    book::Filter m_filter;
    QHash<qint64, Page> m_pages;
    QList<qint64> m_wanted; ///< the last one is fetched next
    QList<qint64> m_needed; ///< kept pages that are not loaded yet
    QList<qint64> m_underWay;
    QSet<qint64> m_kept;
    qint64 m_count = 0; ///< as last reported
    bool m_held = false;
    bool m_behind = false;
    int m_asked = 0;
    int m_generation = 0;
    qint64 m_uses = 0;
    bool m_anew = true; ///< not counted yet: the pages are unknown
    bool m_failed = false;
};

} // namespace seonchak
