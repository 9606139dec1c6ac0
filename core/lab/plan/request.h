// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace seonchak::lab {

/// How one request ended, from the client's side of the wire.
enum class Fate {
    Unsent,      ///< never written: no connection was free in time, or the run was cancelled
    NoAnswer,    ///< written, and the connection ended or the time ran out
    Issued,      ///< 200 VALID
    Already,     ///< 200 ALREADY
    SoldOut,     ///< 404 sold-out
    StoreFailed, ///< 500 store-failed
    InDoubt,     ///< 202
    Conflict,    ///< 409 conflict: the optimistic lock gave up
    InProgress,  ///< 409 in-progress
    Unavailable, ///< 503
    Other,       ///< anything else, a senseless answer among it
    TooEarly,    ///< 403 not-open
};
const char *fateName(Fate fate);
std::optional<Fate> fateFromName(QByteArrayView name);

/// One request as it was planned, and as it went. Instants are nanoseconds since the run began; -1: never.
struct Request
{
    UserId user = 0;
    qint64 scheduled = 0; ///< when it was to leave, whatever the server does; a closed model: when it left;
                          ///< -1: not known, where JMeter was the client
    qint64 sent = -1;     ///< the first byte was written
    qint64 answered = -1; ///< the last byte was read
    int status = 0;       ///< HTTP; 0: none
    Fate fate = Fate::Unsent;
    QByteArray code; ///< the coupon's, with Issued and Already
};

/// How late a request may leave and still be on schedule.
constexpr qint64 punctualNs = 1'000'000;
constexpr bool isPunctual(const Request &request)
{
    return request.sent >= 0 && request.sent - request.scheduled <= punctualNs;
}

/// Who asks when: the same for every strategy that is given the same numbers (common random numbers, Law:
/// Simulation Modeling and Analysis, 11.2). The users are a shuffle of 1…users, repeated where there are more
/// requests than users; the instants are even, `rate` a second; rate 0: all at once.
std::vector<Request> planRequests(qint64 requests, qint64 users, double rate, quint64 seed);

} // namespace seonchak::lab
