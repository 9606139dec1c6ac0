// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <deque>

namespace seonchak {

struct Reading;

/// What the charts draw of one reading.
struct Sample
{
    qint64 ns = 0; ///< on the steady clock
    double stock = 0;
    double valid = 0; ///< a second, as the next two
    double soldOut = 0;
    double refused = 0;
    double p50 = 0; ///< milliseconds, of the last second; 0 where nothing was issued
    double p99 = 0;
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
    /// Readings whose numbers are not those of now are left out.
    void add(const Reading &reading);
    /// At most `most` samples of the range that ends at `nowNs`, oldest first. Where there are more, those of
    /// one slot of time become one: the stock its last, speeds their mean, the slowest answer its worst.
    /// Slots stand still, so that a line does not shimmer while it moves.
    [[nodiscard]] QList<Sample> samples(Range range, qint64 nowNs, int most) const;
    [[nodiscard]] std::size_t size() const { return m_fine.size() + m_coarse.size(); }

private:
    void addCoarse(const Sample &sample);

    std::deque<Sample> m_fine;
    std::deque<Sample> m_coarse;
    QList<Sample> m_slot; ///< what the next coarse sample is made of
};

} // namespace seonchak
