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

/// An event of a race: a request waits at the edge of a step, or was answered.
struct RaceEvent
{
    enum class Kind { Before, After, Answer } kind = Kind::Answer;
    quint64 id = 0;  ///< of an edge
    UserId user = 0; ///< of an edge: the server does not know which of the user's requests it is
    QByteArray step;
    int lane = -1;   ///< of an answer
    RaceLane answer; ///< of an answer
};

/// The stepper's environment, faked in tests. Blocks.
class RaceWorld
{
public:
    virtual ~RaceWorld() = default;
    virtual Result<void> send(int lane, UserId user) = 0;
    /// Nullopt if nothing happened in time.
    virtual Result<std::optional<RaceEvent>> next(std::chrono::milliseconds patience) = 0;
    virtual Result<void> letGo(quint64 id) = 0;
    virtual Result<StoreView> look() = 0;
};

struct RacePatience
{
    std::chrono::milliseconds step{1000}; ///< after it a step counts as waiting, and the other lane continues
    std::chrono::milliseconds quiet{60};  ///< for late effects: a row written after an answer
    std::chrono::milliseconds most{15'000}; ///< after it the race is stuck
};

/// Steps the requests of a race against each other, one step of each in turn: this is the order in which a
/// value that one request has read is most likely stale before it writes. A lane that waits for a lock is
/// skipped until it continues.
class RaceStepper
{
public:
    using Progress = std::function<void(const RaceStep &)>;
    /// All arguments must outlive the stepper; `trace.lanes` has the users.
    RaceStepper(RaceWorld &world, RaceTrace &trace, const std::stop_token &stop, Progress progress,
                RacePatience patience = {});
    /// Fills in the steps and the answers. Unavailable: a trouble of the environment, or stuck, or cancelled.
    Result<void> run();

private:
    struct Lane
    {
        std::optional<RaceEvent> at;    ///< waiting before this step
        std::optional<RaceEvent> under; ///< running this step
        qint64 beganUs = 0;             ///< of the step it is in
        bool waits = false;             ///< recorded as waiting in it
        bool answered = false;
        QByteArray last;           ///< its last finished step
        bool rowIsWritten = false; ///< after the answer
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
    std::vector<RaceEvent> m_later; ///< of other lanes, received during one lane's step
    int m_stepping = -1;
    int m_last = -1; ///< the lane of the last turn
};

} // namespace seonchak::lab
