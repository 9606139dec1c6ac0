// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fake_port.h"

namespace seonchak {

/// Answers for a book of `size` coupons that are never all in memory: No. 7 is called "C0000007", and of ten
/// in a row the statuses go round. A filter's user and code's part are heeded, of its status nothing.
struct FakeBook
{
    qint64 size = 0;

    static Coupon coupon(CouponId id)
    {
        Coupon made;
        made.id = id;
        made.code = 'C' + QByteArray::number(id).rightJustified(7, '0');
        made.createdAt = 1'795'000'000'000 + id;
        constexpr CouponStatus round[] = {
            CouponStatus::Staged, CouponStatus::Available, CouponStatus::Available, CouponStatus::Issued,
            CouponStatus::Issued, CouponStatus::Reserved,  CouponStatus::InDoubt,   CouponStatus::Void,
            CouponStatus::Issued, CouponStatus::Issued};
        made.status = round[(id - 1) % 10];
        if (made.status == CouponStatus::Issued || made.status == CouponStatus::InDoubt)
            made.userId = 1000 + id;
        if (made.status == CouponStatus::Issued)
            made.issuedAt = made.createdAt + 60'000;
        return made;
    }
    [[nodiscard]] qint64 count(const book::Filter &filter) const
    {
        return filter.user ? 1 : filter.codePart.isEmpty() ? size : std::min<qint64>(size, 10);
    }
    [[nodiscard]] CouponPage page(const book::Filter &filter) const
    {
        CouponPage page;
        const qint64 first = filter.after > 0 ? filter.after + 1 : filter.offset + 1;
        const qint64 last = std::min(first + filter.limit - 1, count(filter));
        for (CouponId id = first; id <= last; ++id)
            page.items.append(coupon(id));
        if (page.items.size() == filter.limit)
            page.next = last;
        return page;
    }
    void answerFor(FakePort &port) const
    {
        port.counts.answer = [book = *this](const book::Filter &filter) { return book.count(filter); };
        port.lists.answer = [book = *this](const book::Filter &filter) { return book.page(filter); };
    }
};

} // namespace seonchak
