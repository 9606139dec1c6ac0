// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/lab/plan/request.h"

#include <QString>

#include <vector>

namespace seonchak::lab {

/// What a JMeter result file (.jtl) says about the requests to the issue endpoint.
struct Jtl
{
    /// In the order of the file. JMeter has no schedule: `scheduled` is -1. `sent` is the sample's time stamp
    /// and `answered` that plus `elapsed`, both in whole milliseconds, counted from the earliest sample.
    /// `user` is 0 if unknown.
    std::vector<Request> requests;
    bool isXml = false;
    qint64 startedMs = 0;     ///< the earliest sample, by JMeter's wall clock
    qint64 others = 0;        ///< samples of other requests, skipped
    qint64 firstOther = 0;    ///< the line of the first of them; 0: none
    qint64 withoutBody = 0;   ///< answers whose body is not in the file: judged only by their status
    qint64 usersByThread = 0; ///< requests whose user is only known from the thread's number, as in rush.jmx
};

/// Reads CSV or XML as written by JMeter 2.13 to 5.x, with or without a header line, in bounded space besides
/// the requests themselves. The user comes from the URL, else from the label if it contains the path, else
/// from the thread's number (rush.jmx: the n-th thread is user `firstUser` + n - 1), else from the answer.
/// The user of a sample that failed before it had a URL ("null") may be unknown. Without a body a second 200
/// of one user counts as ALREADY. Time stamps are taken as the start of a sample, which is JMeter's default.
/// BadInput, with the line, if the file is broken, truncated, contains two runs, has times formatted as text,
/// or has no sample of the issue endpoint.
Result<Jtl> readJtl(const QString &path, UserId firstUser = 1);

/// Enters the file's samples into `plan`, user by user: the k-th request of a user takes the k-th sample of
/// that user; requests without a sample stay unsent. BadInput if a user has more samples than planned
/// requests.
Result<void> placeByUser(const Jtl &jtl, std::vector<Request> &plan);

} // namespace seonchak::lab
