// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

#include <curl/curl.h>

#include <chrono>
#include <memory>

namespace seonchak {

/// Where the partner is: the base URL apart from the credentials, which go nowhere but to the partner.
struct HttpTarget
{
    explicit HttpTarget(const QUrl &url);

    QByteArray base; ///< without user info, without a slash at the end
    QByteArray user;
    QByteArray password;
};

struct HttpRequest
{
    enum class Verb { Post, Get, Delete } verb = Verb::Get;
    QByteArray path; ///< below the base, percent-encoded
    QByteArray body;
    QByteArray idempotencyKey;
};

struct HttpAnswer
{
    enum class Kind {
        NotStarted, ///< a bound of ours: the partner was not even called
        NotSent,    ///< no connection: not one byte of the request left
        Broken,     ///< the request left, or may have, and no complete answer came
        Complete,
    } kind = Kind::NotStarted;
    int status = 0; ///< with Complete only, as the three below
    QByteArray contentType;
    QByteArray body; ///< at most HttpExchange::mostBody bytes
    QByteArray contentEncoding;
};

/// One request and its answer on one curl handle. Redirects are never followed, cookies never kept, proxies
/// of the environment never used, certificates always verified.
class HttpExchange
{
public:
    static constexpr qsizetype mostBody = 64 * 1024;
    static constexpr qsizetype mostHeaders = 64 * 1024;

    /// `timeLeft` bounds everything from the name look-up to the last byte.
    HttpExchange(const HttpTarget &target, const HttpRequest &request, std::chrono::milliseconds timeLeft);
    HttpExchange(const HttpExchange &) = delete;
    HttpExchange &operator=(const HttpExchange &) = delete;

    /// Null where memory ran out.
    [[nodiscard]] CURL *easy() const { return m_easy.get(); }
    /// What came of it, once curl has ended it with `code`.
    HttpAnswer finish(CURLcode code);

private:
    struct CleanUp
    {
        void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };

    void setRules(std::chrono::milliseconds timeLeft);
    void setRequest(const HttpTarget &target, const HttpRequest &request);
    static int onRequest(void *self, char *, char *, int, int);
    static size_t onHeader(char *data, size_t size, size_t count, void *self);
    static size_t onBody(char *data, size_t size, size_t count, void *self);

    std::unique_ptr<curl_slist, CleanUp> m_headers; ///< outlives the handle that uses it
    std::unique_ptr<CURL, CleanUp> m_easy;
    bool m_sending = false;
    qsizetype m_headerBytes = 0;
    QByteArray m_body;
};

} // namespace seonchak
