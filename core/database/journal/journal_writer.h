// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/journal/journal_batch.h"
#include "core/database/journal/journal_link.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace seonchak {

/// A thread of the Journal with its queue and its connection.
class JournalWriter
{
public:
    JournalWriter(DatabaseUrl url, std::size_t queueMost, QStringList issueHooks, Wakers &changes);
    /// Writes what is queued, then joins.
    ~JournalWriter();
    JournalWriter(const JournalWriter &) = delete;
    JournalWriter &operator=(const JournalWriter &) = delete;

    /// Returns false if the queue is full; the arguments are then unchanged.
    bool put(IssueEntry &entry, JournalReply<Journal::BookCallback> &reply);
    bool put(book::DoubtChange &change, JournalReply<Journal::DoneCallback> &reply);
    bool put(Journal::Work &work);
    void hurry();
    void beBrief();
    /// From now on the thread ends as soon as nothing is queued. Thread-safe, does not wait.
    void finish();
    /// See Journal's functions of the same names. Thread-safe.
    [[nodiscard]] bool isConnected() const { return m_connected.load(); }
    [[nodiscard]] std::size_t depth() const { return m_depth.load(); }
    [[nodiscard]] std::chrono::nanoseconds waitsSince() const;
    [[nodiscard]] std::optional<Error> trouble() const { return m_link.trouble(); }
    [[nodiscard]] std::optional<Error> permanentTrouble() const { return m_link.permanentTrouble(); }
    [[nodiscard]] QString logTrouble() const { return m_link.logTrouble(); }

private:
    struct Taken
    {
        JournalBatch batch;
        std::vector<Journal::Work> works;

        [[nodiscard]] bool isEmpty() const { return batch.size() == 0 && works.empty(); }
    };

    void noteDepth();
    void run();
    /// Waits for work and takes it: all entries and one piece of work; everything if there is no session.
    /// Takes nothing while the database is unavailable and entries may still wait.
    Taken take(bool stopping);
    void serve(Taken taken);
    void refuse(Taken taken);
    [[nodiscard]] bool isStopping() const;

    void writeBatch(JournalBatch batch);
    Result<JournalAnswers> tryBatch(const JournalBatch &batch);
    [[nodiscard]] bool mayBePlain(const JournalBatch &batch);
    Result<JournalAnswers> writeInSteps(const JournalBatch &batch);
    void giveUp(JournalBatch batch, Error error, bool uncertain);
    void runWork(const Journal::Work &work);
    void committed();
    void probe();

    const std::size_t m_queueMost;
    const QStringList m_issueHooks;
    // Each issue writes the depth, each commit the busy time; everyone reads whether it is connected.
    static constexpr std::size_t cacheLine = 64;
    std::atomic<bool> m_connected{false};
    alignas(cacheLine) std::atomic<std::size_t> m_depth{0};
    alignas(cacheLine) std::atomic<qint64> m_busySince{0}; ///< by the steady clock; 0: idle
    JournalLink m_link;

    int m_notPlain = 0;   ///< so many batches are written in steps without trying otherwise
    JournalBatch m_spare; ///< empty: the memory of a batch that has been answered, for those that wait next
    JournalLink::Clock::time_point m_nextProbe; ///< of a database that nothing was written to for a while

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    JournalBatch m_waiting;
    std::deque<Journal::Work> m_works;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace seonchak
