// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/per_thread.h"
#include "core/database/journal/journal.h"
#include "core/watch/chronicle.h"

#include <atomic>
#include <deque>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace seonchak {

/// The chronicle's notes on their way into the book. Noted on any thread under a short lock, refusals under
/// one of the thread's own; taken and written only on the journal's thread. A round is everything that waited
/// at one moment: it is taken as a whole, in constant time, and written in portions; later notes belong to
/// the next round.
class Chronicle::Notes
{
public:
    explicit Notes(Bounds bounds);

    void noteRefused(UserId user, Refusal::Reason reason, WallMs now);
    void noteLife(LifeEntry entry);
    void noteAttempt(DoubtAttempt attempt);

    struct Progress
    {
        qint64 number = 0; ///< of the portion; 0: there was nothing to write
        quint64 round =
            0; ///< once this portion is in the book, so is everything of this round and those before
        bool empty = true; ///< no more notes wait
    };
    /// Runs on the journal's thread: writes, once, the portion left by an earlier try, or else the next one.
    Result<Progress> writePortion(Session &session, WallMs now);
    static QCoro::Task<Result<Progress>> flushNext(std::shared_ptr<Notes> self, Journal &journal, WallMs now);
    /// The portion was committed.
    void confirm(qint64 number);

    /// No notes wait and no write is under way.
    [[nodiscard]] bool isEmpty() const;
    /// The current round, or the last one.
    [[nodiscard]] quint64 round() const;
    [[nodiscard]] qsizetype portionsWaiting() const;
    [[nodiscard]] qint64 dropped() const { return m_dropped.load(std::memory_order_relaxed); }

private:
    struct WhoAndWhy
    {
        UserId user = 0;
        Refusal::Reason reason = Refusal::Reason::SoldOut;
        bool operator==(const WhoAndWhy &) const = default;
    };
    struct Hash
    {
        std::size_t operator()(const WhoAndWhy &key) const
        {
            return std::hash<qint64>{}(key.user) * 31 + std::size_t(key.reason);
        }
    };
    using Refusals = std::unordered_map<WhoAndWhy, Refusal, Hash>;
    /// Those that some threads noted.
    struct Refused
    {
        mutable std::mutex mutex;
        Refusals waiting;
    };
    struct Kinds
    {
        std::deque<LifeEntry> life;
        std::deque<DoubtAttempt> attempts;

        [[nodiscard]] bool isEmpty() const { return life.empty() && attempts.empty(); }
    };
    struct Portion
    {
        qint64 number = 0;
        quint64 round = 0;
        QList<Refusal> refusals;
        QList<LifeEntry> life;
        QList<DoubtAttempt> attempts;
        int tries = 0;

        [[nodiscard]] qsizetype size() const { return refusals.size() + life.size() + attempts.size(); }
    };
    [[nodiscard]] bool hasRoom(std::size_t waiting, const std::atomic<std::size_t> &taken);
    void noteLost(WallMs now);
    void takeRound();
    void takePortion();
    [[nodiscard]] bool isUnderWay() const { return m_underWay > m_confirmed; }
    void takeRefusals();
    void takeSomeRefusals();
    [[nodiscard]] bool isNothingTaken() const;
    [[nodiscard]] bool isNothingWaiting() const;
    Result<void> writeRows(Session &session);
    void dropHopeless(const Session &session, const Error &error);
    void countTaken();

    const Bounds m_bounds;
    const QByteArray m_writer;       ///< identifies this run of the program among all writers of the book
    std::atomic<WallMs> m_lostAt{0}; ///< when the last refusal was lost; 0: none
    std::atomic<qint64> m_dropped{0};

    PerThread<Refused> m_refused;
    std::atomic<std::size_t> m_refusalsWaiting{0};

    mutable std::mutex m_mutex;
    Kinds m_waiting;
    quint64 m_round = 0;

    // Used only on the journal's thread, except atomics.
    Kinds m_taken;
    std::vector<Refusals> m_takenRefusals; ///< none is empty
    std::vector<Refusals> m_spare;         ///< empty, with their memory
    Portion m_portion;
    std::atomic<qint64> m_confirmed{0};
    std::atomic<qint64> m_underWay{0}; ///< the number of the portion last taken, if it was not empty
    std::atomic<std::size_t> m_refusalsTaken{0}, m_lifeTaken{0}, m_attemptsTaken{0};
};

} // namespace seonchak
