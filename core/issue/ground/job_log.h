// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/database/book/book_acts.h"
#include "core/watch/job.h"

#include <QList>
#include <QMutex>

namespace seonchak {

/// The long acts that this server is at, and those that have ended a while ago. Thread-safe. What is not here
/// any more, or was begun by another server, stands in the book as long as its key does.
class JobLog
{
public:
    static constexpr qint64 keptMs = 3'600'000; ///< after its end
    static constexpr qsizetype keptMost = 256;

    /// The clock outlives it.
    explicit JobLog(const Clock &clock)
        : m_clock(clock)
    {
    }
    JobLog(const JobLog &) = delete;
    JobLog &operator=(const JobLog &) = delete;

    void begin(const book::Act &act);
    void progress(const QString &id, qint64 made);
    /// Before end(): why it will have failed.
    void fail(const QString &id, const Error &error);
    /// `result` as the trail has it.
    void end(const book::Act &act, const QString &result);

    [[nodiscard]] std::optional<Job> find(const QString &id) const;
    /// The newest first.
    [[nodiscard]] QList<Job> list() const;
    /// Another number whenever a job is another.
    [[nodiscard]] quint64 version() const;
    /// What has changed after this version, the oldest change first.
    [[nodiscard]] QList<Job> changedSince(quint64 version) const;

    /// The same of an act that is in the book alone.
    [[nodiscard]] static Job ofAct(const book::Act &act);

private:
    struct Entry
    {
        Job job;
        quint64 version = 0;
    };
    Entry *entryOf(const QString &id);
    void prune();

    const Clock &m_clock;
    mutable QMutex m_mutex;
    QList<Entry> m_entries; ///< in the order they were begun
    quint64 m_version = 0;
};

} // namespace seonchak
