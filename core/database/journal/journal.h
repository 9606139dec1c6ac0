// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/crossing.h"
#include "core/database/book/journal_entry.h"
#include "core/database/engine/session.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace seonchak {

class JournalWriter;

/// The one writer of the book in this process: a thread that takes all that queued up while the last commit
/// ran, commits it as one transaction (group commit: Gray & Reuter, Transaction Processing, 1993, 9.4.7), and
/// hands each calling thread its whole share of the batch with one event. The answer comes after the commit,
/// never before. One bad row in a batch does not spoil the rest. A commit whose answer was lost is read back
/// before anyone is told. Callable from any thread with an event loop; the thread must outlive its answers.
/// Past `queueMost` waiting entries new ones fail with Unavailable at once, before the call returns. While
/// the database is away entries wait for it a few seconds, then they fail with Unavailable: nothing of such a
/// batch is in the book. Uncertain: it may be. On SQLite a second thread moves the log into the database file
/// (see Checkpointer). `issueHooks`, webhooks' receivers, are told of each issue in its own transaction.
class Journal
{
public:
    using BookCallback = std::function<void(Result<Booked>)>;
    using DoneCallback = std::function<void(Result<void>)>;

    Journal(DatabaseUrl url, std::size_t queueMost, QStringList issueHooks = {});
    /// Writes what is queued, then joins.
    ~Journal();

    /// Called back on the caller's thread.
    void book(IssueEntry entry, BookCallback done);
    void openDoubt(DoubtEntry entry, DoneCallback done);
    /// The doubt ended without an issue (the code went back to the stock or was voided).
    void closeDoubt(qint64 reservation, DoneCallback done);

    /// Runs other writing work (push, edit, generate, …) in a transaction of its own between two batches, so
    /// long work must come in slices. Runs again where the connection broke, even if the commit may have been
    /// done: make it repeatable.
    template <typename T>
    QCoro::Task<Result<T>> write(std::function<Result<T>(Session &)> work)
    {
        Promised<Result<T>> result;
        enqueueWork([work = std::move(work), result](Session *session, const Error &why) -> bool {
            if (!session) {
                result.deliver(std::unexpected(why));
                return true;
            }
            Result<T> value = failure(Trouble::Internal, QStringLiteral("never ran"));
            const auto done = session->transaction([&]() -> Result<void> {
                value = work(*session);
                return value ? Result<void>{} : std::unexpected(value.error());
            });
            if (!done && (session->isBroken() || session->lastDiagnosis().worthRetrying))
                return false;
            result.deliver(done ? std::move(value) : std::unexpected(done.error()));
            return true;
        });
        co_return co_await result;
    }

    /// The same with nobody waiting for the answer: for the last words of an object that is being destroyed.
    void writeBehind(std::function<Result<void>(Session &)> work);

    /// The program is ending, from any thread. First: other programs' locks are waited for only briefly.
    /// Then: entries do not wait for a database that is away or locked.
    void beBrief();
    void hurry();

    /// True while the database is open, migrated and took the last write.
    [[nodiscard]] bool isConnected() const { return m_connected.load(); }
    /// Why nothing can be written now; nothing while all is well, or before the first try has ended.
    [[nodiscard]] std::optional<Error> trouble() const;
    /// How long the write under way has waited for the database; zero where none is under way.
    [[nodiscard]] std::chrono::nanoseconds waitsSince() const;
    /// What no retry will mend: a schema newer than this program, or a damaged file. Then all writes are
    /// refused.
    [[nodiscard]] std::optional<Error> permanentTrouble() const;
    /// What is wrong with a database that takes every write as yet: its log cannot be moved into the file
    /// (see Checkpointer). Empty: nothing.
    [[nodiscard]] QString logTrouble() const;
    /// What writeBehind() was given and could not write, since the start, and why the last of it.
    struct Lost
    {
        qint64 works = 0;
        QString why;
    };
    [[nodiscard]] Lost lostBehind() const;
    /// Entries waiting now, for the metrics.
    [[nodiscard]] std::size_t depth() const { return m_depth.load(); }
    [[nodiscard]] quint64 commits() const { return m_commits.load(); }

private:
    /// With a session: does its transaction and tells whether it is finished; false: to be run again, the
    /// connection broke or another transaction came in between. Without one: answers with the error.
    using Work = std::function<bool(Session *, const Error &)>;
    friend class JournalWriter;
    void enqueueWork(Work work);
    void lose(const Error &why);

    std::atomic<bool> m_connected{false};
    std::atomic<std::size_t> m_depth{0};
    std::atomic<quint64> m_commits{0};
    std::atomic<qint64> m_busySince{0}; ///< by the steady clock; 0: nothing is under way
    mutable std::mutex m_lostMutex;
    Lost m_lost;
    std::unique_ptr<JournalWriter> m_writer;
};

} // namespace seonchak
