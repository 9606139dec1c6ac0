// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/job.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

/// The JSON of long acts under way and ended.
namespace seonchak::json {

/// What the one who asked for the act was, or would have been, answered.
struct JobAnswer
{
    int status = 0; ///< 0: none is known
    QByteArray body;
};

QJsonObject job(const Job &job);
/// {"items":[…]}
QByteArray jobs(const QList<Job> &jobs);
/// Internal where it is no job.
Result<Job> readJob(const QByteArray &text);
Result<QList<Job>> readJobs(const QByteArray &text);
/// Of the job object of GET /api/v1/jobs/{id}.
JobAnswer readJobAnswer(const QByteArray &text);

} // namespace seonchak::json
