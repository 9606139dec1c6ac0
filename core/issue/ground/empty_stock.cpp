// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/empty_stock.h"

#include <utility>

namespace seonchak {

void EmptyStock::setKeeper(std::function<void()> look)
{
    const std::lock_guard lock(m_mutex);
    m_look = std::move(look);
}

void EmptyStock::want(qint64 nowNs)
{
    m_wantedNs.store(nowNs, std::memory_order_relaxed);
    if (m_validUntilNs.load(std::memory_order_relaxed) > nowNs)
        return;
    const std::lock_guard lock(m_mutex);
    if (m_look)
        m_look();
}

bool EmptyStock::isWanted(qint64 nowNs) const
{
    const qint64 wanted = m_wantedNs.load(std::memory_order_relaxed);
    return wanted != 0 && nowNs - wanted < patienceNs;
}

void EmptyStock::confirm(quint64 epoch, const Holders &holders, qint64 askedNs)
{
    const std::lock_guard lock(m_mutex);
    if (epoch != m_epoch.load())
        return;
    if (holders != m_holders) {
        m_holders = holders;
        m_version.fetch_add(1, std::memory_order_release);
    }
    m_validUntilNs.store(askedNs + holdsNs, std::memory_order_release);
}

void EmptyStock::withdraw()
{
    const std::lock_guard lock(m_mutex);
    m_epoch.fetch_add(1);
    m_validUntilNs.store(0, std::memory_order_release);
}

bool EmptyStockView::turnsAway(UserId user, qint64 nowNs)
{
    // Acquired first: a thread that sees a time also sees its holders, or later ones.
    if (m_stock.m_validUntilNs.load(std::memory_order_acquire) <= nowNs)
        return false;
    if (m_version != m_stock.m_version.load(std::memory_order_acquire)) {
        const std::lock_guard lock(m_stock.m_mutex);
        m_holders = m_stock.m_holders;
        m_version = m_stock.m_version.load();
    }
    if (!m_holders || m_holders->mayHave(user))
        return false;
    noteSoldOut(nowNs);
    return true;
}

void EmptyStockView::noteSoldOut(qint64 nowNs)
{
    if (nowNs - m_countedSinceNs > crowdWithinNs) {
        m_countedSinceNs = nowNs;
        m_counted = 0;
    }
    if (++m_counted % crowd == 0)
        m_stock.want(nowNs);
}

} // namespace seonchak
