// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/stock.h"

namespace seonchak {

namespace {
constexpr qint64 leftoverAfterMs = 15'000;
} // namespace

Stock::Stock(StockParts parts)
    : m(std::move(parts))
    , m_delivery(m)
    , m_push(m, m_delivery)
    , m_maker(m, m_delivery, m_push)
    , m_rename(m)
    , m_removal(m)
    , m_void(m, m_removal)
    , m_chosenVoid(m, m_removal)
    , m_madeVoid(m, m_delivery, m_removal)
{
}

QCoro::Task<Result<void>> Stock::finishLeftovers()
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    if (m.isBookAlone())
        co_return Result<void>{};
    const auto delivered = co_await m_delivery.deliverStale(m.clock.wallMs() - leftoverAfterMs);
    if (!delivered)
        co_return delivered;
    const auto renamed = co_await m_rename.finish();
    if (!renamed)
        co_return renamed;
    co_return co_await m_removal.finish();
}

} // namespace seonchak
