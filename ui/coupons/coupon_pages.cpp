// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/coupon_pages.h"

#include <algorithm>

namespace seonchak {

CouponPages::CouponPages(DeskPort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{
}

void CouponPages::setFilter(const book::Filter &filter)
{
    m_filter = filter;
    m_filter.after = m_filter.offset = 0;
    m_filter.limit = int(pageRows);
    m_pages.clear();
    m_kept.clear();
    m_behind = false;
    count(true);
}

void CouponPages::refresh()
{
    for (auto &page : m_pages)
        page.stale = true;
    count(m_anew);
}

void CouponPages::count(bool anew)
{
    ++m_generation;
    m_wanted.clear();
    m_underWay.clear();
    m_needed.clear();
    for (const qint64 page : std::as_const(m_kept)) {
        if (!m_pages.contains(page))
            m_needed.append(page);
    }
    m_asked = 0;
    m_failed = false;
    m_anew = anew;
    if (m_filter.status == CouponStatus::Reserved)
        runReserved(this, m_port, m_filter, m_generation);
    else
        runCount(this, m_port, m_filter, m_generation);
}

QCoro::Task<> CouponPages::runCount(QPointer<CouponPages> self, DeskPort &port, book::Filter filter,
                                    int generation)
{
    auto task = port.countCoupons(filter);
    const auto counted = co_await task;
    if (!self || self->m_generation != generation)
        co_return;
    if (!counted)
        co_return self->fail(counted.error());
    self->takeCount(*counted);
}

void CouponPages::takeCount(qint64 count)
{
    const bool anew = std::exchange(m_anew, false);
    if (!anew && standsStill())
        m_behind |= count != m_count;
    else
        m_count = count;
    const QPointer<CouponPages> self(this);
    Q_EMIT counted(m_count, anew);
    if (self)
        fetchNext();
}

bool CouponPages::standsStill() const
{
    const bool byIds =
        (m_filter.order == book::Order::Id || m_filter.order == book::Order::Created) && !m_filter.descending;
    const bool onlyGrows = byIds && !m_filter.status && !m_filter.user && m_filter.codePart.isEmpty();
    return m_held && !onlyGrows;
}

void CouponPages::setHeld(bool held)
{
    m_held = held;
    if (!held && std::exchange(m_behind, false))
        refresh();
}

void CouponPages::keep(const QSet<qint64> &pages)
{
    m_kept = pages;
    m_needed.clear();
    for (const qint64 page : pages) {
        if (!m_pages.contains(page) && !m_underWay.contains(page))
            m_needed.append(page);
    }
    fetchNext();
}

/// Only Redis knows which coupons are reserved, and only for moments: they are listed, not counted.
QCoro::Task<> CouponPages::runReserved(QPointer<CouponPages> self, DeskPort &port, book::Filter filter,
                                       int generation)
{
    auto task = port.coupons(filter);
    const auto found = co_await task;
    if (!self || self->m_generation != generation)
        co_return;
    if (!found)
        co_return self->fail(found.error());
    if (!self->m_anew && self->standsStill()) {
        self->takeCount(found->items.size());
        if (self)
            self->takeStandingStill(0, found->items);
        co_return;
    }
    self->m_pages.clear();
    self->m_pages.insert(0, Page{found->items, 0, false});
    self->takeCount(found->items.size());
    if (self && !found->items.isEmpty())
        Q_EMIT self->came(0, found->items.size() - 1);
}

const Coupon *CouponPages::at(qint64 row)
{
    const qint64 number = row / pageRows;
    if (const auto known = m_pages.constFind(number); known == m_pages.constEnd() || known->stale)
        want(number);
    const auto page = m_pages.find(number); // The port may have answered immediately.
    if (page == m_pages.end())
        return nullptr;
    page->used = ++m_uses;
    const qint64 inside = row % pageRows;
    return inside < page->items.size() ? &page->items.at(inside) : nullptr;
}

const Coupon *CouponPages::known(qint64 row) const
{
    const auto page = m_pages.constFind(row / pageRows);
    const qint64 inside = row % pageRows;
    return page != m_pages.constEnd() && inside < page->items.size() ? &page->items.at(inside) : nullptr;
}

void CouponPages::want(qint64 page)
{
    if (m_failed || m_anew || m_underWay.contains(page) || m_filter.status == CouponStatus::Reserved)
        return;
    m_wanted.removeOne(page);
    m_wanted.append(page);
    if (m_wanted.size() > mostWanted)
        m_wanted.removeFirst();
    fetchNext();
}

void CouponPages::fetchNext()
{
    const bool nothing = m_wanted.isEmpty() && m_needed.isEmpty();
    if (m_asked >= mostAsked || nothing || m_failed || m_anew || m_filter.status == CouponStatus::Reserved)
        return;
    const qint64 page = m_wanted.isEmpty() ? m_needed.takeFirst() : m_wanted.takeLast();
    m_needed.removeOne(page);
    ++m_asked;
    m_underWay.append(page);
    book::Filter filter = m_filter;
    filter.offset = page * pageRows;
    runPage(this, m_port, filter, page, m_generation);
}

QCoro::Task<> CouponPages::runPage(QPointer<CouponPages> self, DeskPort &port, book::Filter filter,
                                   qint64 page, int generation)
{
    auto task = port.coupons(filter);
    const auto found = co_await task;
    if (!self || self->m_generation != generation)
        co_return;
    --self->m_asked;
    self->m_underWay.removeOne(page);
    if (!found)
        co_return self->fail(found.error());
    self->take(page, found->items);
    if (self)
        self->fetchNext();
}

void CouponPages::take(qint64 page, const QList<Coupon> &items)
{
    if (standsStill() && m_pages.contains(page))
        return takeStandingStill(page, items);
    if (m_pages.size() >= mostPages && !m_pages.contains(page)) {
        auto oldest = m_pages.end();
        for (auto it = m_pages.begin(); it != m_pages.end(); ++it) {
            if (!m_kept.contains(it.key()) && (oldest == m_pages.end() || it->used < oldest->used))
                oldest = it;
        }
        if (oldest != m_pages.end())
            m_pages.erase(oldest);
    }
    m_pages.insert(page, Page{items, ++m_uses, false});
    Q_EMIT came(page * pageRows, (page + 1) * pageRows - 1);
}

/// Every coupon keeps its row, and gets what is new of it.
void CouponPages::takeStandingStill(qint64 page, const QList<Coupon> &items)
{
    auto &shown = m_pages[page];
    shown.stale = false;
    m_behind |= !std::ranges::equal(shown.items, items, {}, &Coupon::id, &Coupon::id);
    QHash<CouponId, const Coupon *> news;
    for (const Coupon &coupon : items)
        news.insert(coupon.id, &coupon);
    QList<qint64> changed;
    for (auto one = m_pages.begin(); one != m_pages.end(); ++one) {
        for (Coupon &coupon : one->items) {
            if (const Coupon *found = news.value(coupon.id))
                coupon = *found;
        }
        changed.append(one.key());
    }
    const QPointer<CouponPages> self(this);
    for (const qint64 number : std::as_const(changed)) {
        if (self)
            Q_EMIT came(number * pageRows, (number + 1) * pageRows - 1);
    }
}

void CouponPages::replace(const Coupon &coupon)
{
    for (auto page = m_pages.begin(); page != m_pages.end(); ++page) {
        for (qsizetype i = 0; i < page->items.size(); ++i) {
            if (page->items.at(i).id != coupon.id)
                continue;
            page->items[i] = coupon;
            return Q_EMIT came(page.key() * pageRows + i, page.key() * pageRows + i);
        }
    }
}

void CouponPages::fail(const Error &error)
{
    m_failed = true;
    m_wanted.clear();
    m_needed.clear();
    Q_EMIT failed(error);
}

} // namespace seonchak
