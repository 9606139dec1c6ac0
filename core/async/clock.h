// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace seonchak {

/// Time, injected so that leases, back-offs and reports are tested without waiting. Implementations are
/// thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Milliseconds since the Unix epoch, for people. Jumps when the wall clock is set.
    [[nodiscard]] virtual qint64 wallMs() const = 0;
    /// Nanoseconds on a clock that never goes back, for deadlines and latencies.
    [[nodiscard]] virtual qint64 steadyNs() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override;
    [[nodiscard]] qint64 steadyNs() const override;
};

} // namespace seonchak
