// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/message.h"

#include <functional>

namespace seonchak::http {

/// Why the transport refuses a request before any handler sees it. Every refusal closes the connection.
enum class Refusal {
    BadRequestLine,
    BadTarget,
    BadHeader,
    BadHost,
    BadLength,
    BadChunk,
    TargetTooLong,
    HeadTooLarge,
    BodyTooLarge,
    UnknownVersion,
    UnknownExpectation,
    TimedOut,        ///< the request was not complete in time
    ParsersDisagree, ///< Qt's parser reads the request differently from ours
    Overloaded,      ///< too many connections are open, or too many bytes of requests are held
};

[[nodiscard]] int statusOf(Refusal refusal);
/// A stable machine word, such as "bad-length".
[[nodiscard]] QByteArrayView codeOf(Refusal refusal);
/// One English sentence.
[[nodiscard]] QByteArrayView sentenceOf(Refusal refusal);

/// Creates the answer to a refusal. The request contains what had been read so far: method, path and headers
/// may be missing.
using RefusalAnswer = std::function<Response(Refusal refusal, const Request &headSoFar)>;

} // namespace seonchak::http
