// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_port.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace seonchak {

/// The coupons of one filter, page by page from the database, in bounded space: what is asked for and not
/// here is fetched, the last wanted first, a few at a time; answers to a former filter are dropped.
class CouponPages : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 pageRows = 200;
    static constexpr qsizetype mostPages = 50; ///< kept; the longest unused go first
    static constexpr int mostAsked = 2;        ///< questions under way
    static constexpr qsizetype mostWanted = 4; ///< waiting for their turn; older wishes are forgotten

    /// The port outlives it.
    explicit CouponPages(DeskPort &port, QObject *parent = nullptr);

    /// Forgets everything and counts anew. `offset`, `limit` and `after` of the filter are ignored.
    void setFilter(const book::Filter &filter);
    [[nodiscard]] const book::Filter &filter() const { return m_filter; }
    /// Counts anew, and fetches anew what is looked at; until it comes the old is shown.
    void refresh();
    /// The coupon of this row, or nothing: not here yet (then it is fetched), or gone since it was counted.
    [[nodiscard]] const Coupon *at(qint64 row);
    /// True once its page is here.
    [[nodiscard]] bool isKnown(qint64 row) const { return m_pages.contains(row / pageRows); }
    /// A coupon that is known to have changed.
    void replace(const Coupon &coupon);
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
    void want(qint64 page);
    void fetchNext();
    void take(qint64 page, const QList<Coupon> &items);
    void fail(const Error &error);

    DeskPort &m_port;
    book::Filter m_filter;
    QHash<qint64, Page> m_pages;
    QList<qint64> m_wanted; ///< the last one is the next
    QList<qint64> m_underWay;
    int m_asked = 0;
    int m_generation = 0;
    qint64 m_uses = 0;
    bool m_anew = true; ///< not counted yet: nobody knows which pages there are
    bool m_failed = false;
};

} // namespace seonchak
