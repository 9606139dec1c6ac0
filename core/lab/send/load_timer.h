// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace seonchak::lab {

/// A timer in an epoll set, without the timer slack of epoll_wait's timeout.
class LoadTimer
{
public:
    LoadTimer();
    ~LoadTimer();
    LoadTimer(const LoadTimer &) = delete;
    LoadTimer &operator=(const LoadTimer &) = delete;

    /// Edge-triggered: an expiration need not be read. `mark` is the data of its events.
    bool watchIn(int epoll, quint64 mark);
    /// Expires at that instant of CLOCK_MONOTONIC, immediately if it is in the past. Setting the same instant
    /// again costs nothing.
    void setTo(qint64 at);

private:
    const int m_fd;
    qint64 m_at = 0;
};

} // namespace seonchak::lab
