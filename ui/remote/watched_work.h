// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/remote/remote_desk.h"

#include <algorithm>
#include <limits>

namespace seonchak {

/// One long act of an attached window. Its job reports the progress; with a server without jobs it is derived
/// from the stock's numbers, as long as nobody else changes them at the same time.
class RemoteDesk::Watched
{
public:
    using Field = qint64 StockNumbers::*;

    /// `field` grows with the act, or falls if `falls` is set. The desk must outlive it.
    Watched(RemoteDesk &desk, Work work, Field field, qint64 most = std::numeric_limits<qint64>::max(),
            bool falls = false)
        : m_desk(desk)
        , m_work(std::move(work))
        , m_field(field)
        , m_most(most)
        , m_sign(falls ? -1 : 1)
    {
        m_desk.m_watched.push_back(this);
    }
    ~Watched() { std::erase(m_desk.m_watched, this); }
    Watched(const Watched &) = delete;
    Watched &operator=(const Watched &) = delete;

    void follow(const QString &job) { m_job = job; }
    void take(const Job &job)
    {
        if (job.id == m_job)
            tell(m_most < job.made ? m_most : job.made);
    }
    void take(const Status &status)
    {
        if (!status.stockKnown || !m_job.isEmpty())
            return;
        const qint64 now = status.stock.*m_field;
        if (!m_base)
            m_base = now;
        const qint64 done = std::clamp<qint64>((now - *m_base) * m_sign, 0, m_most);
        tell(done);
    }

private:
    void tell(qint64 done)
    {
        if (done > m_done && m_work.progress)
            m_work.progress(m_done = done);
    }

    RemoteDesk &m_desk;
    const Work m_work;
    const Field m_field;
    const qint64 m_most;
    const qint64 m_sign;
    std::optional<qint64> m_base;
    qint64 m_done = 0;
    QString m_job; ///< empty: no job
};

} // namespace seonchak
