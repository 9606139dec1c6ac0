// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/port/rate_meter.h"

namespace seonchak {

namespace {
constexpr qint64 windowNs = 1'000'000'000;
}

void RateMeter::add(qint64 steadyNs, qint64 total)
{
    if (m_kind == Kind::OnlyGrows && !m_samples.empty() && total < m_samples.back().total)
        m_samples.clear();
    m_samples.push_back({steadyNs, total});
    // The sample at the window's far edge stays: the measurement spans the whole of it.
    while (m_samples.size() > 2 && m_samples[1].ns <= steadyNs - windowNs)
        m_samples.pop_front();
}

void RateMeter::clear()
{
    m_samples.clear();
}

double RateMeter::perSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const auto &first = m_samples.front();
    const auto &last = m_samples.back();
    if (last.ns == first.ns)
        return 0;
    return double(last.total - first.total) * 1e9 / double(last.ns - first.ns);
}

} // namespace seonchak
