// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/http_exchange.h"

#include "core/partner/curl_rules.h"

namespace seonchak {

HttpTarget::HttpTarget(const QUrl &url)
    : base(url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment))
    , user(url.userName(QUrl::FullyDecoded).toUtf8())
    , password(url.password(QUrl::FullyDecoded).toUtf8())
{
    while (base.endsWith('/'))
        base.chop(1);
}

HttpExchange::HttpExchange(const HttpTarget &target, const HttpRequest &request,
                           std::chrono::milliseconds timeLeft)
    : m_easy(curl_easy_init())
{
    if (!m_easy)
        return;
    setRules(timeLeft);
    setRequest(target, request);
}

void HttpExchange::setRules(std::chrono::milliseconds timeLeft)
{
    CURL *const easy = m_easy.get();
    setCurlRules(easy, timeLeft);
    // "." and ".." are valid coupon codes, not parent folders.
    curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, &HttpExchange::onRequest);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, this);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &HttpExchange::onHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &HttpExchange::onBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
}

void HttpExchange::setRequest(const HttpTarget &target, const HttpRequest &request)
{
    CURL *const easy = m_easy.get();
    const QByteArray url = target.base + request.path;
    curl_easy_setopt(easy, CURLOPT_URL, url.constData());
    if (!target.user.isEmpty() || !target.password.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        curl_easy_setopt(easy, CURLOPT_USERNAME, target.user.constData());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, target.password.constData());
    }
    curl_slist *headers = curl_slist_append(nullptr, "Accept: application/json");
    if (request.verb == HttpRequest::Verb::Post) {
        // curl resends a request by itself if a kept connection turns out to be dead before any byte of the
        // answer. The partner may have processed the first; the idempotency key makes the second the same
        // call.
        const QByteArray key = "Idempotency-Key: " + request.idempotencyKey;
        headers = curl_slist_append(headers, "Content-Type: application/json");
        if (!request.idempotencyKey.isEmpty())
            headers = curl_slist_append(headers, key.constData());
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, request.body.constData());
    } else if (request.verb == HttpRequest::Verb::Delete) {
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, "DELETE");
    }
    m_headers.reset(headers);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
}

HttpAnswer HttpExchange::finish(CURLcode code)
{
    HttpAnswer answer;
    if (code != CURLE_OK) {
        // Uses the flag, not curl's code: "could not connect" can also end a second try, after a kept
        // connection broke when the first request had been sent.
        answer.kind = m_sending ? HttpAnswer::Kind::Broken : HttpAnswer::Kind::NotSent;
        return answer;
    }
    long status = 0;
    const char *type = nullptr;
    curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(m_easy.get(), CURLINFO_CONTENT_TYPE, &type);
    answer.kind = HttpAnswer::Kind::Complete;
    answer.status = static_cast<int>(status);
    answer.contentType = type;
    answer.body = std::move(m_body);
    curl_header *encoding = nullptr;
    if (curl_easy_header(m_easy.get(), "Content-Encoding", 0, CURLH_HEADER, -1, &encoding) == CURLHE_OK)
        answer.contentEncoding = encoding->value;
    return answer;
}

/// curl calls it when it has a connection, including TLS, immediately before each time it writes the request.
int HttpExchange::onRequest(void *self, char *, char *, int, int)
{
    static_cast<HttpExchange *>(self)->m_sending = true;
    return CURL_PREREQFUNC_OK;
}

// Returning less than the offered size makes curl abort the transfer: this ends an endless answer.

size_t HttpExchange::onHeader(char *, size_t size, size_t count, void *self)
{
    auto &bytes = static_cast<HttpExchange *>(self)->m_headerBytes;
    bytes += static_cast<qsizetype>(size * count);
    return bytes <= mostHeaders ? size * count : 0;
}

size_t HttpExchange::onBody(char *data, size_t size, size_t count, void *self)
{
    auto &body = static_cast<HttpExchange *>(self)->m_body;
    const auto length = static_cast<qsizetype>(size * count);
    if (body.size() + length > mostBody)
        return 0;
    body.append(data, length);
    return size * count;
}

} // namespace seonchak
