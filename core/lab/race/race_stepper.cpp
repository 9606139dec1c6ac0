// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/race/race_stepper.h"

#include "core/issue/ground/failpoints.h"

#include <algorithm>

namespace seonchak::lab {

using namespace std::chrono_literals;
using EventKind = RaceEvent::Kind;

namespace {
constexpr QByteArrayView rowBehindTheAnswer("write-row");
} // namespace

RaceStepper::RaceStepper(RaceWorld &world, RaceTrace &trace, const std::stop_token &stop, Progress progress,
                         RacePatience patience)
    : m_world(world)
    , m_trace(trace)
    , m_stop(stop)
    , m_progress(std::move(progress))
    , m_patience(patience)
    , m_writesBehind(stepsOf(trace.strategy).contains(rowBehindTheAnswer))
    , m_lanes(std::size_t(trace.lanes.size()))
{
}

Result<void> RaceStepper::run()
{
    m_clock.start();
    if (const auto begun = begin(); !begun)
        return begun;
    while (!isOver()) {
        const int lane = nextHeld();
        // None is waiting: both are running, or a row is being written after an answer.
        const auto done =
            lane >= 0 ? stepOf(lane) : await(m_patience.most, [this] { return nextHeld() >= 0 || isOver(); });
        if (!done)
            return done;
        if (lane < 0 && nextHeld() < 0 && !isOver())
            return failure(Trouble::Unavailable,
                           QStringLiteral("the race got stuck after %1 steps").arg(m_trace.steps.size()));
    }
    return {};
}

/// The requests are sent one after the other, each once the previous one waits before its first step: this
/// tells two requests of one user apart.
Result<void> RaceStepper::begin()
{
    for (int lane = 0; lane < int(m_lanes.size()); ++lane) {
        auto &state = m_lanes[std::size_t(lane)];
        if (const auto sent = m_world.send(lane, m_trace.lanes[lane].user); !sent)
            return sent;
        m_stepping = lane;
        const auto there = await(m_patience.most, [&state] { return state.at || state.answered; });
        m_stepping = -1;
        if (!there)
            return there;
        if (!state.at && !state.answered)
            return failure(Trouble::Unavailable, QStringLiteral("a request never came to its first step"));
    }
    return {};
}

/// From before a step to before the next one, or to the answer.
Result<void> RaceStepper::stepOf(int lane)
{
    auto &state = m_lanes[std::size_t(lane)];
    m_last = lane;
    state.under = std::exchange(state.at, std::nullopt);
    state.beganUs = nowUs();
    m_stepping = lane;
    auto done = m_world.letGo(state.under->id);
    if (done)
        done = await(m_patience.step, [&state] { return !state.under; });
    m_stepping = -1;
    if (done && state.under) {
        state.waits = true;
        done = note(lane, RaceStep::Kind::Waits, state.under->step, state.beganUs);
    }
    const auto later = std::exchange(m_later, {});
    for (const RaceEvent &event : later) {
        if (done)
            done = take(event);
    }
    if (done && !state.waits)
        done = await(m_patience.most, [&state] { return state.at || state.answered; });
    return done ? await(m_patience.quiet, [] { return false; }) : done;
}

Result<void> RaceStepper::await(std::chrono::milliseconds patience, const std::function<bool()> &enough)
{
    QElapsedTimer timer;
    timer.start();
    while (!enough()) {
        if (m_stop.stop_requested())
            return failure(Trouble::Unavailable, QStringLiteral("cancelled"));
        const auto left = patience - std::chrono::milliseconds(timer.elapsed());
        if (left <= 0ms)
            return {};
        const auto event = m_world.next(std::min(left, 100ms));
        if (!event)
            return std::unexpected(event.error());
        if (!*event)
            continue;
        if (const auto taken = take(**event); !taken)
            return taken;
    }
    return {};
}

Result<void> RaceStepper::take(const RaceEvent &event)
{
    const int lane = event.kind == EventKind::Answer ? event.lane : laneOf(event);
    if (lane < 0)
        return failure(Trouble::Internal, QStringLiteral("a request that is not of the race reached %1")
                                              .arg(QString::fromLatin1(event.step)));
    // Events that one lane's step causes in another are reported after that step, however early they arrive.
    if (m_stepping >= 0 && lane != m_stepping) {
        m_later.push_back(event);
        return {};
    }
    auto &state = m_lanes[std::size_t(lane)];
    if (const auto ended = state.under ? endStep(lane) : Result<void>{}; !ended)
        return ended;
    switch (event.kind) {
    case EventKind::Before:
        state.at = event;
        return {};
    case EventKind::After:
        return m_world.letGo(event.id);
    case EventKind::Answer:
        break;
    }
    m_trace.lanes[lane] = event.answer;
    state.answered = true;
    return note(lane, RaceStep::Kind::Answered, {}, nowUs());
}

/// A failed step may have no second edge: then the request's next event ends it.
Result<void> RaceStepper::endStep(int lane)
{
    auto &state = m_lanes[std::size_t(lane)];
    const RaceEvent ended = *std::exchange(state.under, std::nullopt);
    state.waits = false;
    state.last = ended.step;
    if (ended.step == rowBehindTheAnswer)
        state.rowIsWritten = true;
    return note(lane, RaceStep::Kind::Done, ended.step, state.beganUs);
}

/// An edge names the user, not the request. Of two requests of one user it belongs to the one that expects
/// it: a request running a step reaches its end, any other the beginning of one.
int RaceStepper::laneOf(const RaceEvent &event) const
{
    int found = -1;
    int most = 0;
    for (int lane = 0; lane < int(m_lanes.size()); ++lane) {
        const auto &state = m_lanes[std::size_t(lane)];
        const bool ends = state.under && state.under->step == event.step;
        if (m_trace.lanes[lane].user != event.user || state.at || (event.kind == EventKind::After && !ends))
            continue;
        int fit = event.kind == EventKind::Before && state.under ? 2 : 4;
        // An answer may still be in transit while the other request continues already.
        const auto order = stepsOf(m_trace.strategy);
        if (event.kind == EventKind::Before && order.indexOf(event.step) == order.indexOf(state.last) + 1)
            fit += 2 * fit;
        if (lane == m_stepping || (m_stepping < 0 && lane == m_last))
            fit += 1;
        if (fit > most) {
            most = fit;
            found = lane;
        }
    }
    return found;
}

/// Among waiting lanes, the one whose turn it is; -1: none is waiting.
int RaceStepper::nextHeld() const
{
    const int count = int(m_lanes.size());
    for (int i = 1; i <= count; ++i) {
        const int lane = (m_last + i) % count;
        if (m_lanes[std::size_t(lane)].at)
            return lane;
    }
    return -1;
}

bool RaceStepper::isOver() const
{
    for (int lane = 0; lane < int(m_lanes.size()); ++lane) {
        const auto &state = m_lanes[std::size_t(lane)];
        if (!state.answered || state.at || state.under)
            return false;
        const bool owesRow = m_writesBehind && m_trace.lanes[lane].fate == Fate::Issued;
        if (owesRow && !state.rowIsWritten)
            return false;
    }
    return true;
}

Result<void> RaceStepper::note(int lane, RaceStep::Kind kind, const QByteArray &name, qint64 beganUs)
{
    const qint64 endedUs = nowUs();
    auto view = m_world.look();
    if (!view)
        return std::unexpected(view.error());
    m_trace.steps.append({lane, kind, name, beganUs, endedUs, std::move(*view)});
    if (m_progress)
        m_progress(m_trace.steps.last());
    return {};
}

} // namespace seonchak::lab
