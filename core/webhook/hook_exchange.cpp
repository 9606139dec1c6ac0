// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/hook_exchange.h"

#include "core/partner/curl_rules.h"
#include "core/webhook/hook_options.h"

namespace seonchak {

namespace {

constexpr qsizetype headersMost = 64 * 1024;
constexpr qsizetype beginMost = 200;

bool isRedirect(int status)
{
    return status >= 300 && status < 400;
}

/// The part of an answer's body that fits into a line.
QString lineOf(const QByteArray &body)
{
    QString line = QString::fromUtf8(body);
    for (QChar &c : line) {
        if (!c.isPrint())
            c = QLatin1Char(' ');
    }
    return line.simplified();
}

} // namespace

HookExchange::HookExchange(const QByteArray &url, const HookMessage &message, HookBounds bounds,
                           std::chrono::milliseconds most)
    : m_bounds(bounds)
    , m_easy(curl_easy_init())
{
    if (!m_easy)
        return;
    setRules(most);
    setMessage(url, message);
}

void HookExchange::setRules(std::chrono::milliseconds most)
{
    CURL *const easy = m_easy.get();
    setCurlRules(easy, most);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, &HookExchange::onConnected);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, this);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &HookExchange::onHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &HookExchange::onBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
}

void HookExchange::setMessage(const QByteArray &url, const HookMessage &message)
{
    CURL *const easy = m_easy.get();
    curl_easy_setopt(easy, CURLOPT_URL, url.constData());
    const QByteArray lines[] = {"Content-Type: application/json", "webhook-id: " + message.id,
                                "webhook-timestamp: " + QByteArray::number(message.timestamp),
                                "webhook-signature: " + message.signature,
                                "Expect:"}; // The body is short: no need to ask first.
    curl_slist *headers = nullptr;
    for (const QByteArray &line : lines)
        headers = curl_slist_append(headers, line.constData());
    m_headers.reset(headers);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, static_cast<long>(message.body.size()));
    curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, message.body.constData());
}

/// curl calls it before each time it writes the request. A connection of a machine to itself has the same
/// address at both ends.
int HookExchange::onConnected(void *self, char *theirs, char *ours, int theirPort, int)
{
    auto &exchange = *static_cast<HookExchange *>(self);
    const QHostAddress there(QString::fromLatin1(theirs));
    const HookBounds &bounds = exchange.m_bounds;
    const bool isHere = there.isLoopback() || qstrcmp(theirs, ours) == 0;
    if (isHere && theirPort == bounds.ownPort && !bounds.allowOwn)
        exchange.m_refused = QStringLiteral("not sent: the URL points to this server itself "
                                            "(--webhook-allow-own would allow it)");
    else if ((isHere || isPrivateAddress(there)) && !bounds.allowPrivate &&
             !(isHere && theirPort == bounds.ownPort))
        exchange.m_refused = QStringLiteral("not sent: the URL points to a private address "
                                            "(--webhook-allow-private would allow it)");
    return exchange.m_refused.isEmpty() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

// Returning less than the offered size makes curl abort the transfer: this ends an endless answer.

size_t HookExchange::onHeader(char *, size_t size, size_t count, void *self)
{
    auto &bytes = static_cast<HookExchange *>(self)->m_headerBytes;
    bytes += static_cast<qsizetype>(size * count);
    return bytes <= headersMost ? size * count : 0;
}

size_t HookExchange::onBody(char *data, size_t size, size_t count, void *self)
{
    auto &exchange = *static_cast<HookExchange *>(self);
    const auto length = static_cast<qsizetype>(size * count);
    if (exchange.m_begin.size() < beginMost)
        exchange.m_begin.append(data, std::min(length, beginMost - exchange.m_begin.size()));
    exchange.m_bodyBytes += length;
    return exchange.m_bodyBytes <= mostBody ? size * count : 0;
}

QString HookExchange::complaint(CURLcode code, int status) const
{
    if (code == CURLE_OPERATION_TIMEDOUT)
        return status == 0 ? QStringLiteral("no answer in time")
                           : QStringLiteral("answered %1, but not to its end in time").arg(status);
    return QStringLiteral("no answer: %1").arg(QLatin1String(curl_easy_strerror(code)));
}

HookAnswer HookExchange::finish(CURLcode code) const
{
    if (!m_refused.isEmpty())
        return {0, m_refused};
    long answered = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &answered);
    const int status = static_cast<int>(answered);
    // A body that we cut off still counts as an answer: its head has the receiver's status.
    const bool isCut = code == CURLE_WRITE_ERROR && m_bodyBytes > mostBody;
    if (code != CURLE_OK && !isCut)
        return {0, complaint(code, status)};
    QString words = QStringLiteral("answered %1").arg(status);
    if (isRedirect(status))
        words += QStringLiteral(": redirects are not followed");
    else if (const QString line = lineOf(m_begin); !line.isEmpty())
        words += QStringLiteral(": ") + line;
    if (isCut)
        words += QStringLiteral(" (longer than %1 bytes: not read to its end)").arg(mostBody);
    return {status, words};
}

} // namespace seonchak
