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

constexpr qsizetype hashDigits = 16; ///< digits of the hash in the name of a record

/// The raw records of one run as text files that any program can read: comma-separated, one header line, no
/// quotes (no field can hold a comma). Each is named by the hash of what it holds: plan.3f2a….csv.
///   plan     n,user,scheduled_ns            written before the first request leaves
///   answers  n,scheduled_ns,sent_ns,answered_ns,status,fate,code    (-1: never)
///   book     code,status,user               every coupon, from the database
///   redis    kind,user,code                 STOCK in list order, PENDING, KEY
///   opening  opens_at_us,asked_ns,told_ns,redis_us    readings of Redis' clock, before and after the run
///   results  .jtl: JMeter's own results, if it was the client; the answers follow from it
struct RecordFiles
{
    QString plan; ///< names in the run's directory
    QString answers;
    QString book;
    QString redis;
    QString jtl = {};     ///< JMeter's own results, if it sent the requests; else empty
    QString opening = {}; ///< empty if the run had no opening
};

Result<QString> writePlan(const QDir &dir, const std::vector<Request> &requests);
Result<QString> writeAnswers(const QDir &dir, const std::vector<Request> &requests);
Result<QString> writeBook(const QDir &dir, const Truth &truth);
Result<QString> writeRedis(const QDir &dir, const Truth &truth);
Result<QString> writeOpening(const QDir &dir, const Opening &opening);

/// Reads plan and answers together. BadInput if they do not match each other, or were changed: a hash that
/// differs from the name's, an unreadable line.
Result<std::vector<Request>> readRequests(const QDir &dir, const RecordFiles &files);
/// `stockInRedis` as for the strategy.
Result<Truth> readTruth(const QDir &dir, const RecordFiles &files, bool stockInRedis);

/// Without such a record, a run without an opening.
Result<Opening> readOpening(const QDir &dir, const RecordFiles &files);

} // namespace seonchak::lab
