// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/answer_tempo.h"

#include <algorithm>
#include <numeric>

namespace seonchak {

qint64 AnswerTempo::Second::all() const
{
    return std::accumulate(of.begin(), of.end(), qint64(0));
}

AnswerTempo::AnswerTempo()
    : m_slices(std::make_unique<PerThread<Slices>>())
{
}

void AnswerTempo::count(Group group, qint64 steadyNs)
{
    const auto slice = quint64(steadyNs / sliceNs);
    Cell &cell = m_slices->mine()[slice % quint64(slicesKept)][std::size_t(group)];
    const quint64 fresh = slice << 32;
    quint64 seen = cell.load(std::memory_order_relaxed);
    while (!cell.compare_exchange_weak(seen, (seen >> 32 == slice ? seen : fresh) + 1,
                                       std::memory_order_relaxed)) {
    }
}

qint64 AnswerTempo::countOf(std::size_t group, qint64 slice) const
{
    return m_slices->sum([group, slice](const Slices &slices) {
        const quint64 seen = slices[std::size_t(slice % slicesKept)][group].load(std::memory_order_relaxed);
        return qint64(seen >> 32) == slice ? qint64(seen & 0xffffffff) : 0;
    });
}

AnswerTempo::Second AnswerTempo::secondUntil(qint64 lastSlice) const
{
    Second second;
    for (qint64 slice = std::max<qint64>(0, lastSlice - slicesASecond + 1); slice <= lastSlice; ++slice) {
        for (std::size_t group = 0; group < second.of.size(); ++group)
            second.of[group] += countOf(group, slice);
    }
    return second;
}

AnswerTempo::Second AnswerTempo::lastSecond(qint64 nowNs) const
{
    return secondUntil(nowNs / sliceNs - 1);
}

AnswerTempo::Peak AnswerTempo::peak(qint64 nowNs)
{
    const qint64 last = nowNs / sliceNs - 1;
    const qint64 oldest = last - slicesKept + slicesASecond + 1;
    for (qint64 slice = std::max(m_lookedUntil + 1, std::max<qint64>(0, oldest)); slice <= last; ++slice) {
        const qint64 answers = secondUntil(slice).all();
        if (answers > m_peak.answers)
            m_peak = {answers, (slice + 1) * sliceNs};
    }
    m_lookedUntil = std::max(m_lookedUntil, last);
    return m_peak;
}

} // namespace seonchak
