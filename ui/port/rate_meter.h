// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>

namespace seonchak {

/// Turns a growing counter into a rate, over the last second. A counter that falls (Redis was emptied)
/// restarts the measurement, unless it may fall, like the stock: then the rate is negative.
class RateMeter
{
public:
    enum class Kind { OnlyGrows, MayFall };
    explicit RateMeter(Kind kind = Kind::OnlyGrows)
        : m_kind(kind)
    {
    }
    /// `steadyNs` must not decrease.
    void add(qint64 steadyNs, qint64 total);
    /// Clears its history; the next value starts a new measurement.
    void clear();
    /// 0 until two values at different times are known.
    [[nodiscard]] double perSecond() const;

private:
    struct Sample
    {
        qint64 ns;
        qint64 total;
    };
    Kind m_kind;
    std::deque<Sample> m_samples;
};

} // namespace seonchak
