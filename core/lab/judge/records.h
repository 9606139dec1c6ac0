// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/lab/plan/opening.h"
#include "core/lab/plan/request.h"
#include "core/lab/plan/truth.h"

#include <QDir>
#include <QString>

namespace seonchak::lab {

constexpr qsizetype hashDigits = 16; ///< of the hash, in the name of a record

/// The raw records of one run as text files that any program can read: comma-separated, one header line, no
/// quotes (no field can hold a comma). Each is named by the hash of what it holds: plan.3f2a….csv.
///   plan     n,user,scheduled_ns            written before the first request leaves
///   answers  n,scheduled_ns,sent_ns,answered_ns,status,fate,code    (-1: never)
///   book     code,status,user               every coupon, from the database
///   redis    kind,user,code                 STOCK in list order, PENDING, KEY
///   opening  opens_at_us,asked_ns,told_ns,redis_us    looks at Redis' clock beside the run's, before and
///   after it results  .jtl: JMeter's own results, where it was the client; answers follow from it
struct RecordFiles
{
    QString plan; ///< names within the run's directory
    QString answers;
    QString book;
    QString redis;
    QString jtl = {};     ///< JMeter's own results, where it sent the requests; else empty
    QString opening = {}; ///< where the run aimed at one; else empty
};

Result<QString> writePlan(const QDir &dir, const std::vector<Request> &requests);
Result<QString> writeAnswers(const QDir &dir, const std::vector<Request> &requests);
Result<QString> writeBook(const QDir &dir, const Truth &truth);
Result<QString> writeRedis(const QDir &dir, const Truth &truth);
Result<QString> writeOpening(const QDir &dir, const Opening &opening);

/// Reads plan and answers together. BadInput where they do not fit each other, or are not what was written: a
/// hash that is not the name's, a line that cannot be read.
Result<std::vector<Request>> readRequests(const QDir &dir, const RecordFiles &files);
/// `stockInRedis` as it was for the strategy.
Result<Truth> readTruth(const QDir &dir, const RecordFiles &files, bool stockInRedis);

/// Aims at none where the run has no such record.
Result<Opening> readOpening(const QDir &dir, const RecordFiles &files);

} // namespace seonchak::lab
