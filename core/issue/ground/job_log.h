// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/database/book/book_acts.h"
#include "core/watch/job.h"

#include <QList>
#include <QMutex>

namespace seonchak {

/// The long acts that this server is running, and those that ended within the last hour. Thread-safe. Older
/// acts, and those of other servers, are in the book as long as their key is.
class JobLog
{
public:
    static constexpr qint64 keptMs = 3'600'000; ///< after the act's end
    static constexpr qsizetype keptMost = 256;

    /// `clock` must outlive the log.
    explicit JobLog(const Clock &clock)
        : m_clock(clock)
    {
    }
    JobLog(const JobLog &) = delete;
    JobLog &operator=(const JobLog &) = delete;

    void begin(const book::Act &act);
    void progress(const QString &id, qint64 made);
    /// Call before end(): why the act will have failed.
    void fail(const QString &id, const Error &error);
    /// `result` is as in the trail.
    void end(const book::Act &act, const QString &result);

    [[nodiscard]] std::optional<Job> find(const QString &id) const;
    /// Newest first.
    [[nodiscard]] QList<Job> list() const;
    /// Changes whenever a job changes.
    [[nodiscard]] quint64 version() const;
    /// The jobs that changed after this version, the oldest change first.
    [[nodiscard]] QList<Job> changedSince(quint64 version) const;

    /// The job of an act that is only in the book.
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
    QList<Entry> m_entries; ///< in the order in which they began
    quint64 m_version = 0;
};

} // namespace seonchak
