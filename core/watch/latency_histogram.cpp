// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/latency_histogram.h"

#include <algorithm>
#include <bit>

namespace seonchak {

int LatencyHistogram::bucketOf(quint64 value)
{
    constexpr quint64 linear = 1ULL << (subBits + 1);
    if (value < linear)
        return int(value);
    const int shift = int(std::bit_width(value)) - subBits - 1;
    return std::min(buckets - 1, (shift << subBits) + int(value >> shift));
}

quint64 LatencyHistogram::upperEdge(int bucket)
{
    constexpr int linear = 1 << (subBits + 1);
    if (bucket < linear)
        return quint64(bucket);
    const int shift = (bucket >> subBits) - 1;
    const quint64 sub = quint64(bucket) - (quint64(shift) << subBits);
    return ((sub + 1) << shift) - 1;
}

void LatencyHistogram::record(qint64 nanoseconds)
{
    const auto value = quint64(std::max<qint64>(nanoseconds, 0));
    m_recorded.mine()[std::size_t(bucketOf(value))].fetch_add(1, std::memory_order_relaxed);
    quint64 seen = m_max.load(std::memory_order_relaxed);
    while (value > seen && !m_max.compare_exchange_weak(seen, value, std::memory_order_relaxed)) {
    }
}

LatencyHistogram::Summary LatencyHistogram::summary() const
{
    constexpr double toMs = 1e-6;
    Summary result;
    const auto recorded = counts();
    for (const quint64 count : *recorded)
        result.count += count;
    const auto max = m_max.load(std::memory_order_relaxed);
    result.max = double(max) * toMs;
    const auto percentile = [&](double share) {
        const auto rank = quint64(share * double(result.count) + 0.5);
        quint64 passed = 0;
        for (int bucket = 0; bucket < buckets; ++bucket) {
            passed += (*recorded)[std::size_t(bucket)];
            if (passed >= rank && passed > 0)
                return double(std::min(upperEdge(bucket), max)) * toMs;
        }
        return result.max;
    };
    if (result.count > 0) {
        result.p50 = percentile(0.50);
        result.p99 = percentile(0.99);
    }
    return result;
}

std::shared_ptr<const LatencyHistogram::Counts> LatencyHistogram::counts() const
{
    auto counts = std::make_shared<Counts>();
    for (std::size_t i = 0; i < counts->size(); ++i)
        (*counts)[i] = count(i);
    return counts;
}

LatencyHistogram::Summary LatencyHistogram::between(const Counts &before, const Counts &after)
{
    constexpr double toMs = 1e-6;
    const auto added = [&](std::size_t i) { return after[i] > before[i] ? after[i] - before[i] : 0; };
    quint64 count = 0;
    for (std::size_t i = 0; i < after.size(); ++i)
        count += added(i);
    Summary result;
    result.count = qint64(count);
    if (count == 0)
        return result;
    const auto half = std::max<quint64>(1, quint64(0.50 * double(count) + 0.5));
    const auto nearlyAll = std::max<quint64>(1, quint64(0.99 * double(count) + 0.5));
    quint64 passed = 0;
    for (std::size_t i = 0; i < after.size() && passed < count; ++i) {
        const quint64 until = passed + added(i);
        const double edge = double(upperEdge(int(i))) * toMs;
        if (passed < half && until >= half)
            result.p50 = edge;
        if (passed < nearlyAll && until >= nearlyAll)
            result.p99 = edge;
        if (until > passed)
            result.max = edge;
        passed = until;
    }
    return result;
}

} // namespace seonchak
