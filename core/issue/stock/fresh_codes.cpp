// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/fresh_codes.h"

#include "core/async/off_thread.h"
#include "core/coupon/code_generator.h"
#include "core/database/book/book_changes.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace seonchak {

namespace {

constexpr qint64 mostAhead = 250'000;

std::vector<QList<QByteArray>> slicesOf(const GenerateOrder &order, qint64 count, int sliceSize)
{
    CodeGenerator generator(order.prefix, order.length);
    QList<QByteArray> codes;
    codes.reserve(count);
    for (qint64 i = 0; i < count; ++i)
        codes.append(generator.next());
    return book::slicesForAdd(std::move(codes), sliceSize);
}

} // namespace

FreshCodes::FreshCodes(GenerateOrder order, int sliceSize)
    : m_order(std::move(order))
    , m_sliceSize(sliceSize)
{
}

QCoro::Task<QList<QByteArray>> FreshCodes::next(qint64 wanted)
{
    if (m_slices.empty()) {
        const qint64 count = std::min(wanted, mostAhead);
        std::function<std::vector<QList<QByteArray>>()> make = [order = m_order, count, size = m_sliceSize] {
            return slicesOf(order, count, size);
        };
        auto made = offThread(m_pool, std::move(make));
        m_slices = co_await made;
    }
    QList<QByteArray> slice = std::move(m_slices.back());
    m_slices.pop_back();
    co_return slice;
}

} // namespace seonchak
