// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/issue_waits.h"

#include <algorithm>
#include <vector>

namespace seonchak {

namespace {

/// The wait in steps of 10 µs takes the lower bits: up to 41 s, longer than any issue takes. The milliseconds
/// above them last until the year 2109.
constexpr int waitBits = 22;
constexpr quint64 waitMost = (quint64(1) << waitBits) - 1;
constexpr qint64 stepNs = 10'000;
constexpr double stepMs = 0.01;

} // namespace

IssueWaits::~IssueWaits()
{
    for (const auto &chunk : m_chunks)
        delete chunk.load(std::memory_order_relaxed);
}

IssueWaits::Chunk &IssueWaits::chunk(std::size_t index)
{
    auto &place = m_chunks[index];
    Chunk *found = place.load(std::memory_order_acquire);
    if (found)
        return *found;
    auto fresh = std::make_unique<Chunk>();
    if (place.compare_exchange_strong(found, fresh.get(), std::memory_order_acq_rel))
        return *fresh.release();
    return *found; // Another thread was faster.
}

void IssueWaits::note(WallMs issuedAt, qint64 tookNs)
{
    const auto wait = std::min(quint64(std::max<qint64>(tookNs, 0)) / stepNs, waitMost);
    const std::size_t at = m_next.fetch_add(1, std::memory_order_relaxed) % kept;
    chunk(at / chunkSize)[at % chunkSize].store((quint64(issuedAt) << waitBits) | wait,
                                                std::memory_order_relaxed);
}

IssueWaits::Summary IssueWaits::since(WallMs from) const
{
    std::vector<quint32> waits;
    for (const auto &place : m_chunks) {
        const Chunk *chunk = place.load(std::memory_order_acquire);
        if (!chunk)
            continue;
        for (const auto &cell : *chunk) {
            const quint64 word = cell.load(std::memory_order_relaxed);
            if (word != 0 && WallMs(word >> waitBits) >= from)
                waits.push_back(quint32(word & waitMost));
        }
    }
    if (waits.empty())
        return {};
    const auto middle = waits.begin() + std::ptrdiff_t((waits.size() - 1) / 2);
    std::ranges::nth_element(waits, middle);
    return {qint64(waits.size()), double(*middle) * stepMs};
}

} // namespace seonchak
