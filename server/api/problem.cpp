// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/problem.h"

#include "core/wire/json_tools.h"
#include "server/api/detail_words.h"
#include "server/api/json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <charconv>

namespace seonchak::http {

namespace {

struct ProblemRow
{
    Problem kind;
    int status;
    const char *code;
    const char *korean;
    const char *english;
    int retryAfter = 0; ///< seconds; 0: no header
};

constexpr auto problems = std::to_array<ProblemRow>({
    {Problem::SoldOut, 404, "sold-out", "쿠폰 재고가 모두 소진되었습니다.", "All coupons have been issued."},
    {Problem::NotOpen, 403, "not-open", "아직 쿠폰 발급이 시작되지 않았습니다.",
     "The issuing of coupons has not begun yet.", 5},
    {Problem::Closed, 403, "closed", "쿠폰 발급이 종료되었습니다.", "The sale is over."},
    {Problem::StoreFailed, 500, "store-failed", "쿠폰발급 후처리에 실패했습니다.",
     "The convenience store refused the coupon; it went back to the stock."},
    {Problem::InDoubt, 202, "in-doubt", "편의점의 응답을 확인하고 있습니다. 잠시 후 다시 요청해 주세요.",
     "The store's answer is not known yet. Ask again in a moment.", 2},
    {Problem::InProgress, 409, "in-progress", "같은 사용자의 요청을 처리하고 있습니다.",
     "Another request of this user is being served.", 1},
    {Problem::Conflict, 409, "conflict", "동시 요청이 많아 처리하지 못했습니다. 다시 요청해 주세요.",
     "Too many requests at once changed the same row. Try again.", 1},
    {Problem::Unavailable, 503, "unavailable", "지금은 처리할 수 없습니다. 잠시 후 다시 요청해 주세요.",
     "The service cannot do this now. Try again in a moment.", 2},
    {Problem::Incomplete, 503, "incomplete", "일부만 처리했습니다.", "Only a part was done.", 2},
    {Problem::KeyMismatch, 422, "idempotency-mismatch", "이 Idempotency-Key는 다른 요청에 쓰였습니다.",
     "This Idempotency-Key was used for another request."},
    {Problem::KeyRunning, 409, "idempotency-running", "같은 Idempotency-Key의 요청을 아직 처리하고 있습니다.",
     "The request with this Idempotency-Key is still running.", 1},
    {Problem::InvalidKey, 400, "invalid-idempotency-key",
     "Idempotency-Key는 한 번만, 보이는 ASCII 문자 1~255자로 보내 주세요.",
     "Idempotency-Key must stand there once and be 1 to 255 visible ASCII characters."},
    {Problem::Paused, 503, "paused", "운영자가 쿠폰 발급을 잠시 멈췄습니다. 잠시 후 다시 요청해 주세요.",
     "The operator has paused the issuing of coupons. Try again in a moment.", 5},
    {Problem::NotFound, 404, "not-found", "없는 주소입니다.", "There is nothing at this address."},
    {Problem::CouponNotFound, 404, "coupon-not-found", "없는 쿠폰입니다.", "There is no such coupon."},
    {Problem::DoubtNotFound, 404, "doubt-not-found", "확인할 것이 남아 있지 않은 예약입니다.",
     "No doubt about this reservation is open."},
    {Problem::DoubtBusy, 409, "doubt-busy", "이 예약은 지금 확인하고 있습니다. 잠시 후 다시 요청해 주세요.",
     "This reservation is being asked about just now. Try again in a moment.", 1},
    {Problem::NeedsSecond, 409, "second-person-needed",
     "다른 한 사람이 5분 안에 승인해야 합니다. 승인되면 같은 요청을 다시 보내 주세요.",
     "A second person has to approve this within 5 minutes. Send the same request again then.", 5},
    {Problem::ApprovalNotFound, 404, "approval-not-found",
     "승인을 기다리는 요청이 아닙니다. 실행되었거나, 거절되었거나, 기한이 지났습니다.",
     "Nothing of this number waits for a second person: it is done, was declined, or has run out."},
    {Problem::ApprovalOwn, 403, "approval-own", "요청한 사람은 승인할 수 없습니다.",
     "Who asked cannot approve."},
    {Problem::Nameless, 403, "name-needed",
     "두 사람이 필요한 일입니다. 이름 있는 토큰이나 로컬 소켓의 로그인으로 요청해 주세요.",
     "This needs two persons: ask with a named token, or by your login at the local socket."},
    {Problem::DeliveryNotFound, 404, "delivery-not-found", "그런 웹훅 전송이 없습니다.",
     "There is no such delivery of a webhook."},
    {Problem::NoForeignKeys, 409, "no-foreign-keys", "Redis에 다른 프로그램의 키가 없습니다.",
     "Redis holds no keys of another program."},
    {Problem::CutActSettled, 409, "cut-act-settled", "중단된 작업이 없거나, 다른 사람이 먼저 처리했습니다.",
     "There is no such act that was cut off, or somebody else has decided about it."},
    {Problem::ActNotRunning, 404, "act-not-running", "이 Idempotency-Key로 실행 중인 작업이 여기에 없습니다.",
     "No act with this Idempotency-Key is running here."},
    {Problem::JobNotFound, 404, "job-not-found", "그런 작업이 없거나 기록이 지워졌습니다.",
     "There is no such job, or it is not kept any more."},
    {Problem::MethodNotAllowed, 405, "method-not-allowed", "이 주소에서 쓸 수 없는 메서드입니다.",
     "This address does not take that method."},
    {Problem::InvalidId, 400, "invalid-id", "번호는 양의 64비트 정수여야 합니다.",
     "The id must be a positive 64-bit integer."},
    {Problem::InvalidJson, 400, "invalid-json", "본문이 올바른 JSON이 아닙니다.",
     "The body is not valid JSON."},
    {Problem::InvalidBody, 400, "invalid-body", "본문의 내용이 올바르지 않습니다.",
     "The body is not what this takes."},
    {Problem::InvalidQuery, 400, "invalid-query", "쿼리 값이 올바르지 않습니다.",
     "A query value is not valid."},
    {Problem::UnsupportedMediaType, 415, "unsupported-media-type", "본문은 application/json이어야 합니다.",
     "The body must be application/json."},
    {Problem::EncodedBody, 415, "encoded-body", "본문은 압축하지 않고 보내야 합니다.",
     "The body must be sent without a content encoding."},
    {Problem::Unauthorized, 401, "unauthorized", "토큰이 필요합니다.", "A token is needed."},
    {Problem::NotPermitted, 403, "not-permitted", "이 토큰의 역할로는 할 수 없는 일입니다.",
     "The role of this token does not allow that."},
    {Problem::TooManyRequests, 429, "too-many-requests", "요청이 너무 잦습니다. 잠시 후 다시 요청해 주세요.",
     "Too many requests. Try again in a moment.", 1},
    {Problem::Forbidden, 403, "forbidden", "다른 사이트에서 온 요청은 받지 않습니다.",
     "Requests from other sites are not taken."},
    {Problem::NotLocal, 403, "not-local", "토큰이 하나도 없어 이 컴퓨터에서 직접 보낸 요청만 받습니다.",
     "There is no token: only requests that come straight from this machine are taken."},
    {Problem::Misdirected, 421, "misdirected", "허용하지 않은 Host입니다. --allow-host로 추가해 주세요.",
     "This Host is not allowed; add it with --allow-host."},
    {Problem::CodeExists, 409, "code-exists", "이미 있는 쿠폰 코드입니다.", "These codes exist already."},
    {Problem::NotEditable, 409, "not-editable", "예약되었거나 발급된 쿠폰은 바꿀 수 없습니다.",
     "A coupon that is reserved, in doubt, issued or void cannot be changed."},
    {Problem::BadRequest, 400, "bad-request", "요청이 올바르지 않습니다.", "The request is not valid HTTP."},
    {Problem::TimedOut, 408, "request-timeout", "요청이 제시간에 다 도착하지 않았습니다.",
     "The request did not come to its end in time."},
    {Problem::TooLarge, 413, "too-large", "본문이 너무 큽니다.", "The body is too large."},
    {Problem::UriTooLong, 414, "uri-too-long", "주소가 너무 깁니다.", "The address is too long."},
    {Problem::HeadersTooLarge, 431, "headers-too-large", "헤더가 너무 큽니다.", "The headers are too large."},
    {Problem::Internal, 500, "internal", "서버에 문제가 생겼습니다.", "Something went wrong in the server."},
});

const ProblemRow &wordsOf(Problem kind)
{
    return *std::ranges::find(problems, kind, &ProblemRow::kind);
}

/// The body of a problem with only its standard text: the usual case, and at the end of a sale nearly every
/// answer. Writes the same bytes as QJsonDocument, which needs fifty allocations.
QByteArray plainBody(const ProblemRow &words, int status, const Request &request, bool korean)
{
    const QByteArrayView own(korean ? words.korean : words.english);
    constexpr qsizetype roomForNames = 128;
    std::array<char, 8> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), status).ptr;
    QByteArray body;
    body.reserve(roomForNames + 2 * own.size() + request.path.size());
    body.append("{\"code\":\"").append(words.code).append("\",\"detail\":");
    json::appendText(body, own);
    body.append(",\"instance\":");
    json::appendText(body, request.path);
    body.append(",\"status\":").append(digits.data(), end - digits.data()).append(",\"title\":");
    json::appendText(body, own);
    return body.append(",\"type\":\"urn:seonchak:problem:").append(words.code).append("\"}");
}

QByteArray fullBody(const ProblemRow &words, int status, const Request &request, bool korean,
                    const QString &detail, const QJsonObject &more)
{
    const QString own = QString::fromUtf8(korean ? words.korean : words.english);
    QJsonObject body = more;
    body.insert(QStringLiteral("type"),
                QString(QStringLiteral("urn:seonchak:problem:") + QLatin1String(words.code)));
    body.insert(QStringLiteral("title"), own);
    body.insert(QStringLiteral("status"), status);
    body.insert(QStringLiteral("detail"), detail.isEmpty() ? own : detail);
    body.insert(QStringLiteral("instance"), QString::fromLatin1(request.path));
    body.insert(QStringLiteral("code"), QLatin1String(words.code));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

const Headers &languageHeaders(bool korean)
{
    static const auto of = [](const char *language) {
        return Headers{{"Content-Language", language}, {"Vary", "Accept-Language"}};
    };
    static const Headers inKorean = of("ko");
    static const Headers inEnglish = of("en");
    return korean ? inKorean : inEnglish;
}

Response write(const ProblemRow &words, int status, const Request &request, const QString &detail,
               const QJsonObject &more)
{
    const bool korean = languageOf(request) == Language::Korean;
    Response response;
    response.status = status;
    response.contentType = QByteArrayLiteral("application/problem+json");
    response.body = detail.isEmpty() && more.isEmpty()
                        ? plainBody(words, status, request, korean)
                        : fullBody(words, status, request, korean, detail, more);
    response.headers = languageHeaders(korean);
    if (words.retryAfter > 0)
        response.headers.emplaceBack("Retry-After", QByteArray::number(words.retryAfter));
    return response;
}

} // namespace

std::optional<Problem> problemNamed(std::string_view code)
{
    const auto found = std::ranges::find(problems, code, &ProblemRow::code);
    return found == problems.end() ? std::nullopt : std::optional(found->kind);
}

Response problem(Problem kind, const Request &request, const QString &detail, const QJsonObject &more)
{
    const auto &words = wordsOf(kind);
    return write(words, words.status, request, detail, more);
}

Response problemOf(const Error &error, const Request &request)
{
    switch (error.trouble) {
    case Trouble::BadInput:
        return problem(Problem::InvalidBody, request, detailFor(languageOf(request), error.detail));
    case Trouble::NotFound:
        return problem(Problem::CouponNotFound, request);
    case Trouble::Conflict: {
        if (error.names.isEmpty())
            return problem(Problem::NotEditable, request);
        QJsonArray codes;
        for (const auto &code : error.names)
            codes.append(QString::fromUtf8(code));
        return problem(Problem::CodeExists, request, {}, {{QStringLiteral("codes"), codes}});
    }
    case Trouble::Unavailable:
    case Trouble::Stale:
    case Trouble::Uncertain:
        return problem(Problem::Unavailable, request);
    case Trouble::NotPermitted:
        return problem(Problem::NotPermitted, request);
    case Trouble::NeedsSecond:
        return problem(Problem::NeedsSecond, request);
    case Trouble::Nameless:
        return problem(Problem::Nameless, request);
    case Trouble::KeyMismatch:
        return problem(Problem::KeyMismatch, request);
    case Trouble::KeyRunning:
        return problem(Problem::KeyRunning, request);
    case Trouble::Internal:
        break;
    }
    qWarning("%s failed: %s", request.path.constData(), qUtf8Printable(error.detail));
    return problem(Problem::Internal, request);
}

Response refusalProblem(Refusal refusal, const Request &headSoFar)
{
    Problem kind = Problem::BadRequest;
    if (refusal == Refusal::TargetTooLong)
        kind = Problem::UriTooLong;
    else if (refusal == Refusal::HeadTooLarge)
        kind = Problem::HeadersTooLarge;
    else if (refusal == Refusal::BodyTooLarge)
        kind = Problem::TooLarge;
    else if (refusal == Refusal::TimedOut)
        kind = Problem::TimedOut;
    else if (refusal == Refusal::Overloaded)
        kind = Problem::Unavailable;
    const QString detail = languageOf(headSoFar) == Language::English && kind == Problem::BadRequest
                               ? QString::fromUtf8(sentenceOf(refusal))
                               : QString();
    Response response = write(wordsOf(kind), statusOf(refusal), headSoFar, detail, {});
    response.close = true;
    return response;
}

} // namespace seonchak::http
