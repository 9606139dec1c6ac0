// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/per_thread.h"

#include <QtGlobal>

#include <array>
#include <atomic>
#include <memory>

namespace seonchak {

/// Counts the answers to coupon requests in slices of a tenth of a second, so that a rate covers exactly one
/// second and a shorter rush is not averaged away. Counting takes no lock.
class AnswerTempo
{
public:
    enum class Group {
        Issued,
        SoldOut,
        Refused,   ///< by the partner
        NoClaim,   ///< already, in progress, conflict, before the opening, after the end
        InDoubt,   ///< the partner's outcome is not known yet
        NotServed, ///< 503: paused, or Redis, the database or the program was unavailable
        Count_,
    };
    /// The answers of one second.
    struct Second
    {
        std::array<qint64, std::size_t(Group::Count_)> of{};

        [[nodiscard]] qint64 count(Group group) const { return of[std::size_t(group)]; }
        [[nodiscard]] qint64 all() const;
    };
    struct Peak
    {
        qint64 answers = 0; ///< in any ten consecutive slices
        qint64 endNs = 0;   ///< the end of those slices, on the steady clock
    };
    static constexpr qint64 sliceNs = 100'000'000;
    static constexpr qint64 slicesASecond = 10;
    /// The length of the history: peak() must be called at least this often.
    static constexpr qint64 slicesKept = 1024;

    AnswerTempo();
    /// Thread-safe.
    void count(Group group, qint64 steadyNs);
    /// The ten complete slices before the current one. Thread-safe.
    [[nodiscard]] Second lastSecond(qint64 nowNs) const;
    /// The largest number of answers within a second since the start. Call it from one thread.
    Peak peak(qint64 nowNs);

private:
    /// The slice's number (upper half) and its count (lower half): both change in one step, so no thread has
    /// to clear the cell for the next slice.
    using Cell = std::atomic<quint64>;
    using Slice = std::array<Cell, std::size_t(Group::Count_)>;
    [[nodiscard]] qint64 countOf(std::size_t group, qint64 slice) const;
    [[nodiscard]] Second secondUntil(qint64 lastSlice) const;

    using Slices = std::array<Slice, std::size_t(slicesKept)>;
    const std::unique_ptr<PerThread<Slices>> m_slices;
    qint64 m_lookedUntil = -1;
    Peak m_peak;
};

} // namespace seonchak
