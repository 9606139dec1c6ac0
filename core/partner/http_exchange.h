// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

#include <curl/curl.h>

#include <chrono>
#include <memory>

namespace seonchak {

/// The partner's address: the base URL, and separately the credentials, which are sent only to the partner.
struct HttpTarget
{
    explicit HttpTarget(const QUrl &url);

    QByteArray base; ///< without user info and trailing slash
    QByteArray user;
    QByteArray password;
};

struct HttpRequest
{
    enum class Verb { Post, Get, Delete } verb = Verb::Get;
    QByteArray path; ///< relative to the base, percent-encoded
    QByteArray body;
    QByteArray idempotencyKey;
};

struct HttpAnswer
{
    enum class Kind {
        NotStarted, ///< one of our limits: the partner was not called
        NotSent,    ///< no connection: no byte of the request was sent
        Broken,     ///< the request was sent, perhaps partly, and no complete answer came
        Complete,
    } kind = Kind::NotStarted;
    int status = 0; ///< only with Complete, like the three below
    QByteArray contentType;
    QByteArray body; ///< at most HttpExchange::mostBody bytes
    QByteArray contentEncoding;
};

/// One request and its answer on one curl handle. Redirects are not followed, cookies not stored, environment
/// proxies not used; certificates are always verified.
class HttpExchange
{
public:
    static constexpr qsizetype mostBody = 64 * 1024;
    static constexpr qsizetype mostHeaders = 64 * 1024;

    /// `timeLeft` limits everything from the name lookup to the last byte.
    HttpExchange(const HttpTarget &target, const HttpRequest &request, std::chrono::milliseconds timeLeft);
    HttpExchange(const HttpExchange &) = delete;
    HttpExchange &operator=(const HttpExchange &) = delete;

    /// Null if memory ran out.
    [[nodiscard]] CURL *easy() const { return m_easy.get(); }
    /// The result, once curl has ended the transfer with `code`.
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

    std::unique_ptr<curl_slist, CleanUp> m_headers; ///< must outlive the handle that uses it
    std::unique_ptr<CURL, CleanUp> m_easy;
    bool m_sending = false;
    qsizetype m_headerBytes = 0;
    QByteArray m_body;
};

} // namespace seonchak
