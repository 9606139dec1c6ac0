// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/refusal.h"

#include "server/transport/response_writer.h"

namespace seonchak::http {

namespace {

struct Words
{
    int status;
    QByteArrayView code;
    QByteArrayView sentence;
};

Words wordsFor(Refusal refusal)
{
    switch (refusal) {
    case Refusal::BadRequestLine:
        return {400, "bad-request-line", "The request line is malformed."};
    case Refusal::BadTarget:
        return {400, "bad-target", "The request target is not a valid path."};
    case Refusal::BadHeader:
        return {400, "bad-header", "A header line is malformed."};
    case Refusal::BadHost:
        return {400, "bad-host", "Exactly one valid Host header is needed."};
    case Refusal::BadLength:
        return {400, "bad-length", "The length of the body is in doubt."};
    case Refusal::BadChunk:
        return {400, "bad-chunk", "The chunked body is malformed."};
    case Refusal::TargetTooLong:
        return {414, "uri-too-long", "The request target is too long."};
    case Refusal::HeadTooLarge:
        return {431, "headers-too-large", "The header fields are too large."};
    case Refusal::BodyTooLarge:
        return {413, "body-too-large", "The body is too large."};
    case Refusal::UnknownVersion:
        return {505, "http-version", "Only HTTP/1.1 and HTTP/1.0 are spoken here."};
    case Refusal::UnknownExpectation:
        return {417, "unknown-expectation", "Only 100-continue can be expected."};
    case Refusal::TimedOut:
        return {408, "request-timeout", "The request was not complete in time."};
    case Refusal::ParsersDisagree:
        return {400, "ambiguous-request", "The request can be read in more than one way."};
    case Refusal::Overloaded:
        return {503, "overloaded", "The server holds as many connections and requests as it can."};
    }
    return {400, "bad-request", "The request is malformed."};
}

} // namespace

int statusOf(Refusal refusal)
{
    return wordsFor(refusal).status;
}

QByteArrayView codeOf(Refusal refusal)
{
    return wordsFor(refusal).code;
}

QByteArrayView sentenceOf(Refusal refusal)
{
    return wordsFor(refusal).sentence;
}

} // namespace seonchak::http
