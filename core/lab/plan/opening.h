// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/lab/plan/request.h"

#include <vector>

namespace seonchak::lab {

/// One look at Redis' clock beside the run's.
struct ClockLook
{
    qint64 askedNs = 0; ///< nanoseconds since the run began
    qint64 toldNs = 0;  ///< when the answer was there
    qint64 redisUs = 0; ///< microseconds since the epoch, by Redis
    [[nodiscard]] qint64 wayNs() const { return toldNs - askedNs; }
};

/// The opening that a run aimed at, as it was recorded.
struct Opening
{
    WallMs opensAt = 0; ///< by Redis' clock; 0: the run aimed at none
    std::vector<ClockLook> looks;

    [[nodiscard]] bool isAimedAt() const { return opensAt > 0 && !looks.empty(); }
    /// The opening by the run's clock, in nanoseconds since it began: by the look with the shortest way,
    /// which says most of the difference of the two clocks.
    [[nodiscard]] qint64 instantNs() const;
    /// By how much that may be wrong to either side.
    [[nodiscard]] qint64 doubtNs() const;

private:
    [[nodiscard]] const ClockLook &best() const;
};

/// What was answered within one millisecond of the first second.
struct OpeningMs
{
    int ms = 0; ///< after the opening, 0…999
    qint64 tooEarly = 0;
    qint64 issued = 0;
    qint64 refused = 0; ///< sold out, or refused by the store
};

/// How an opening went, by the answers as they came: each left the server a little before.
struct OpeningFigures
{
    bool aimedAt = false; ///< false: the rest means nothing
    WallMs opensAt = 0;
    qint64 instantNs = 0; ///< since the run began: so long the load was there before the opening
    qint64 doubtNs = 0;
    qint64 firstIssuedNs = -1;          ///< after the opening; -1: none was issued
    qint64 lastTooEarlyNs = -1;         ///< after the opening; -1: none came after it
    std::vector<OpeningMs> firstSecond; ///< only those in which there was an answer
};

/// How many coupons were answered before the opening, whatever the doubt of the clocks.
qint64 issuedBefore(const std::vector<Request> &requests, const Opening &opening);
OpeningFigures figuresOf(const std::vector<Request> &requests, const Opening &opening);

} // namespace seonchak::lab
