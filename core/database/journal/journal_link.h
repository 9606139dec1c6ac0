// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/checkpointer.h"
#include "core/database/engine/retry_pause.h"
#include "core/database/engine/session.h"

#include <chrono>
#include <mutex>
#include <optional>

namespace seonchak {

/// The journal's connection: opened, migrated, lost, and had again with back-off. Used on the journal's
/// thread only, but for what says otherwise.
class JournalLink
{
public:
    using Clock = std::chrono::steady_clock;

    JournalLink(DatabaseUrl url, std::atomic<bool> &connected);

    /// Null while the database is away.
    [[nodiscard]] Session *session() const { return m_session.get(); }
    /// Locks out the checkpointer's last step for one transaction.
    [[nodiscard]] std::unique_lock<std::mutex> passGate();
    void wrote(int pages);

    /// One try, and when the next is due.
    bool tryConnect();
    [[nodiscard]] Clock::time_point nextTry() const { return m_nextTry; }
    /// True for the first seconds without a database: entries may wait for it that long.
    [[nodiscard]] bool isPatient() const;
    /// The program is ending: from the next try on, other programs' locks are waited for only briefly.
    /// Thread-safe.
    void beBrief() { m_brief.store(true); }
    /// Ends all patience. Thread-safe.
    void hurry() { m_hurried.store(true); }
    [[nodiscard]] bool isHurried() const { return m_hurried.load(); }
    /// Before each try: the session waits for locks as long as the above allow.
    void followPace();
    /// Lets go of the session. `why` is what entries are told while there is none.
    void drop(const Error &why);
    /// Drops the session and tries to have another within a few seconds.
    bool reconnectSoon(const Error &why);
    void close();

    [[nodiscard]] const Error &why() const { return m_why; }
    /// Writes a word, and asks for every permission that a batch needs. The session is gone where that fails
    /// and another cannot be had at once.
    void probe();
    /// Why there is no session, once a try has failed. Thread-safe.
    [[nodiscard]] std::optional<Error> trouble() const;
    /// No retry will mend this. Thread-safe.
    [[nodiscard]] std::optional<Error> permanentTrouble() const;
    /// What keeps the checkpointer from its work; empty: nothing. Thread-safe.
    [[nodiscard]] QString logTrouble() const;

private:
    Result<void> prepare(Session &session);
    Result<void> writeWord(Session &session);
    void setPermanent(const Error &error);
    void setTrouble(std::optional<Error> error);
    bool replaceSession(const Error &why);
    void setLogTrouble(const QString &trouble);

    const DatabaseUrl m_url;
    std::atomic<bool> &m_connected;
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
    std::unique_ptr<Checkpointer> m_checkpointer; ///< last: its thread tells what goes into the above
};

} // namespace seonchak
