// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/problem.h"

#include "core/issue/ground/outcome_row.h"
#include "core/wire/json_tools.h"
#include "server/api/detail_words.h"
#include "server/api/json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace seonchak::http {

namespace {

struct ProblemRow
{
    Problem kind;
    ProblemText text;
};

constexpr auto problems = std::to_array<ProblemRow>({
    {Problem::Unavailable, rowOf(IssueOutcome::Kind::Unavailable).problem},
    {Problem::Incomplete, {503, "incomplete", "일부만 처리했습니다.", "Only a part was done.", 2}},
    {Problem::KeyMismatch,
     {422, "idempotency-mismatch", "이 Idempotency-Key는 다른 요청에 쓰였습니다.",
      "This Idempotency-Key was used for another request."}},
    {Problem::KeyRunning,
     {409, "idempotency-running", "같은 Idempotency-Key의 요청을 아직 처리하고 있습니다.",
      "The request with this Idempotency-Key is still running.", 1}},
    {Problem::InvalidKey,
     {400, "invalid-idempotency-key", "Idempotency-Key는 한 번만, 보이는 ASCII 문자 1~255자로 보내 주세요.",
      "Idempotency-Key must be given once, with 1 to 255 visible ASCII characters."}},
    {Problem::NotFound, {404, "not-found", "없는 주소입니다.", "There is nothing at this address."}},
    {Problem::CouponNotFound, {404, "coupon-not-found", "없는 쿠폰입니다.", "There is no such coupon."}},
    {Problem::DoubtNotFound,
     {404, "doubt-not-found", "확인할 것이 남아 있지 않은 예약입니다.",
      "No doubt about this reservation is open."}},
    {Problem::DoubtBusy,
     {409, "doubt-busy", "이 예약은 지금 확인하고 있습니다. 잠시 후 다시 요청해 주세요.",
      "This reservation is being asked about just now. Try again in a moment.", 1}},
    {Problem::NeedsSecond,
     {409, "second-person-needed",
      "다른 한 사람이 5분 안에 승인해야 합니다. 승인되면 같은 요청을 다시 보내 주세요.",
      "A second person has to approve this within 5 minutes. Send the same request again then.", 5}},
    {Problem::ApprovalNotFound,
     {404, "approval-not-found",
      "승인을 기다리는 요청이 아닙니다. 실행되었거나, 거절되었거나, 기한이 지났습니다.",
      "Nothing of this number waits for a second person: it is done, was declined, or has run out."}},
    {Problem::ApprovalOwn,
     {403, "approval-own", "요청한 사람은 승인할 수 없습니다.",
      "Requesters cannot approve their own request."}},
    {Problem::Nameless,
     {403, "name-needed",
      "두 사람이 필요한 일입니다. 이름 있는 토큰이나 로컬 소켓의 로그인으로 요청해 주세요.",
      "This needs two persons: ask with a named token, or by your login at the local socket."}},
    {Problem::DeliveryNotFound,
     {404, "delivery-not-found", "그런 웹훅 전송이 없습니다.", "There is no such delivery of a webhook."}},
    {Problem::NoForeignKeys,
     {409, "no-foreign-keys", "Redis에 다른 프로그램의 키가 없습니다.",
      "Redis holds no keys of another program."}},
    {Problem::CutActSettled,
     {409, "cut-act-settled", "중단된 작업이 없거나, 다른 사람이 먼저 처리했습니다.",
      "There is no such act that was cut off, or somebody else has decided about it."}},
    {Problem::ActNotRunning,
     {404, "act-not-running", "이 Idempotency-Key로 실행 중인 작업이 여기에 없습니다.",
      "No act with this Idempotency-Key is running here."}},
    {Problem::JobNotFound,
     {404, "job-not-found", "그런 작업이 없거나 기록이 지워졌습니다.",
      "There is no such job, or it is not kept any more."}},
    {Problem::MethodNotAllowed,
     {405, "method-not-allowed", "이 주소에서 쓸 수 없는 메서드입니다.",
      "This address does not take that method."}},
    {Problem::InvalidId,
     {400, "invalid-id", "번호는 양의 64비트 정수여야 합니다.", "The id must be a positive 64-bit integer."}},
    {Problem::InvalidJson,
     {400, "invalid-json", "본문이 올바른 JSON이 아닙니다.", "The body is not valid JSON."}},
    {Problem::InvalidBody,
     {400, "invalid-body", "본문의 내용이 올바르지 않습니다.",
      "The body does not have the expected fields."}},
    {Problem::InvalidQuery,
     {400, "invalid-query", "쿼리 값이 올바르지 않습니다.", "A query value is not valid."}},
    {Problem::UnsupportedMediaType,
     {415, "unsupported-media-type", "본문은 application/json이어야 합니다.",
      "The body must be application/json."}},
    {Problem::EncodedBody,
     {415, "encoded-body", "본문은 압축하지 않고 보내야 합니다.",
      "The body must be sent without a content encoding."}},
    {Problem::Unauthorized, {401, "unauthorized", "토큰이 필요합니다.", "A token is needed."}},
    {Problem::NotPermitted,
     {403, "not-permitted", "이 토큰의 역할로는 할 수 없는 일입니다.",
      "The role of this token does not allow that."}},
    {Problem::TooManyRequests,
     {429, "too-many-requests", "요청이 너무 잦습니다. 잠시 후 다시 요청해 주세요.",
      "Too many requests. Try again in a moment.", 1}},
    {Problem::Forbidden,
     {403, "forbidden", "다른 사이트에서 온 요청은 받지 않습니다.",
      "Requests from other sites are not taken."}},
    {Problem::NotLocal,
     {403, "not-local", "토큰이 하나도 없어 이 컴퓨터에서 직접 보낸 요청만 받습니다.",
      "There is no token: only requests that come straight from this machine are taken."}},
    {Problem::Misdirected,
     {421, "misdirected", "허용하지 않은 Host입니다. --allow-host로 추가해 주세요.",
      "This Host is not allowed; add it with --allow-host."}},
    {Problem::CodeExists, {409, "code-exists", "이미 있는 쿠폰 코드입니다.", "These codes exist already."}},
    {Problem::NotEditable,
     {409, "not-editable", "예약되었거나 발급된 쿠폰은 바꿀 수 없습니다.",
      "A coupon that is reserved, in doubt, issued or void cannot be changed."}},
    {Problem::BadRequest,
     {400, "bad-request", "요청이 올바르지 않습니다.", "The request is not valid HTTP."}},
    {Problem::TimedOut,
     {408, "request-timeout", "요청이 제시간에 다 도착하지 않았습니다.",
      "The request was not complete in time."}},
    {Problem::TooLarge, {413, "too-large", "본문이 너무 큽니다.", "The body is too large."}},
    {Problem::UriTooLong, {414, "uri-too-long", "주소가 너무 깁니다.", "The address is too long."}},
    {Problem::HeadersTooLarge,
     {431, "headers-too-large", "헤더가 너무 큽니다.", "The headers are too large."}},
    {Problem::Internal,
     {500, "internal", "서버에 문제가 생겼습니다.", "Something went wrong in the server."}},
});
static_assert(hasRowPerValue<&ProblemRow::kind>(problems), "one row per problem, in their order");

/// The usual answer of a problem in one language: all of it but the request's path, which is its `instance`.
struct Page
{
    int status = 0;
    bool korean = false;
    QByteArray beforePath;
    QByteArray afterPath;
    Headers headers;
};

/// Writes the same bytes as QJsonDocument.
Page pageOf(const ProblemText &text, bool korean)
{
    const QByteArrayView own(korean ? text.korean : text.english);
    Page page{text.status, korean, {}, {}, {}};
    page.beforePath.append("{\"code\":\"").append(text.code).append("\",\"detail\":");
    json::appendText(page.beforePath, own);
    page.beforePath.append(",\"instance\":");
    page.afterPath.append(",\"status\":").append(QByteArray::number(text.status)).append(",\"title\":");
    json::appendText(page.afterPath, own);
    page.afterPath.append(",\"type\":\"urn:seonchak:problem:").append(text.code).append("\"}");
    page.headers = {{"Content-Language", korean ? "ko" : "en"}, {"Vary", "Accept-Language"}};
    if (text.retryAfter > 0)
        page.headers.emplaceBack("Retry-After", QByteArray::number(text.retryAfter));
    return page;
}

struct BothPages
{
    Page korean;
    Page english;

    [[nodiscard]] const Page &in(Language language) const
    {
        return language == Language::Korean ? korean : english;
    }
};

template <auto Text, class Row, std::size_t Size>
std::array<BothPages, Size> pagesOf(const std::array<Row, Size> &rows)
{
    std::array<BothPages, Size> pages;
    for (std::size_t at = 0; at < Size; ++at) {
        if ((rows[at].*Text).code)
            pages[at] = {pageOf(rows[at].*Text, true), pageOf(rows[at].*Text, false)};
    }
    return pages;
}

/// Each thread has its own pages, since every answer counts references to their headers.
const Page &pageOf(Problem kind, Language language)
{
    static thread_local const auto pages = pagesOf<&ProblemRow::text>(problems);
    return pages[std::size_t(kind)].in(language);
}

/// At the end of a sale nearly every answer is one of these.
const Page &pageOf(IssueOutcome::Kind outcome, Language language)
{
    static thread_local const auto pages = pagesOf<&OutcomeRow::problem>(outcomeRows);
    return pages[std::size_t(outcome)].in(language);
}

QByteArray plainBody(const Page &page, const QByteArray &path)
{
    constexpr qsizetype quotes = 2;
    QByteArray body;
    body.reserve(page.beforePath.size() + path.size() + quotes + page.afterPath.size());
    body.append(QByteArrayView(page.beforePath));
    json::appendText(body, path);
    return body.append(QByteArrayView(page.afterPath));
}

QByteArray fullBody(const ProblemText &text, const Page &page, const Request &request, const QString &detail,
                    const QJsonObject &more)
{
    const QString own = QString::fromUtf8(page.korean ? text.korean : text.english);
    QJsonObject body = more;
    body.insert(QStringLiteral("type"),
                QString(QStringLiteral("urn:seonchak:problem:") + QLatin1String(text.code)));
    body.insert(QStringLiteral("title"), own);
    body.insert(QStringLiteral("status"), page.status);
    body.insert(QStringLiteral("detail"), detail.isEmpty() ? own : detail);
    body.insert(QStringLiteral("instance"), QString::fromLatin1(request.path));
    body.insert(QStringLiteral("code"), QLatin1String(text.code));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

Response write(const ProblemText &text, const Page &page, const Request &request, const QString &detail,
               const QJsonObject &more)
{
    Response response;
    response.status = page.status;
    response.contentType = QByteArrayLiteral("application/problem+json");
    response.body = detail.isEmpty() && more.isEmpty() ? plainBody(page, request.path)
                                                       : fullBody(text, page, request, detail, more);
    response.headers = page.headers;
    return response;
}

} // namespace

Response problem(Problem kind, const Request &request, const QString &detail, const QJsonObject &more)
{
    return write(problems[std::size_t(kind)].text, pageOf(kind, languageOf(request)), request, detail, more);
}

Response problem(IssueOutcome::Kind outcome, const Request &request, const QJsonObject &more)
{
    return write(rowOf(outcome).problem, pageOf(outcome, languageOf(request)), request, {}, more);
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
    const Language language = languageOf(headSoFar);
    const QString detail = language == Language::English && kind == Problem::BadRequest
                               ? QString::fromUtf8(sentenceOf(refusal))
                               : QString();
    ProblemText text = problems[std::size_t(kind)].text;
    text.status = statusOf(refusal);
    const Page page = pageOf(text, language == Language::Korean);
    Response response = write(text, page, headSoFar, detail, {});
    response.close = true;
    return response;
}

} // namespace seonchak::http
