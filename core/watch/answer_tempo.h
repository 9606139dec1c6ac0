// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>
#include <memory>

namespace seonchak {

/// Counts the answers to requests for a coupon in whole slices of a tenth of a second, so that a speed covers
/// exactly one second and a rush that is shorter than that is not averaged away. Counting takes no lock.
class AnswerTempo
{
public:
    enum class Group {
        Issued,
        SoldOut,
        Refused,   ///< by the store
        NoClaim,   ///< already, in progress, conflict, before the opening, after the end
        InDoubt,   ///< nobody knows yet what the store did
        NotServed, ///< 503: paused, or Redis, the database or the program was not there
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
        qint64 answers = 0; ///< in any ten slices that follow each other
        qint64 endNs = 0;   ///< when they ended, on the steady clock
    };
    static constexpr qint64 sliceNs = 100'000'000;
    static constexpr qint64 slicesASecond = 10;
    /// So far back can be looked: the peak has to be asked for at least this often.
    static constexpr qint64 slicesKept = 1024;

    AnswerTempo();
    /// From any thread.
    void count(Group group, qint64 steadyNs);
    /// Of the ten whole slices before the one that is running. From any thread.
    [[nodiscard]] Second lastSecond(qint64 nowNs) const;
    /// The largest number of answers within a second since the start. From one thread.
    Peak peak(qint64 nowNs);

private:
    /// Which slice (upper half) has counted how many (lower half): both change in one step, so nobody has to
    /// empty the cell for the next slice.
    using Cell = std::atomic<quint64>;
    using Slice = std::array<Cell, std::size_t(Group::Count_)>;
    [[nodiscard]] qint64 countOf(std::size_t group, qint64 slice) const;
    [[nodiscard]] Second secondUntil(qint64 lastSlice) const;

    const std::unique_ptr<std::array<Slice, std::size_t(slicesKept)>> m_slices;
    qint64 m_lookedUntil = -1;
    Peak m_peak;
};

} // namespace seonchak
