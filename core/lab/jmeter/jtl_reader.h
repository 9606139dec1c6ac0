// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/lab/plan/request.h"

#include <QString>

#include <vector>

namespace seonchak::lab {

/// What a result file of JMeter (.jtl) tells of the requests to the issue endpoint.
struct Jtl
{
    /// In the order of the file. JMeter knows no schedule: `scheduled` is -1. `sent` is the sample's time
    /// stamp and `answered` that plus `elapsed`, both in whole milliseconds, counted from the earliest
    /// sample. `user` is 0 where nothing tells it.
    std::vector<Request> requests;
    bool isXml = false;
    qint64 startedMs = 0;     ///< the earliest sample, by JMeter's wall clock
    qint64 others = 0;        ///< samples of something else, passed over
    qint64 firstOther = 0;    ///< the line of the first of them; 0: there is none
    qint64 withoutBody = 0;   ///< answers whose body the file does not hold: judged by their status alone
    qint64 usersByThread = 0; ///< requests whose user only the thread's number tells, as rush.jmx gives them
};

/// Reads CSV or XML as JMeter 2.13 to 5.x writes them, with or without a header line, in bounded space
/// besides the requests themselves. The user comes from the URL, else from the label where it holds the path,
/// else from the thread's number (rush.jmx: the n-th thread is user `firstUser` + n - 1), else from the
/// answer. A sample that failed before it had a URL ("null") is one whose user may be unknown. Without a body
/// a second 200 of one user counts as ALREADY. Time stamps are taken for the samples' beginning, which is
/// JMeter's delivered setting. BadInput, and the line, where the file is broken, cut off, holds two runs, has
/// times JMeter formatted as text, or has no sample of the issue endpoint.
Result<Jtl> readJtl(const QString &path, UserId firstUser = 1);

/// Puts what the file tells into `plan`, user by user: the k-th request of a user takes the k-th sample of
/// that user; what has no sample stays unsent. BadInput where a sample's user asks more often than planned.
Result<void> placeByUser(const Jtl &jtl, std::vector<Request> &plan);

} // namespace seonchak::lab
