// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/issue/ground/issue_outcome.h"
#include "server/transport/message.h"
#include "server/transport/refusal.h"

#include <QJsonObject>

namespace seonchak::http {

/// Every refusal of the API that is not an outcome of an issue: those are in core/issue/ground/outcome_row.h.
/// Each machine code is stable; the texts are not.
enum class Problem {
    Unavailable,
    Incomplete,
    KeyMismatch,
    KeyRunning,
    InvalidKey,
    NotFound,
    CouponNotFound,
    DoubtNotFound,
    DoubtBusy,
    NeedsSecond,
    ApprovalNotFound,
    ApprovalOwn,
    Nameless,
    DeliveryNotFound,
    NoForeignKeys,
    CutActSettled,
    ActNotRunning,
    JobNotFound,
    MethodNotAllowed,
    InvalidId,
    InvalidJson,
    InvalidBody,
    InvalidQuery,
    UnsupportedMediaType,
    EncodedBody,
    Unauthorized,
    NotPermitted,
    TooManyRequests,
    Forbidden,
    NotLocal,
    Misdirected,
    CodeExists,
    NotEditable,
    BadRequest,
    TimedOut,
    TooLarge,
    UriTooLong,
    HeadersTooLarge,
    Internal,
    Count_, // number of problems
};

/// Korean unless the request prefers English (Accept-Language, RFC 9110 12.5.4).
enum class Language { Korean, English };
Language languageOf(const Request &request);

/// A problem as application/problem+json (RFC 9457). `detail` (by default the kind's text in the request's
/// language) is for people.
Response problem(Problem kind, const Request &request, const QString &detail = {},
                 const QJsonObject &more = {});
/// Likewise for a request for a coupon that ended without one.
Response problem(IssueOutcome::Kind outcome, const Request &request, const QJsonObject &more = {});

/// The problem that a core error means to a client, without internals.
Response problemOf(const Error &error, const Request &request);

/// The transport's refusals as problems.
Response refusalProblem(Refusal refusal, const Request &headSoFar);

} // namespace seonchak::http
