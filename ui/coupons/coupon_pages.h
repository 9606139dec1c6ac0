// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_port.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

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

    /// Forgets everything and counts anew; the filter's order is that of the rows. `offset`, `limit` and
    /// `after` of the filter are ignored.
    void setFilter(const book::Filter &filter);
    [[nodiscard]] const book::Filter &filter() const { return m_filter; }
    /// Counts anew, and fetches anew what is looked at; until it comes the old is shown.
    void refresh();
    /// The coupon of this row, or nothing: not here yet (then it is fetched), or gone since it was counted.
    [[nodiscard]] const Coupon *at(qint64 row);
    /// The same, and nothing is fetched for it.
    [[nodiscard]] const Coupon *known(qint64 row) const;
    /// True once its page is here.
    [[nodiscard]] bool isKnown(qint64 row) const { return m_pages.contains(row / pageRows); }
    /// A coupon that is known to have changed.
    void replace(const Coupon &coupon);
    /// These pages stay, and are fetched where they are not here: somebody has chosen rows of them.
    void keep(const QSet<qint64> &pages);
    /// While it is held no coupon changes its row: what a refresh finds is written into the rows in which the
    /// coupons stand. Lists to which coupons only come at the end need no holding.
    void setHeld(bool held);
    /// Whether the list has changed more than is shown.
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
    QList<qint64> m_wanted; ///< the last one is the next
    QList<qint64> m_needed; ///< of the kept ones, not here yet
    QList<qint64> m_underWay;
    QSet<qint64> m_kept;
    qint64 m_count = 0; ///< as it was told
    bool m_held = false;
    bool m_behind = false;
    int m_asked = 0;
    int m_generation = 0;
    qint64 m_uses = 0;
    bool m_anew = true; ///< not counted yet: nobody knows which pages there are
    bool m_failed = false;
};

} // namespace seonchak
