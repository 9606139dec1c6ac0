// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace seonchak::lab {

/// The outcome of one request, as seen by the client.
enum class Fate {
    Unsent,        ///< never written: no connection was free in time, or the run was cancelled
    NoAnswer,      ///< written, but the connection ended or the time ran out
    Issued,        ///< 200 VALID
    Already,       ///< 200 ALREADY
    SoldOut,       ///< 404 sold-out
    PartnerFailed, ///< 500 store-failed
    InDoubt,       ///< 202
    Conflict,      ///< 409 conflict: the optimistic lock ran out of retries
    InProgress,    ///< 409 in-progress
    Unavailable,   ///< 503
    Other,         ///< anything else, including invalid answers
    TooEarly,      ///< 403 not-open
};
const char *fateName(Fate fate);
std::optional<Fate> fateFromName(QByteArrayView name);

/// One request as planned and as sent. Instants are nanoseconds since the run began; -1: never.
struct Request
{
    UserId user = 0;
    qint64 scheduled = 0; ///< the planned instant, regardless of the server; in a closed model: when it was
                          ///< sent; -1: not known, where JMeter was the client
    qint64 sent = -1;     ///< the first byte was written
    qint64 answered = -1; ///< the last byte was read
    int status = 0;       ///< HTTP; 0: no answer
    Fate fate = Fate::Unsent;
    QByteArray code; ///< the coupon's, with Issued and Already
};

/// How late a request may be sent and still count as punctual.
constexpr qint64 punctualNs = 1'000'000;
constexpr bool isPunctual(const Request &request)
{
    return request.sent >= 0 && request.sent - request.scheduled <= punctualNs;
}

/// The users and instants of the requests: equal for every strategy with the same numbers (common random
/// numbers, Law: Simulation Modeling and Analysis, 11.2). The users are a shuffle of 1…users, repeated if
/// there are more requests than users; the instants are evenly spaced, `rate` a second; rate 0: all at once.
std::vector<Request> planRequests(qint64 requests, qint64 users, double rate, quint64 seed);

} // namespace seonchak::lab
