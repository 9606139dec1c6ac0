// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/port/history.h"

#include "ui/port/pulse.h"

namespace seonchak {

namespace {

constexpr qint64 second = 1'000'000'000;
constexpr qint64 coarseNs = 4 * second;
constexpr qsizetype slotMost = 64;

Sample sampleOf(const Reading &reading)
{
    Sample sample;
    sample.ns = reading.steadyNs;
    sample.stock = double(reading.status.stock.available);
    sample.valid = reading.rates.valid;
    sample.soldOut = reading.rates.soldOut;
    sample.refused = reading.rates.refused;
    sample.p50 = reading.recent.p50;
    sample.p99 = reading.recent.p99;
    return sample;
}

/// Never of an empty list.
Sample merged(const QList<Sample> &slot)
{
    Sample one = slot.last();
    const double share = 1.0 / double(slot.size());
    one.valid = one.soldOut = one.refused = one.p50 = 0;
    for (const Sample &sample : slot) {
        one.valid += sample.valid * share;
        one.soldOut += sample.soldOut * share;
        one.refused += sample.refused * share;
        one.p50 += sample.p50 * share;
        one.p99 = std::max(one.p99, sample.p99);
    }
    return one;
}

} // namespace

qint64 History::spanNs(Range range)
{
    switch (range) {
    case Range::Minute:
        return 60 * second;
    case Range::TenMinutes:
        return 600 * second;
    case Range::Hour:
        break;
    }
    return 3600 * second;
}

void History::add(const Reading &reading)
{
    if (!reading.isCurrent())
        return;
    const Sample sample = sampleOf(reading);
    m_fine.push_back(sample);
    if (m_fine.size() > mostFine)
        m_fine.pop_front();
    addCoarse(sample);
}

void History::addCoarse(const Sample &sample)
{
    if (!m_slot.isEmpty() && m_slot.last().ns / coarseNs != sample.ns / coarseNs) {
        m_coarse.push_back(merged(m_slot));
        m_slot.clear();
        if (m_coarse.size() > mostCoarse)
            m_coarse.pop_front();
    }
    if (m_slot.size() < slotMost) // Bounded even where time stands still.
        m_slot.append(sample);
}

QList<Sample> History::samples(Range range, qint64 nowNs, int most) const
{
    const qint64 span = spanNs(range);
    const qint64 slotNs = std::max<qint64>(1, span / std::max(1, most - 1));
    QList<Sample> result;
    QList<Sample> slot;
    const auto take = [&](const Sample &sample) {
        if (sample.ns < nowNs - span)
            return;
        if (!slot.isEmpty() && slot.last().ns / slotNs != sample.ns / slotNs) {
            result.append(merged(slot));
            slot.clear();
        }
        slot.append(sample);
    };
    if (range == Range::Hour) {
        for (const Sample &sample : m_coarse)
            take(sample);
        for (const Sample &sample : m_slot)
            take(sample);
    } else {
        for (const Sample &sample : m_fine)
            take(sample);
    }
    if (!slot.isEmpty())
        result.append(merged(slot));
    while (result.size() > most)
        result.removeFirst();
    return result;
}

} // namespace seonchak
