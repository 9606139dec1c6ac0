// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remote/desk_call.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace seonchak {

namespace {
constexpr long connectLimitMs = 8000;
}

bool DeskAnswer::isJson() const
{
    return contentType.startsWith("application/json") || contentType.startsWith("application/problem+json");
}

DeskCall::DeskCall(const DeskAddress &address, const QByteArray &token, const DeskRequest &request,
                   OnBytes onBytes)
    : m_isSocket(address.isSocket())
    , m_easy(curl_easy_init())
    , m_onBytes(std::move(onBytes))
{
    if (!m_easy)
        return;
    setWay(address);
    setRules(request.limit);
    const QByteArray url = address.base + request.path;
    curl_easy_setopt(m_easy.get(), CURLOPT_URL, url.constData()); // copied
    setRequest(token, request);
}

void DeskCall::setWay(const DeskAddress &address)
{
    CURL *const easy = m_easy.get();
    if (address.isSocket())
        curl_easy_setopt(easy, CURLOPT_UNIX_SOCKET_PATH, QFile::encodeName(address.socketPath).constData());
    if (address.base.startsWith("http://")) // This machine: no proxy of the environment is asked.
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
    // As every program on OpenSSL does by itself, but for curl.
    if (const QByteArray file = qgetenv("SSL_CERT_FILE"); !file.isEmpty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, file.constData());
}

void DeskCall::setRules(std::chrono::milliseconds limit)
{
    CURL *const easy = m_easy.get();
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_words.data());
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, connectLimitMs);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(limit.count()));
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    // Without it a timeout during a name lookup would block until the lookup's thread ends.
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L);
    const QByteArray agent = "Seonchak/" + QCoreApplication::applicationVersion().toLatin1();
    curl_easy_setopt(easy, CURLOPT_USERAGENT, agent.constData()); // copied
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, &DeskCall::onRequest);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, this);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &DeskCall::onBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
}

void DeskCall::setRequest(const QByteArray &token, const DeskRequest &request)
{
    CURL *const easy = m_easy.get();
    QByteArrayList lines{m_onBytes ? "Accept: text/event-stream" : "Accept: application/json",
                         "Accept-Language: " + request.language, "Expect:"};
    if (!token.isEmpty())
        lines << "Authorization: Bearer " + token;
    if (!request.key.isEmpty())
        lines << "Idempotency-Key: " + request.key;
    if (request.prefersAsync)
        lines << "Prefer: respond-async";
    if (!request.lastEventId.isEmpty())
        lines << "Last-Event-ID: " + request.lastEventId;
    if (request.method != "GET") {
        lines << "Content-Type: application/json";
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, request.body.constData());
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.constData());
        // curl sends a request again, by itself, when a kept connection turns out to be dead: not one that
        // acts and has no key.
        if (request.key.isEmpty())
            curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
    }
    curl_slist *headers = nullptr;
    for (const QByteArray &line : std::as_const(lines))
        headers = curl_slist_append(headers, line.constData());
    m_headers.reset(headers);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
}

void DeskCall::readHead(DeskAnswer &answer) const
{
    CURL *const easy = m_easy.get();
    long status = 0;
    const char *type = nullptr;
    curl_off_t seconds = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(easy, CURLINFO_CONTENT_TYPE, &type);
    curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &seconds);
    answer.status = static_cast<int>(status);
    answer.contentType = type;
    answer.retryAfter = static_cast<int>(std::clamp<curl_off_t>(seconds, 0, 60));
}

DeskAnswer DeskCall::finish(CURLcode code)
{
    DeskAnswer answer;
    readHead(answer);
    if (code == CURLE_OK) {
        answer.kind = DeskAnswer::Kind::Complete;
        answer.body = std::move(m_body);
        return answer;
    }
    answer.kind = m_sending ? DeskAnswer::Kind::Broken : DeskAnswer::Kind::NotSent;
    answer.failure = failureOf(code);
    return answer;
}

AttachFailure DeskCall::failureOf(CURLcode code) const
{
    long number = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_OS_ERRNO, &number);
    const QString words = number > 0 ? QString::fromLocal8Bit(std::strerror(static_cast<int>(number)))
                                     : QString::fromUtf8(curl_easy_strerror(code));
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return {AttachTrouble::NameNotFound, {}};
    case CURLE_COULDNT_CONNECT:
        if (m_isSocket && (number == ENOENT || number == ENOTDIR))
            return {AttachTrouble::NoSocket, {}};
        if (m_isSocket && (number == EACCES || number == EPERM))
            return {AttachTrouble::SocketClosed, {}};
        return {number == ECONNREFUSED ? AttachTrouble::Refused : AttachTrouble::Unreachable, words};
    case CURLE_OPERATION_TIMEDOUT:
        return {AttachTrouble::TimedOut, {}};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
        return {AttachTrouble::Certificate, QString::fromUtf8(m_words.data())};
    case CURLE_SSL_CONNECT_ERROR:
        return {AttachTrouble::NotTls, words};
    default:
        return {m_sending ? AttachTrouble::Cut : AttachTrouble::Unreachable, words};
    }
}

/// curl calls it when it has a connection, TLS included, right before each time it writes the request.
int DeskCall::onRequest(void *self, char *, char *, int, int)
{
    static_cast<DeskCall *>(self)->m_sending = true;
    return CURL_PREREQFUNC_OK;
}

bool DeskCall::isStream() const
{
    DeskAnswer head;
    readHead(head);
    return head.status == 200 && head.contentType.startsWith("text/event-stream");
}

size_t DeskCall::onBody(char *data, size_t size, size_t count, void *self)
{
    auto &call = *static_cast<DeskCall *>(self);
    const auto length = static_cast<qsizetype>(size * count);
    if (call.m_onBytes && call.isStream()) {
        call.m_onBytes(QByteArray(data, length));
        return size * count;
    }
    if (call.m_body.size() + length > mostBody)
        return 0; // Taking less than was offered ends the transfer.
    call.m_body.append(data, length);
    return size * count;
}

} // namespace seonchak
