// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/race/race_trace.h"

#include <functional>

namespace seonchak::lab {

/// Builds a race by hand, with a millisecond for each step.
class RaceAxis
{
public:
    RaceAxis(const QByteArrayList &stock, const QList<UserId> &users)
    {
        m_trace.engine = QStringLiteral("sqlite");
        m_trace.before.stock = stock;
        m_now = m_trace.before;
        for (const UserId user : users)
            m_trace.lanes.append({user, 0, Fate::NoAnswer, {}});
    }

    RaceAxis &done(int lane, const QByteArray &name, const std::function<void(StoreView &)> &change = {})
    {
        if (change)
            change(m_now);
        return add(lane, RaceStep::Kind::Done, name);
    }
    RaceAxis &waits(int lane, const QByteArray &name) { return add(lane, RaceStep::Kind::Waits, name); }
    RaceAxis &told(int lane, Fate fate, const QByteArray &code = {})
    {
        const bool good = fate == Fate::Issued || fate == Fate::Already;
        const int status = good ? 200 : fate == Fate::SoldOut ? 404 : fate == Fate::PartnerFailed ? 500 : 409;
        m_trace.lanes[lane] = {m_trace.lanes[lane].user, status, fate, code};
        return add(lane, RaceStep::Kind::Answered, {});
    }
    RaceTrace end()
    {
        m_trace.atRest = m_now;
        return m_trace;
    }

private:
    RaceAxis &add(int lane, RaceStep::Kind kind, const QByteArray &name)
    {
        constexpr qint64 oneMs = 1000;
        const qint64 ended = (m_trace.steps.size() + 1) * oneMs;
        m_trace.steps.append({lane, kind, name, ended - oneMs / 2, ended, m_now});
        return *this;
    }

    RaceTrace m_trace;
    StoreView m_now;
};

} // namespace seonchak::lab
