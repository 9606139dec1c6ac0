// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/history.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace seonchak {

namespace {

constexpr qint64 second = 1'000'000'000;
constexpr qint64 coarseNs = 4 * second;
constexpr qsizetype slotMost = 64;
constexpr qint64 gapNs = 1'500'000'000; ///< samples come four times a second

/// Unknown only if all are.
double largest(const QList<Sample> &slot, double Sample::*value)
{
    double most = Sample::unknown;
    for (const Sample &sample : slot)
        most = std::fmax(most, sample.*value);
    return most;
}

double mean(const QList<Sample> &slot, double Sample::*value)
{
    double sum = 0;
    int known = 0;
    for (const Sample &sample : slot) {
        if (!std::isnan(sample.*value)) {
            sum += sample.*value;
            ++known;
        }
    }
    return known > 0 ? sum / known : Sample::unknown;
}

/// Whether a slot ends before this sample. No slot spans a gap.
bool isNextSlot(const QList<Sample> &slot, const Sample &sample, qint64 slotNs)
{
    return !slot.isEmpty() && (sample.gapBefore || slot.last().ns / slotNs != sample.ns / slotNs);
}

} // namespace

Sample Sample::merged(const QList<Sample> &slot)
{
    Sample one = slot.last();
    one.gapBefore = slot.first().gapBefore;
    for (const auto value : {&Sample::valid, &Sample::soldOut, &Sample::refused, &Sample::noClaim,
                             &Sample::inDoubt, &Sample::notServed, &Sample::p99})
        one.*value = largest(slot, value);
    one.p50 = mean(slot, &Sample::p50);
    return one;
}

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

void History::add(Sample sample)
{
    sample.gapBefore = !m_fine.empty() && sample.ns - m_fine.back().ns > gapNs;
    put(sample);
}

void History::put(const Sample &sample)
{
    m_fine.push_back(sample);
    if (m_fine.size() > mostFine)
        m_fine.pop_front();
    addCoarse(sample);
}

void History::precede(const QList<Sample> &past)
{
    if (past.isEmpty())
        return;
    const auto own = std::exchange(m_fine, {});
    m_coarse.clear();
    m_slot.clear();
    for (const Sample &sample : past)
        put(sample);
    for (const Sample &sample : own) {
        if (sample.ns > past.back().ns)
            put(sample);
    }
}

void History::addCoarse(const Sample &sample)
{
    if (isNextSlot(m_slot, sample, coarseNs)) {
        m_coarse.push_back(Sample::merged(m_slot));
        m_slot.clear();
        if (m_coarse.size() > mostCoarse)
            m_coarse.pop_front();
    }
    if (m_slot.size() < slotMost) // Bounded even if the clock stands still.
        m_slot.append(sample);
}

std::optional<Sample> History::latest() const
{
    return m_fine.empty() ? std::nullopt : std::optional(m_fine.back());
}

QList<Sample> History::samples(Range range, qint64 nowNs, int most) const
{
    const qint64 span = spanNs(range);
    const qint64 slotNs = std::max<qint64>(1, span / std::max(1, most - 2));
    QList<Sample> result;
    QList<Sample> slot;
    const auto take = [&](const Sample &sample) {
        if (sample.ns < nowNs - span)
            return;
        if (isNextSlot(slot, sample, slotNs)) {
            result.append(Sample::merged(slot));
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
    if (!slot.isEmpty()) {
        Sample last = slot.takeLast();
        if (!slot.isEmpty()) {
            result.append(Sample::merged(slot));
            last.gapBefore = false;
        }
        result.append(last);
    }
    while (result.size() > most)
        result.removeFirst();
    return result;
}

} // namespace seonchak
