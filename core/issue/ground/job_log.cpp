// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/job_log.h"

#include <algorithm>

namespace seonchak {

namespace {

/// That of added coupons is their ids, which nobody asks a job for.
QByteArray noteForJob(const book::Act &act)
{
    return act.action == QLatin1String("void") ? act.note : QByteArray();
}

} // namespace

Job JobLog::ofAct(const book::Act &act)
{
    Job job;
    job.id = act.id;
    job.action = act.action;
    job.actor = act.actor;
    job.detail = act.detail;
    job.total = act.total;
    job.made = act.made;
    job.moved = act.moved;
    job.note = noteForJob(act);
    job.begunAt = act.begunAt;
    job.state = act.done ? Job::State::Done : act.owner.isEmpty() ? Job::State::Stopped : Job::State::Running;
    return job;
}

JobLog::Entry *JobLog::entryOf(const QString &id)
{
    const auto found =
        std::ranges::find_if(m_entries, [&id](const Entry &entry) { return entry.job.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

void JobLog::begin(const book::Act &act)
{
    const QMutexLocker lock(&m_mutex);
    m_entries.removeIf([&act](const Entry &entry) { return entry.job.id == act.id; });
    prune();
    Entry entry{ofAct(act), ++m_version};
    entry.job.state = Job::State::Running;
    if (entry.job.begunAt == 0)
        entry.job.begunAt = m_clock.wallMs();
    m_entries.append(std::move(entry));
}

void JobLog::progress(const QString &id, qint64 made)
{
    const QMutexLocker lock(&m_mutex);
    Entry *entry = entryOf(id);
    if (!entry || made <= entry->job.made)
        return;
    entry->job.made = made;
    entry->version = ++m_version;
}

void JobLog::fail(const QString &id, const Error &error)
{
    const QMutexLocker lock(&m_mutex);
    if (Entry *entry = entryOf(id))
        entry->job.error = error;
}

void JobLog::end(const book::Act &act, const QString &result)
{
    const QMutexLocker lock(&m_mutex);
    Entry *entry = entryOf(act.id);
    if (!entry)
        return;
    Job &job = entry->job;
    job.made = act.made;
    job.moved = act.moved;
    job.note = noteForJob(act);
    job.result = result;
    job.endedAt = m_clock.wallMs();
    job.state = job.error                                     ? Job::State::Failed
                : result.startsWith(QLatin1String("stopped")) ? Job::State::Stopped
                                                              : Job::State::Done;
    entry->version = ++m_version;
    prune();
}

/// Running acts stay, however many.
void JobLog::prune()
{
    const WallMs now = m_clock.wallMs();
    m_entries.removeIf(
        [now](const Entry &entry) { return entry.job.isOver() && now - entry.job.endedAt > keptMs; });
    while (m_entries.size() >= keptMost) {
        const auto over =
            std::ranges::find_if(m_entries, [](const Entry &entry) { return entry.job.isOver(); });
        if (over == m_entries.end())
            return;
        m_entries.erase(over);
    }
}

std::optional<Job> JobLog::find(const QString &id) const
{
    const QMutexLocker lock(&m_mutex);
    for (const Entry &entry : m_entries) {
        if (entry.job.id == id)
            return entry.job;
    }
    return std::nullopt;
}

QList<Job> JobLog::list() const
{
    const QMutexLocker lock(&m_mutex);
    QList<Job> jobs;
    for (auto entry = m_entries.crbegin(); entry != m_entries.crend(); ++entry)
        jobs.append(entry->job);
    return jobs;
}

quint64 JobLog::version() const
{
    const QMutexLocker lock(&m_mutex);
    return m_version;
}

QList<Job> JobLog::changedSince(quint64 version) const
{
    const QMutexLocker lock(&m_mutex);
    QList<Entry> changed;
    for (const Entry &entry : m_entries) {
        if (entry.version > version)
            changed.append(entry);
    }
    std::ranges::sort(changed, {}, &Entry::version);
    QList<Job> jobs;
    for (const Entry &entry : std::as_const(changed))
        jobs.append(entry.job);
    return jobs;
}

} // namespace seonchak
