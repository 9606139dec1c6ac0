// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/lab/race/race_trace.h"

#include <QElapsedTimer>

#include <chrono>
#include <functional>
#include <stop_token>

namespace seonchak::lab {

/// What comes back from the requests of a race: one stands at the edge of a step and waits, or one is
/// answered.
struct RaceEvent
{
    enum class Kind { Before, After, Answer } kind = Kind::Answer;
    quint64 id = 0;  ///< of an edge
    UserId user = 0; ///< of an edge: which of a user's requests it is, the server cannot tell
    QByteArray step;
    int lane = -1;   ///< of an answer
    RaceLane answer; ///< of an answer
};

/// What the stepping needs of the world, faked in its tests. Blocks.
class RaceWorld
{
public:
    virtual ~RaceWorld() = default;
    virtual Result<void> send(int lane, UserId user) = 0;
    /// Nothing where nothing came in time.
    virtual Result<std::optional<RaceEvent>> next(std::chrono::milliseconds patience) = 0;
    virtual Result<void> letGo(quint64 id) = 0;
    virtual Result<StoreView> look() = 0;
};

struct RacePatience
{
    std::chrono::milliseconds step{300};    ///< then a step counts as waiting, and the other lane goes on
    std::chrono::milliseconds quiet{60};    ///< for what comes besides: a row written behind an answer
    std::chrono::milliseconds most{15'000}; ///< then the race has got stuck
};

/// Steps the requests of a race against each other, one step of each in turn: the order in which whatever is
/// read by one is most likely stale before it writes. A lane that a lock holds up is passed over until it
/// comes back.
class RaceStepper
{
public:
    using Progress = std::function<void(const RaceStep &)>;
    /// All of it outlives the stepper; `trace.lanes` says who asks.
    RaceStepper(RaceWorld &world, RaceTrace &trace, const std::stop_token &stop, Progress progress,
                RacePatience patience = {});
    /// Fills in the steps and the answers. Unavailable: the world's trouble, or stuck, or cancelled.
    Result<void> run();

private:
    struct Lane
    {
        std::optional<RaceEvent> at;    ///< held before this step
        std::optional<RaceEvent> under; ///< let go into this step
        qint64 beganUs = 0;             ///< of the step it is in
        bool waits = false;             ///< noted as waiting in it
        bool answered = false;
        QByteArray last;           ///< the step it did last
        bool rowIsWritten = false; ///< behind the answer
    };

    Result<void> begin();
    Result<void> stepOf(int lane);
    Result<void> await(std::chrono::milliseconds patience, const std::function<bool()> &enough);
    Result<void> take(const RaceEvent &event);
    Result<void> endStep(int lane);
    [[nodiscard]] int laneOf(const RaceEvent &event) const;
    [[nodiscard]] int nextHeld() const;
    [[nodiscard]] bool isOver() const;
    Result<void> note(int lane, RaceStep::Kind kind, const QByteArray &name, qint64 beganUs);
    [[nodiscard]] qint64 nowUs() const { return m_clock.nsecsElapsed() / 1000; }

    RaceWorld &m_world;
    RaceTrace &m_trace;
    const std::stop_token &m_stop;
    const Progress m_progress;
    const RacePatience m_patience;
    const bool m_writesBehind;
    QElapsedTimer m_clock;
    std::vector<Lane> m_lanes;
    std::vector<RaceEvent> m_later; ///< of other lanes, while one is in its step
    int m_stepping = -1;
    int m_last = -1; ///< whose turn it was
};

} // namespace seonchak::lab
