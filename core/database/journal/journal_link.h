// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/wakers.h"
#include "core/database/engine/checkpointer.h"
#include "core/database/engine/retry_pause.h"
#include "core/database/engine/session.h"

#include <chrono>
#include <mutex>
#include <optional>

namespace seonchak {

/// The journal's connection: opened, migrated, lost, and reopened with backoff. Used on the journal's thread
/// only, except functions marked thread-safe.
class JournalLink
{
public:
    using Clock = std::chrono::steady_clock;

    /// `changes` are woken when `connected` changes, and at the first trouble.
    JournalLink(DatabaseUrl url, std::atomic<bool> &connected, Wakers &changes);

    /// Null while the database is unavailable.
    [[nodiscard]] Session *session() const { return m_session.get(); }
    /// Blocks the checkpointer's last step during one transaction.
    [[nodiscard]] std::unique_lock<std::mutex> passGate();

    /// Tries once, and sets when the next try is due.
    bool tryConnect();
    [[nodiscard]] Clock::time_point nextTry() const { return m_nextTry; }
    /// True for the first seconds without a database: entries may wait that long.
    [[nodiscard]] bool isPatient() const;
    /// The program is ending: from the next try on, waits for other programs' locks are brief. Thread-safe.
    void beBrief() { m_brief.store(true); }
    /// From now on entries do not wait for the database. Thread-safe.
    void hurry() { m_hurried.store(true); }
    [[nodiscard]] bool isHurried() const { return m_hurried.load(); }
    /// Call it before each try: sets the session's lock wait according to the above.
    void followPace();
    /// Closes the session. `why` is the error for entries while there is none.
    void drop(const Error &why);
    /// Closes the session and tries to open another within a few seconds.
    bool reconnectSoon(const Error &why);
    void close();

    [[nodiscard]] const Error &why() const { return m_why; }
    /// Writes one value, and checks every permission that a batch needs. If that fails and no other session
    /// can be opened immediately, there is none afterwards.
    void probe();
    /// Why there is no session, once a try has failed. Thread-safe.
    [[nodiscard]] std::optional<Error> trouble() const;
    /// No retry solves this. Thread-safe.
    [[nodiscard]] std::optional<Error> permanentTrouble() const;
    /// What blocks the checkpointer; empty if nothing does. Thread-safe.
    [[nodiscard]] QString logTrouble() const;

private:
    Result<void> prepare(Session &session);
    Result<void> writeWord(Session &session);
    Result<void> writeValue(Session &session);
    void setPermanent(const Error &error);
    void setTrouble(std::optional<Error> error);
    void setConnected(bool connected);
    bool replaceSession(const Error &why);
    void setLogTrouble(const QString &trouble);

    const DatabaseUrl m_url;
    std::atomic<bool> &m_connected;
    Wakers &m_changes;
    std::atomic<bool> m_brief = false;
    std::atomic<bool> m_hurried = false;
    int m_lockWaitMs = 0; ///< of the session
    std::unique_ptr<Session> m_session;
    Error m_why{Trouble::Unavailable, QStringLiteral("the database is not connected"), {}};
    Clock::time_point m_awaySince = Clock::now();
    Clock::time_point m_nextTry = m_awaySince;
    RetryPause m_pause;
    bool m_wasConnected = false;
    mutable std::mutex m_mutex;
    std::optional<Error> m_permanent;
    std::optional<Error> m_trouble;
    QString m_logTrouble;
    std::unique_ptr<Checkpointer> m_checkpointer; ///< last member: its thread reports into the members above
};

} // namespace seonchak
