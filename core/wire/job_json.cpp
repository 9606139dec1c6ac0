// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/job_json.h"

#include "core/wire/json_tools.h"

namespace seonchak::json {

namespace {

constexpr std::array jobStates{"running", "done", "stopped", "failed"};

Result<Job> jobOf(const QJsonObject &object)
{
    Job job;
    job.id = textAt(object, QLatin1String("id"));
    const auto state = placeOf(jobStates, textAt(object, QLatin1String("state")));
    if (job.id.isEmpty() || !state)
        return failure(Trouble::Internal, QStringLiteral("the answer is no job"));
    job.state = Job::State(*state);
    job.action = textAt(object, QLatin1String("action"));
    job.actor = textAt(object, QLatin1String("actor"));
    job.detail = textAt(object, QLatin1String("detail"));
    job.total = numberAt(object, QLatin1String("total"));
    job.made = numberAt(object, QLatin1String("made"));
    job.begunAt = timeAt(object, QLatin1String("begunAt"));
    job.endedAt = timeAt(object, QLatin1String("endedAt"));
    job.result = textAt(object, QLatin1String("result"));
    return job;
}

} // namespace

QJsonObject job(const Job &job)
{
    return {{QStringLiteral("id"), job.id},
            {QStringLiteral("action"), job.action},
            {QStringLiteral("actor"), job.actor},
            {QStringLiteral("detail"), job.detail},
            {QStringLiteral("state"), QLatin1String(jobStates.at(std::size_t(job.state)))},
            {QStringLiteral("total"), job.total > 0 ? QJsonValue(job.total) : QJsonValue()},
            {QStringLiteral("made"), job.made},
            {QStringLiteral("begunAt"), timeValue(job.begunAt)},
            {QStringLiteral("endedAt"), timeValue(job.endedAt)},
            {QStringLiteral("result"), job.result.isEmpty() ? QJsonValue() : QJsonValue(job.result)}};
}

QByteArray jobs(const QList<Job> &jobs)
{
    QJsonArray items;
    for (const Job &one : jobs)
        items.append(job(one));
    return compact({{QStringLiteral("items"), items}});
}

Result<Job> readJob(const QByteArray &text)
{
    const auto object = objectOf(text);
    return object ? jobOf(*object) : std::unexpected(object.error());
}

Result<QList<Job>> readJobs(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    QList<Job> jobs;
    for (const auto &item : object->value(QLatin1String("items")).toArray()) {
        if (const auto job = jobOf(item.toObject())) // A job of a later version is skipped.
            jobs.append(*job);
    }
    return jobs;
}

JobAnswer readJobAnswer(const QByteArray &text)
{
    const auto object = objectOf(text);
    const QJsonObject answer = object ? object->value(QLatin1String("answer")).toObject() : QJsonObject();
    return {int(numberAt(answer, QLatin1String("status"))),
            compact(answer.value(QLatin1String("body")).toObject())};
}

} // namespace seonchak::json
