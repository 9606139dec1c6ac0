// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace seonchak::lab {

/// An alarm clock in an epoll set. It is not subject to the timer slack that a time-out of epoll_wait has.
class LoadTimer
{
public:
    LoadTimer();
    ~LoadTimer();
    LoadTimer(const LoadTimer &) = delete;
    LoadTimer &operator=(const LoadTimer &) = delete;

    /// Watched edge by edge: a ring need not be read. `mark` is what its events carry.
    bool watchIn(int epoll, quint64 mark);
    /// Rings at that instant of CLOCK_MONOTONIC, at once where it has passed. Setting it to what it is set to
    /// costs nothing.
    void setTo(qint64 at);

private:
    const int m_fd;
    qint64 m_at = 0;
};

} // namespace seonchak::lab
