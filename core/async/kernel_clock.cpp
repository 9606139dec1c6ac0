// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/kernel_clock.h"

namespace seonchak {

qint64 clockNs(clockid_t clock)
{
    constexpr qint64 nsPerSecond = 1'000'000'000;
    timespec now{};
    ::clock_gettime(clock, &now);
    return qint64(now.tv_sec) * nsPerSecond + now.tv_nsec;
}

} // namespace seonchak
