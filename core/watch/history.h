// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <deque>
#include <limits>
#include <optional>

namespace seonchak {

/// What the charts draw of one reading. Unknown or unmeasured values are NaN, never 0.
struct Sample
{
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

    qint64 ns = 0;          ///< on the steady clock
    bool gapBefore = false; ///< unknown what happened between the previous sample and this one
    double stock = unknown;
    double valid = unknown; ///< answers within the last second, like the next five
    double soldOut = unknown;
    double refused = unknown;
    double noClaim = unknown;
    double inDoubt = unknown;
    double notServed = unknown;
    double p50 = unknown; ///< milliseconds, of the answers of the last second
    double p99 = unknown;

    /// Merges the samples of one time slot: the last stock, the largest speeds, the worst p99, the mean p50.
    /// The list must not be empty.
    [[nodiscard]] static Sample merged(const QList<Sample> &slot);
};

/// The last hour's numbers in bounded space: each reading of the last ten minutes, and one for every four
/// seconds of the last hour. At most about 200 KB.
class History
{
public:
    enum class Range { Minute, TenMinutes, Hour };
    static constexpr std::size_t mostFine = 2400;
    static constexpr std::size_t mostCoarse = 900;

    static qint64 spanNs(Range range);
    /// Samples come four times a second; a longer pause is a gap.
    void add(Sample sample);
    /// Prepends older samples from a source that has recorded for longer; in order of time.
    void precede(const QList<Sample> &past);
    /// At most `most` samples of the range that ends at `nowNs`, oldest first. If there are more, those of
    /// one time slot are merged, see Sample::merged(). Slots have fixed boundaries, so that a moving line
    /// does not shimmer. The last sample is always the unmerged latest reading.
    [[nodiscard]] QList<Sample> samples(Range range, qint64 nowNs, int most) const;
    /// The latest reading; nullopt before the first.
    [[nodiscard]] std::optional<Sample> latest() const;
    [[nodiscard]] std::size_t size() const { return m_fine.size() + m_coarse.size(); }

private:
    void put(const Sample &sample);
    void addCoarse(const Sample &sample);

    std::deque<Sample> m_fine;
    std::deque<Sample> m_coarse;
    QList<Sample> m_slot; ///< the readings for the next coarse sample
};

} // namespace seonchak
