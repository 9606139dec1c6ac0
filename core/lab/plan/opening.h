// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/lab/plan/request.h"

#include <vector>

namespace seonchak::lab {

/// One reading of Redis' clock, with the run's clock.
struct ClockLook
{
    qint64 askedNs = 0; ///< nanoseconds since the run began
    qint64 toldNs = 0;  ///< when the answer had arrived
    qint64 redisUs = 0; ///< microseconds since the epoch, by Redis
    [[nodiscard]] qint64 wayNs() const { return toldNs - askedNs; }
};

/// The recorded opening of a run.
struct Opening
{
    WallMs opensAt = 0; ///< by Redis' clock; 0: the run had no opening
    std::vector<ClockLook> looks;

    [[nodiscard]] bool isAimedAt() const { return opensAt > 0 && !looks.empty(); }
    /// The opening by the run's clock, in nanoseconds since it began: from the reading with the shortest
    /// round trip, which is the most accurate.
    [[nodiscard]] qint64 instantNs() const;
    /// The possible error of instantNs() in either direction.
    [[nodiscard]] qint64 doubtNs() const;

private:
    [[nodiscard]] const ClockLook &best() const;
};

/// The answers within one millisecond of the first second.
struct OpeningMs
{
    int ms = 0; ///< after the opening, 0…999
    qint64 tooEarly = 0;
    qint64 issued = 0;
    qint64 refused = 0; ///< sold out, or refused by the partner
};

/// The course of an opening, by when the answers arrived: each left the server a little earlier.
struct OpeningFigures
{
    bool aimedAt = false; ///< false: the rest is meaningless
    WallMs opensAt = 0;
    qint64 instantNs = 0; ///< since the run began: the duration of the load before the opening
    qint64 doubtNs = 0;
    qint64 firstIssuedNs = -1;          ///< after the opening; -1: nothing was issued
    qint64 lastTooEarlyNs = -1;         ///< after the opening; -1: none came after it
    std::vector<OpeningMs> firstSecond; ///< only milliseconds with an answer
};

/// How many coupons were issued before the opening, allowing for the error of the clocks.
qint64 issuedBefore(const std::vector<Request> &requests, const Opening &opening);
OpeningFigures figuresOf(const std::vector<Request> &requests, const Opening &opening);

} // namespace seonchak::lab
