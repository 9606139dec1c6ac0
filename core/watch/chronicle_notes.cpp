// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/chronicle_notes.h"

#include "core/database/book/book_flushes.h"

#include <QUuid>

#include <algorithm>
#include <numeric>
#include <utility>

namespace seonchak {

namespace {

constexpr std::size_t expectedUsers = 65'536; ///< reserved: growing would delay the thread that notes
constexpr int hopelessAfter = 5;

/// Moves up to `most` from the front of one to the end of the other.
template <typename T>
void move(std::deque<T> &from, QList<T> &to, qsizetype most)
{
    const auto end = from.begin() + std::min<qsizetype>(most, qsizetype(from.size()));
    std::move(from.begin(), end, std::back_inserter(to));
    from.erase(from.begin(), end);
}

} // namespace

Chronicle::Notes::Notes(Bounds bounds)
    : m_bounds(bounds)
    , m_writer(QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
{
}

bool Chronicle::Notes::hasRoom(std::size_t waiting, const std::atomic<std::size_t> &taken)
{
    const bool room = qsizetype(waiting + taken.load(std::memory_order_relaxed)) < m_bounds.waitingMost;
    if (!room)
        m_dropped.fetch_add(1, std::memory_order_relaxed);
    return room;
}

void Chronicle::Notes::noteRefused(UserId user, Refusal::Reason reason, WallMs now)
{
    Refused &mine = m_refused.mine();
    const std::lock_guard lock(mine.mutex);
    const WhoAndWhy key{user, reason};
    if (const auto found = mine.waiting.find(key); found != mine.waiting.end()) {
        ++found->second.times;
        found->second.lastAt = now;
        return;
    }
    if (!hasRoom(m_refusalsWaiting.load(std::memory_order_relaxed), m_refusalsTaken))
        return noteLost(now);
    if (mine.waiting.empty()) // once: a set that was written comes back with its memory
        mine.waiting.reserve(std::min(expectedUsers, std::size_t(m_bounds.waitingMost)));
    mine.waiting.emplace(key, Refusal{user, reason, now, now, 1, {}, 0});
    m_refusalsWaiting.fetch_add(1, std::memory_order_relaxed);
}

/// From now on the refusals must not be reported as complete.
void Chronicle::Notes::noteLost(WallMs now)
{
    WallMs before = m_lostAt.load();
    while (before < now && !m_lostAt.compare_exchange_weak(before, now)) {
    }
}

void Chronicle::Notes::noteLife(LifeEntry entry)
{
    const std::lock_guard lock(m_mutex);
    if (hasRoom(m_waiting.life.size(), m_lifeTaken))
        m_waiting.life.push_back(std::move(entry));
}

void Chronicle::Notes::noteAttempt(DoubtAttempt attempt)
{
    const std::lock_guard lock(m_mutex);
    if (hasRoom(m_waiting.attempts.size(), m_attemptsTaken))
        m_waiting.attempts.push_back(std::move(attempt));
}

bool Chronicle::Notes::isEmpty() const
{
    const std::lock_guard lock(m_mutex);
    return !isUnderWay() && isNothingWaiting() && m_refusalsTaken == 0 && m_lifeTaken == 0 &&
           m_attemptsTaken == 0;
}

/// Call it with the mutex held.
bool Chronicle::Notes::isNothingWaiting() const
{
    return m_waiting.isEmpty() && m_refusalsWaiting.load(std::memory_order_relaxed) == 0;
}

bool Chronicle::Notes::isNothingTaken() const
{
    return m_taken.isEmpty() && m_takenRefusals.empty();
}

quint64 Chronicle::Notes::round() const
{
    const std::lock_guard lock(m_mutex);
    return m_round;
}

qsizetype Chronicle::Notes::portionsWaiting() const
{
    const std::lock_guard lock(m_mutex);
    const auto portions = [&](std::size_t notes) {
        return (qsizetype(notes) + m_bounds.perFlush - 1) / m_bounds.perFlush;
    };
    const qsizetype refusals = m_refused.sum([&](const Refused &refused) {
        const std::lock_guard hold(refused.mutex);
        return portions(refused.waiting.size());
    });
    // A portion has the refusals of one set of threads, of which each may end with a smaller one.
    const qsizetype taken =
        m_refusalsTaken == 0 ? 0 : portions(m_refusalsTaken) + qsizetype(decltype(m_refused)::copies);
    return (isUnderWay() ? 1 : 0) +
           std::max({refusals, portions(m_waiting.life.size()), portions(m_waiting.attempts.size())}) +
           std::max({taken, portions(m_lifeTaken), portions(m_attemptsTaken)});
}

void Chronicle::Notes::confirm(qint64 number)
{
    qint64 before = m_confirmed.load();
    while (before < number && !m_confirmed.compare_exchange_weak(before, number)) {
    }
}

void Chronicle::Notes::countTaken()
{
    m_refusalsTaken = std::accumulate(m_takenRefusals.begin(), m_takenRefusals.end(), std::size_t(0),
                                      [](std::size_t sum, const Refusals &one) { return sum + one.size(); });
    m_lifeTaken = m_taken.life.size();
    m_attemptsTaken = m_taken.attempts.size();
}

void Chronicle::Notes::takeRound()
{
    if (!isNothingTaken())
        return;
    const std::lock_guard lock(m_mutex);
    if (isNothingWaiting())
        return;
    std::swap(m_taken, m_waiting);
    takeRefusals();
    ++m_round;
    countTaken();
}

void Chronicle::Notes::takeRefusals()
{
    m_refused.forEach([this](Refused &refused) {
        const std::lock_guard lock(refused.mutex);
        if (refused.waiting.empty())
            return;
        m_refusalsWaiting.fetch_sub(refused.waiting.size(), std::memory_order_relaxed);
        if (m_spare.empty())
            m_spare.emplace_back();
        m_takenRefusals.push_back(std::exchange(refused.waiting, std::move(m_spare.back())));
        m_spare.pop_back();
    });
}

/// Of one set of threads, so that nobody stands twice in one portion.
void Chronicle::Notes::takeSomeRefusals()
{
    if (m_takenRefusals.empty())
        return;
    Refusals &refusals = m_takenRefusals.back();
    for (qsizetype i = 0; i < m_bounds.perFlush && !refusals.empty(); ++i)
        m_portion.refusals.append(refusals.extract(refusals.begin()).mapped());
    if (!refusals.empty())
        return;
    m_spare.push_back(std::move(refusals));
    m_takenRefusals.pop_back();
}

void Chronicle::Notes::takePortion()
{
    takeRound();
    const qint64 number = m_portion.number + 1;
    m_portion = {};
    if (isNothingTaken()) {
        m_portion.number = number - 1;
        return;
    }
    m_portion.number = number;
    takeSomeRefusals();
    move(m_taken.life, m_portion.life, m_bounds.perFlush);
    move(m_taken.attempts, m_portion.attempts, m_bounds.perFlush);
    const quint64 current = round();
    m_portion.round = isNothingTaken() ? current : current - 1; // a round ends with its last portion
    m_underWay = number;                                        // before it is no longer counted in m_taken
    countTaken();
}

Result<void> Chronicle::Notes::writeRows(Session &session)
{
    auto done = book::writeRefusals(session, m_portion.refusals, m_bounds.refusalsMost);
    if (const WallMs lost = m_lostAt.load(); done && lost > 0)
        done = book::noteRefusalsLost(session, lost);
    if (done)
        done = book::writeLife(session, m_portion.life, m_bounds.lifeMost);
    if (done)
        done = book::writeAttempts(session, m_portion.attempts);
    return done;
}

/// Drops what the database will never accept, so that it does not block the rest.
void Chronicle::Notes::dropHopeless(const Session &session, const Error &error)
{
    const bool mayPass = session.isBroken() || session.lastDiagnosis().worthRetrying ||
                         error.trouble == Trouble::Unavailable || error.trouble == Trouble::Uncertain;
    if (mayPass || ++m_portion.tries < hopelessAfter)
        return;
    m_dropped.fetch_add(m_portion.size(), std::memory_order_relaxed);
    for (const Refusal &refusal : std::as_const(m_portion.refusals))
        noteLost(refusal.lastAt);
    confirm(m_portion.number);
}

Result<Chronicle::Notes::Progress> Chronicle::Notes::writePortion(Session &session, WallMs now)
{
    if (!isUnderWay())
        takePortion();
    while (isUnderWay()) {
        const auto first = book::beginFlush(session, m_writer, m_portion.number, now);
        if (!first)
            return std::unexpected(first.error());
        if (*first)
            break;
        confirm(m_portion.number); // an earlier try whose answer was lost or is late
        takePortion();
    }
    if (!isUnderWay())
        return Progress{.number = 0, .round = round(), .empty = true};
    if (const auto written = writeRows(session); !written) {
        dropHopeless(session, written.error());
        return std::unexpected(written.error());
    }
    const std::lock_guard lock(m_mutex);
    return Progress{.number = m_portion.number,
                    .round = m_portion.round,
                    .empty = isNothingTaken() && isNothingWaiting()};
}

} // namespace seonchak
