// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/promised.h"
#include "core/async/wakers.h"
#include "core/database/book/journal_entry.h"
#include "core/database/engine/session.h"

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace seonchak {

class JournalWriter;

/// The writer of the book in this process: a thread that takes everything queued during the last commit,
/// commits it as one transaction (group commit: Gray & Reuter, Transaction Processing, 1993, 9.4.7), and
/// delivers to each calling thread its whole share of the batch with one event. Answers come only after the
/// commit. Other writing work has a thread and a connection of its own on PostgreSQL: it locks rows that all
/// servers share, and issues must not wait until another server, which may hang, releases them. SQLite has
/// one writer at a time, so there the two take turns. One bad row in a batch does not affect the others. If a
/// commit's answer is lost, the book is read before anyone is answered.
///
/// Callable from any thread with an event loop; the thread must outlive its answers. Beyond `queueMost`
/// waiting entries new ones fail immediately with Unavailable, before the call returns. While the database is
/// unavailable entries wait a few seconds, then fail with Unavailable: nothing of such a batch is in the
/// book. Uncertain: it may be. On SQLite a second thread moves the log into the database file (see
/// Checkpointer). The webhook receivers `issueHooks` are notified of each issue in its own transaction.
class Journal
{
public:
    using BookCallback = std::function<void(Result<Booked>)>;
    using DoneCallback = std::function<void(Result<void>)>;

    Journal(DatabaseUrl url, std::size_t queueMost, QStringList issueHooks = {});
    /// Writes the queued entries, then joins.
    ~Journal();

    /// Calls back on the caller's thread.
    void book(IssueEntry entry, BookCallback done);
    void openDoubt(DoubtEntry entry, DoneCallback done);
    /// The doubt ended without an issue (the code returned to the stock or was voided).
    void closeDoubt(qint64 reservation, DoneCallback done);

    /// Runs other writing work (push, edit, generate, …) in its own transaction, on SQLite between two
    /// batches, so long work must come in slices. Works run one after the other, in no order with the
    /// entries. If the connection is lost it runs again, even if the commit may have been done: make it
    /// repeatable.
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

    /// The same without an answer: for the last writes of an object that is being destroyed.
    void writeBehind(std::function<Result<void>(Session &)> work);

    /// For a program that is ending. Thread-safe. First beBrief(): waits for other programs' locks are brief.
    /// Then hurry(): entries do not wait for an unavailable or locked database.
    void beBrief();
    void hurry();

    /// Whether the database is open, migrated and accepted the last write.
    [[nodiscard]] bool isConnected() const;
    /// Why nothing can be written now; nullopt if all is well, or before the first try has ended.
    [[nodiscard]] std::optional<Error> trouble() const;
    /// Those who wait for isConnected(), or for the first trouble.
    [[nodiscard]] Wakers &changes() { return m_changes; }
    /// How long the current batch has waited for the database; zero if there is none.
    [[nodiscard]] std::chrono::nanoseconds waitsSince() const;
    /// A trouble that no retry solves: a schema newer than this program, or a damaged file. All writes are
    /// then refused.
    [[nodiscard]] std::optional<Error> permanentTrouble() const;
    /// A trouble of a database that still accepts writes: its log cannot be moved into the file (see
    /// Checkpointer). Empty if there is none.
    [[nodiscard]] QString logTrouble() const;
    /// What writeBehind() could not write since the start, and the most recent reason.
    struct Lost
    {
        qint64 works = 0;
        QString why;
    };
    [[nodiscard]] Lost lostBehind() const;
    /// The number of waiting entries, for the metrics.
    [[nodiscard]] std::size_t depth() const;

private:
    /// With a session: runs its transaction; returns false if it must run again because the connection was
    /// lost or another transaction interfered. Without a session: answers with the error.
    using Work = std::function<bool(Session *, const Error &)>;
    friend class JournalWriter;
    void enqueueWork(Work work);
    void lose(const Error &why);

    /// The writers of entries and of works: one and the same on SQLite.
    using Writers = std::array<JournalWriter *, 2>;
    [[nodiscard]] Writers writers() const;

    Wakers m_changes;
    mutable std::mutex m_lostMutex;
    Lost m_lost;
    std::unique_ptr<JournalWriter> m_writer;
    std::unique_ptr<JournalWriter> m_works; ///< null on SQLite
};

} // namespace seonchak
