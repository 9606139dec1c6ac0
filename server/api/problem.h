// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "server/transport/message.h"
#include "server/transport/refusal.h"

#include <QJsonObject>

#include <optional>
#include <string_view>

namespace seonchak::http {

/// Every way the API says no. The machine code of each is stable; the words are not.
enum class Problem {
    SoldOut,
    NotOpen,
    Closed,
    StoreFailed,
    InDoubt,
    InProgress,
    Conflict,
    Unavailable,
    Incomplete,
    KeyMismatch,
    KeyRunning,
    InvalidKey,
    Paused,
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
};

/// The problem with that machine code.
[[nodiscard]] std::optional<Problem> problemNamed(std::string_view code);

/// Korean unless the request prefers English (Accept-Language, RFC 9110 12.5.4).
enum class Language { Korean, English };
Language languageOf(const Request &request);

/// A problem as application/problem+json (RFC 9457). `detail` (both languages' own words by default) is for
/// people.
Response problem(Problem kind, const Request &request, const QString &detail = {},
                 const QJsonObject &more = {});

/// The problem that a core error is to a client; internals stay out of it.
Response problemOf(const Error &error, const Request &request);

/// The transport's refusals in the same words.
Response refusalProblem(Refusal refusal, const Request &headSoFar);

} // namespace seonchak::http
