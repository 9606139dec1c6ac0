// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/job.h"
#include "core/watch/status.h"
#include "ui/port/desk_port.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace seonchak {

/// One long act of an attached window. Its job reports the progress; with a server without jobs it is derived
/// from the stock's numbers, as long as nobody else changes them at the same time.
class WatchedWork
{
public:
    /// `field` grows with the act, or falls if `falls` is set.
    struct Measure
    {
        qint64 StockNumbers::*field;
        qint64 most = std::numeric_limits<qint64>::max();
        bool falls = false;
    };

    /// `all` gets this work as long as it exists, and must outlive it.
    WatchedWork(std::vector<WatchedWork *> &all, Work work, Measure measure)
        : m_all(all)
        , m_work(std::move(work))
        , m_measure(measure)
    {
        m_all.push_back(this);
    }
    ~WatchedWork() { std::erase(m_all, this); }
    WatchedWork(const WatchedWork &) = delete;
    WatchedWork &operator=(const WatchedWork &) = delete;

    void follow(const QString &job) { m_job = job; }
    void take(const Job &job)
    {
        if (job.id == m_job)
            tell(std::min(m_measure.most, job.made));
    }
    void take(const Status &status)
    {
        if (!status.stockKnown || !m_job.isEmpty())
            return;
        const qint64 now = status.stock.*m_measure.field;
        if (!m_base)
            m_base = now;
        const qint64 grown = m_measure.falls ? *m_base - now : now - *m_base;
        tell(std::clamp<qint64>(grown, 0, m_measure.most));
    }

private:
    void tell(qint64 done)
    {
        if (done > m_done && m_work.progress)
            m_work.progress(m_done = done);
    }

    std::vector<WatchedWork *> &m_all;
    const Work m_work;
    const Measure m_measure;
    std::optional<qint64> m_base;
    qint64 m_done = 0;
    QString m_job; ///< empty: no job
};

} // namespace seonchak
