// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/reading_log.h"

#include "core/watch/status.h"

namespace seonchak {

namespace {
constexpr qint64 missedNs = 3 * ReadingLog::periodNs; ///< readings come a little late, but never this late
}

void ReadingLog::add(const Status &status, qint64 steadyNs)
{
    using Group = AnswerTempo::Group;
    const auto count = [&](Group group) { return double(status.lastSecond.count(group)); };
    Sample sample;
    sample.ns = steadyNs;
    if (status.stockKnown)
        sample.stock = double(status.stock.available);
    sample.valid = count(Group::Issued);
    sample.soldOut = count(Group::SoldOut);
    sample.refused = count(Group::Refused);
    sample.noClaim = count(Group::NoClaim);
    sample.inDoubt = count(Group::InDoubt);
    sample.notServed = count(Group::NotServed);
    sample.gapBefore = m_lastNs > 0 && steadyNs - m_lastNs > missedNs;
    m_lastNs = steadyNs;
    const auto before = std::exchange(m_counts, status.latencyCounts);
    if (before && m_counts && !sample.gapBefore) {
        const auto recent = LatencyHistogram::between(*before, *m_counts);
        sample.p50 = recent.count > 0 ? recent.p50 : Sample::unknown;
        sample.p99 = recent.count > 0 ? recent.p99 : Sample::unknown;
    }
    put(sample);
}

void ReadingLog::put(const Sample &sample)
{
    const std::lock_guard hold(m_mutex);
    if (m_samples.size() < most)
        return m_samples.push_back(sample);
    m_samples[m_first] = sample;
    m_first = (m_first + 1) % most;
}

QList<Sample> ReadingLog::since(qint64 sinceNs, qint64 stepNs) const
{
    const std::lock_guard hold(m_mutex);
    QList<Sample> result;
    QList<Sample> slot;
    for (std::size_t i = 0; i < m_samples.size(); ++i) {
        const Sample &sample = m_samples[(m_first + i) % m_samples.size()];
        if (sample.ns <= sinceNs)
            continue;
        const bool isNext = stepNs <= periodNs || sample.gapBefore ||
                            (!slot.isEmpty() && slot.last().ns / stepNs != sample.ns / stepNs);
        if (isNext && !slot.isEmpty())
            result.append(Sample::merged(std::exchange(slot, {})));
        slot.append(sample);
    }
    if (!slot.isEmpty())
        result.append(Sample::merged(slot));
    return result;
}

} // namespace seonchak
