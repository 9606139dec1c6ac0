// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <deque>
#include <limits>
#include <optional>

namespace seonchak {

/// What the charts draw of one reading. What was not known or not measured is NaN, never 0.
struct Sample
{
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

    qint64 ns = 0;          ///< on the steady clock
    bool gapBefore = false; ///< nobody knows what was between the one before and this one
    double stock = unknown;
    double valid = unknown; ///< answers within the last second, as the next five
    double soldOut = unknown;
    double refused = unknown;
    double noClaim = unknown;
    double inDoubt = unknown;
    double notServed = unknown;
    double p50 = unknown; ///< milliseconds, of the answers of the last second
    double p99 = unknown;

    /// The samples of one slot of time as one: the stock its last, speeds their largest, p99 its worst, p50
    /// the mean. Never of an empty list.
    [[nodiscard]] static Sample merged(const QList<Sample> &slot);
};

/// The numbers of the last hour in bounded space: each reading of the last ten minutes, and one for every
/// four seconds of the last hour. About 200 KB, and it never grows past that.
class History
{
public:
    enum class Range { Minute, TenMinutes, Hour };
    static constexpr std::size_t mostFine = 2400;
    static constexpr std::size_t mostCoarse = 900;

    static qint64 spanNs(Range range);
    /// Samples come four times a second; where none came for longer, there is a gap.
    void add(Sample sample);
    /// What was before the samples here, told by somebody who has watched longer; in the order of time.
    void precede(const QList<Sample> &past);
    /// At most `most` samples of the range that ends at `nowNs`, oldest first. Where there are more, those of
    /// one slot of time become one, see Sample::merged().
    /// Slots stand still, so that a line does not shimmer while it moves. The last sample is always the last
    /// reading as it was.
    [[nodiscard]] QList<Sample> samples(Range range, qint64 nowNs, int most) const;
    /// The last reading; nothing before the first.
    [[nodiscard]] std::optional<Sample> latest() const;
    [[nodiscard]] std::size_t size() const { return m_fine.size() + m_coarse.size(); }

private:
    void put(const Sample &sample);
    void addCoarse(const Sample &sample);

    std::deque<Sample> m_fine;
    std::deque<Sample> m_coarse;
    QList<Sample> m_slot; ///< what the next coarse sample is made of
};

} // namespace seonchak
