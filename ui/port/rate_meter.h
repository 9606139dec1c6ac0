// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>

namespace seonchak {

/// Turns a counter that only grows into a speed, over the last second. A counter that falls (Redis was
/// emptied) starts the measurement anew, unless it is one that may fall, such as the stock: then the speed is
/// negative.
class RateMeter
{
public:
    enum class Kind { OnlyGrows, MayFall };
    explicit RateMeter(Kind kind = Kind::OnlyGrows)
        : m_kind(kind)
    {
    }
    /// `steadyNs` never goes back.
    void add(qint64 steadyNs, qint64 total);
    /// Forgets what it saw; the next value starts a new measurement.
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
