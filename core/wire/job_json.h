// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/job.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

/// The JSON of running and ended long acts.
namespace seonchak::json {

/// The answer to the request for the act, as it was or would have been.
struct JobAnswer
{
    int status = 0; ///< 0: unknown
    QByteArray body;
};

QJsonObject job(const Job &job);
/// {"items":[…]}
QByteArray jobs(const QList<Job> &jobs);
/// Internal if it is not a job.
Result<Job> readJob(const QByteArray &text);
Result<QList<Job>> readJobs(const QByteArray &text);
/// Reads the job object of GET /api/v1/jobs/{id}.
JobAnswer readJobAnswer(const QByteArray &text);

} // namespace seonchak::json
